#include "web/judge/today.hpp"

#include "publish/publish.hpp"
#include "web/call.hpp"
#include "web/judge/rules.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

void add_escalations(const Call& call, const judge::Overall& overall,
                     std::vector<TaskView>& tasks) {
  if (!call.may("POST", "/scores/{ref}/escalations")) return;
  for (const judge::Score& score : overall.lowest) {
    if (!score.escalations.empty()) continue;
    tasks.push_back({"Record who has been told that " +
                         judging_rules().framework.find(score.statement)->name + " is scored " +
                         std::to_string(score.score),
                     "/scores/" + score.ref + "/escalation", "Nobody has been told yet", ""});
  }
}

void add_approvals(const Call& call, store::Reader& reader, const judge::Overall& overall,
                   std::vector<TaskView>& tasks) {
  if (!call.may("POST", "/statements/{key}/approval")) return;
  const judge::Framework& framework = judging_rules().framework;
  for (const judge::Statement& statement : framework.statements) {
    if (!overall.scores.contains(statement.key)) continue;
    const auto findings = judge::findings_of(reader, call.authority.id, framework, statement.key);
    if (findings.version == 0 || findings.state() == judge::ApprovalState::approved) continue;
    const bool changed = findings.state() == judge::ApprovalState::changed_since;
    tasks.push_back({"Read and approve the key findings of " + statement.name,
                     "/statements/" + statement.key + "/findings",
                     changed ? "Changed since they were approved" : "", ""});
  }
}

void add_stale(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("POST", "/evidence/{ref}/corrections")) return;
  judge::EvidenceFilter filter;
  filter.freshness = judge::Freshness::stale;
  const int stale = judge::count_evidence(reader, call.authority.id, filter, call.work.today());
  if (stale == 0) return;
  tasks.push_back({"Look again at " + std::to_string(stale) +
                       (stale == 1 ? " piece of evidence" : " pieces of evidence"),
                   "/evidence?freshness=stale", "Past the review date", ""});
}

}  // namespace

void add_judge_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  const auto overall = judge::overall(reader, call.authority.id, judging_rules().framework);
  add_escalations(call, overall, tasks);
  add_approvals(call, reader, overall, tasks);
  add_stale(call, reader, tasks);
}

void add_judge_panels(const Call& call, store::Reader& reader, std::vector<PanelView>& panels) {
  const auto overall = judge::overall(reader, call.authority.id, judging_rules().framework);
  panels.push_back(
      {"Judge", std::to_string(overall.scored()) + " of " + std::to_string(overall.statements),
       overall.complete() ? "statements scored: " + overall.rating->rating : "statements scored",
       call.may("GET", "/statements") ? "/statements" : ""});
  const int changes = publish::count_shown(reader, call.authority.id);
  panels.push_back({"Publish", std::to_string(changes),
                    changes == 1 ? "change told to the public" : "changes told to the public",
                    call.may("GET", "/publications") ? "/publications" : "/you-said-we-did"});
}

}  // namespace throughline::web
