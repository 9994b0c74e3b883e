#include "publish/basis.hpp"
#include "publish/publish.hpp"

#include <map>

namespace throughline::publish {
namespace {

using EvidenceByRef = std::map<std::string, judge::Evidence>;

EvidenceByRef evidence_of(store::Reader& reader, const std::string& authority_id,
                          const std::string& statement) {
  judge::EvidenceFilter filter;
  filter.statement = statement;
  EvidenceByRef found;
  for (judge::Evidence& evidence : judge::list_evidence(reader, authority_id, filter, {})) {
    std::string ref = evidence.ref;
    found.emplace(std::move(ref), std::move(evidence));
  }
  return found;
}

Basis basis_of_refs(const EvidenceByRef& evidence, const std::vector<std::string>& refs) {
  std::vector<const judge::Evidence*> chosen;
  for (const std::string& ref : refs) {
    const auto found = evidence.find(ref);
    if (found != evidence.end()) chosen.push_back(&found->second);
  }
  return basis_of(chosen);
}

Basis basis_of_weighed(const judge::Weighed& weighed) {
  std::vector<const judge::Evidence*> all;
  for (const judge::Evidence& evidence : weighed.supporting) all.push_back(&evidence);
  for (const judge::Evidence& evidence : weighed.contrary) all.push_back(&evidence);
  return basis_of(all);
}

std::vector<PageSection> sections_of(const judge::Findings& findings,
                                     const EvidenceByRef& evidence) {
  std::vector<PageSection> sections;
  for (const judge::FindingSection& section : findings.sections) {
    PageSection page{section.heading, {}};
    for (const judge::FindingParagraph& paragraph : section.paragraphs) {
      page.paragraphs.push_back({paragraph.words, basis_of_refs(evidence, paragraph.sources)});
    }
    sections.push_back(std::move(page));
  }
  return sections;
}

}  // namespace

base::Result<StatementPage> preview_statement(store::Reader& reader,
                                              const record::Authority& authority,
                                              const judge::Rules& rules,
                                              const std::string& statement_key) {
  const judge::Statement* statement = rules.framework.find(statement_key);
  if (!statement) {
    return base::refuse(base::ErrorKind::not_found, "There is no such quality statement");
  }
  const auto scores = judge::scores_of(reader, authority.id, rules.framework, statement_key);
  if (scores.empty()) {
    return base::refuse(base::ErrorKind::invalid,
                        statement->name + " has no score yet. Score it to see its page");
  }
  const judge::Findings findings =
      judge::findings_of(reader, authority.id, rules.framework, statement_key);
  const judge::Level* level = rules.framework.level(scores.front().score);
  const judge::Theme* theme = rules.framework.find_theme(statement->theme);
  StatementPage page;
  page.authority = authority.name;
  page.statement = statement->key;
  page.statement_name = statement->name;
  page.theme_name = theme ? theme->name : "";
  page.score = scores.front().score;
  page.label = level ? level->label : "";
  page.commitment = statement->commitment;
  page.expectations = statement->expectations;
  page.summary = findings.summary;
  page.sections = sections_of(findings, evidence_of(reader, authority.id, statement_key));
  page.basis = basis_of_weighed(judge::weighed(reader, authority.id, scores.front().ref));
  return page;
}

SummaryPage preview_summary(store::Reader& reader, const record::Authority& authority,
                            const judge::Rules& rules) {
  const judge::Overall overall = judge::overall(reader, authority.id, rules.framework);
  SummaryPage page;
  page.authority = authority.name;
  page.scored = overall.scored();
  page.sum = overall.sum;
  page.steps = overall.steps;
  if (overall.rating) {
    page.percent = overall.rating->percent;
    page.rating = overall.rating->rating;
    if (overall.override_) {
      page.judged_rating = overall.override_->rating;
      page.judged_reason = overall.override_->reason;
    }
  }
  for (const judge::Statement& statement : rules.framework.statements) {
    const judge::Theme* theme = rules.framework.find_theme(statement.theme);
    SummaryLine line{statement.key, statement.name, theme ? theme->name : "", std::nullopt, "", ""};
    if (const auto score = overall.scores.find(statement.key); score != overall.scores.end()) {
      line.score = score->second.score;
      line.label = rules.framework.level(*line.score)->label;
      line.summary =
          judge::findings_of(reader, authority.id, rules.framework, statement.key).summary;
    }
    page.lines.push_back(std::move(line));
  }
  return page;
}

}  // namespace throughline::publish
