#include "base/random.hpp"
#include "publish/publish.hpp"

#include <algorithm>

namespace throughline::publish {
namespace {

std::string findings_page(const judge::Statement& statement) {
  return "/statements/" + statement.key + "/findings";
}

void check_text(const judge::Statement& statement, const judge::Findings& findings,
                PublicationCheck& check) {
  const auto stop = [&](std::string what, std::string next) {
    check.items.push_back({Severity::stops, statement.key, std::move(what), std::move(next),
                           findings_page(statement)});
  };
  if (findings.version == 0) {
    stop(statement.name + " is scored and has no key findings", "Write its key findings");
    return;
  }
  switch (findings.state()) {
    case judge::ApprovalState::draft:
      stop("The key findings of " + statement.name + " are not approved",
           "Ask a leader to read and approve them");
      break;
    case judge::ApprovalState::changed_since:
      stop(statement.name + " changed after " + findings.approval->by_name + " approved it",
           "Ask for it to be read and approved again");
      break;
    case judge::ApprovalState::approved:
      ++check.ready;
      break;
  }
  const bool unsourced = std::ranges::any_of(findings.sections, [](const auto& section) {
    return std::ranges::any_of(section.paragraphs,
                               [](const auto& paragraph) { return paragraph.sources.empty(); });
  });
  if (unsourced) {
    check.items.push_back({Severity::caution, statement.key,
                           "A paragraph has no evidence named for it",
                           "Choose the evidence that each paragraph rests on",
                           findings_page(statement) + "/sources"});
  }
}

void check_evidence(store::Reader& reader, const std::string& authority_id,
                    const judge::Rules& rules, const judge::Statement& statement, base::Date today,
                    PublicationCheck& check) {
  judge::EvidenceFilter filter;
  filter.statement = statement.key;
  const auto evidence = judge::list_evidence(reader, authority_id, filter, today);
  for (const judge::ReadinessGap& gap : judge::readiness(evidence, rules.yardsticks, today)) {
    if (gap.gap == judge::Gap::voice_missing) continue;
    check.items.push_back(
        {Severity::caution, statement.key, gap.what, gap.next, "/statements/" + statement.key});
  }
}

}  // namespace

bool PublicationCheck::may_publish() const {
  return ready > 0 && std::ranges::none_of(items, [](const CheckItem& item) {
           return item.severity == Severity::stops;
         });
}

std::vector<CheckItem> PublicationCheck::of(Severity severity) const {
  std::vector<CheckItem> chosen;
  std::ranges::copy_if(items, std::back_inserter(chosen),
                       [severity](const CheckItem& item) { return item.severity == severity; });
  return chosen;
}

PublicationCheck check_publication(store::Reader& reader, const record::Authority& authority,
                                   const judge::Rules& rules, base::Date today) {
  PublicationCheck check;
  const judge::Overall overall = judge::overall(reader, authority.id, rules.framework);
  if (overall.scores.empty()) {
    check.items.push_back({Severity::stops, "", "No quality statement is scored yet",
                           "Score at least one quality statement", "/statements"});
  }
  for (const judge::Score& score : overall.lowest) {
    if (!score.escalations.empty()) continue;
    const judge::Statement* statement = rules.framework.find(score.statement);
    check.items.push_back({Severity::stops, score.statement,
                           statement->name + " is scored " + std::to_string(score.score) +
                               " and nobody has been told",
                           "Tell those who must know, and record who was told",
                           "/scores/" + score.ref + "/escalation"});
  }
  std::string content = to_json(preview_summary(reader, authority, rules));
  for (const judge::Statement& statement : rules.framework.statements) {
    if (!overall.scores.contains(statement.key)) {
      check.items.push_back({Severity::caution, statement.key, "It is not scored",
                             "Without it there is no overall rating, and it is left out",
                             "/statements/" + statement.key});
      continue;
    }
    check_text(statement, judge::findings_of(reader, authority.id, rules.framework, statement.key),
               check);
    check_evidence(reader, authority.id, rules, statement, today, check);
    if (const auto page = preview_statement(reader, authority, rules, statement.key)) {
      content += to_json(*page);
    }
  }
  check.hash = base::sha256_hex(content);
  return check;
}

}  // namespace throughline::publish
