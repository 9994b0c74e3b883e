#include "demo/script_reading.hpp"

namespace throughline::demo {
namespace {

EvidenceScript read_evidence(const YAML::Node& node) {
  return {needed(node, "key"),    needed(node, "voice"),      needed(node, "bearing"),
          text(node, "strength"), needed(node, "at"),         needed(node, "claim"),
          texts(node["from"]),    cases_wanted(node["cases"])};
}

ScoreScript read_score(const YAML::Node& node) {
  return {needed(node, "at"), needed(node, "score"), needed(node, "rationale"),
          texts(node["left_out"]), text(node, "because")};
}

SectionScript read_section(const YAML::Node& node) {
  SectionScript section{text(node, "heading"), {}};
  for (const auto& paragraph : node["paragraphs"]) {
    section.paragraphs.push_back({needed(paragraph, "words"), texts(paragraph["from"])});
  }
  return section;
}

}  // namespace

StatementScript read_statement(const YAML::Node& root) {
  StatementScript statement;
  statement.statement = needed(root, "statement");
  for (const auto& node : root["evidence"]) statement.evidence.push_back(read_evidence(node));
  for (const auto& node : root["scores"]) statement.scores.push_back(read_score(node));
  statement.told = text(root, "told");
  statement.told_note = text(root, "told_note");
  statement.summary = needed(root, "summary");
  for (const auto& node : root["sections"]) statement.sections.push_back(read_section(node));
  return statement;
}

void read_judgement(const YAML::Node& root, JudgementScript& judgement) {
  judgement.findings_at = needed(root, "findings_at");
  judgement.approved_at = needed(root, "approved_at");
  judgement.published_at = needed(root, "published_at");
  judgement.override_at = text(root, "override_at");
  judgement.override_rating = text(root, "override_rating");
  judgement.override_reason = text(root, "override_reason");
}

}  // namespace throughline::demo
