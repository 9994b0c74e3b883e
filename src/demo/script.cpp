#include "demo/script.hpp"

#include "base/embedded.hpp"
#include "demo/script_reading.hpp"

#include <stdexcept>

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

std::string text(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  return value ? value.as<std::string>() : std::string();
}

std::string needed(const YAML::Node& node, const char* key) {
  auto value = text(node, key);
  if (value.empty()) throw YAML::Exception(node.Mark(), std::string(key) + " is missing");
  return value;
}

Texts texts(const YAML::Node& node) {
  return node ? node.as<Texts>() : Texts();
}

Weights weights(const YAML::Node& node) {
  Weights read;
  for (const auto& each : node) {
    read.emplace_back(each.first.as<std::string>(), each.second.as<double>());
  }
  return read;
}

CasesWanted cases_wanted(const YAML::Node& node) {
  if (!node) return {};
  return {needed(node, "theme"), needed(node, "kind"), node["count"].as<int>()};
}

std::string group_name(Group group) {
  switch (group) {
    case Group::trouble:
      return "trouble";
    case Group::praise:
      return "praise";
    case Group::change:
      break;
  }
  return "change";
}

namespace {

void read_file(std::string_view path, const YAML::Node& root, Script& script) {
  if (path == "council.yaml") {
    script.password = needed(root, "password");
    script.councils = read_councils(root["councils"]);
    read_slots(root, script.voices);
  } else if (path == "voices.yaml") {
    read_common_voices(root, script.voices);
  } else if (path.starts_with("voices/")) {
    script.voices.themes.push_back(read_theme_voices(root));
  } else if (path == "complaints.yaml") {
    script.complaints = read_complaints(root);
  } else if (path == "reports.yaml") {
    script.annual_report = read_report(root["annual"]);
    script.quarterly_report = read_report(root["quarter"]);
  } else if (path == "measures.yaml") {
    script.measures = read_measures(root["measures"]);
  } else if (path == "actions.yaml") {
    script.actions = read_actions(root["actions"]);
  } else if (path == "documents.yaml") {
    script.documents = read_documents(root["documents"]);
  } else if (path == "surveys.yaml") {
    script.surveys = read_surveys(root);
    script.survey_measure = read_survey_measure(root);
  } else if (path == "judgement.yaml") {
    read_judgement(root, script.judgement);
  } else if (path.starts_with("statements/")) {
    script.judgement.statements.push_back(read_statement(root));
  }
}

}  // namespace

Script read_script() {
  Script script;
  for (const auto& file : embedded_demo()) {
    if (!file.path.ends_with(".yaml")) continue;
    try {
      read_file(file.path, YAML::Load(std::string(file.content)), script);
    } catch (const YAML::Exception& problem) {
      throw std::logic_error("data/demo/" + std::string(file.path) + ", line " +
                             std::to_string(problem.mark.line + 1) + ": " + problem.msg);
    }
  }
  return script;
}

}  // namespace throughline::demo
