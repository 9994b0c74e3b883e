#include "web/judge/statement_list_page.hpp"

#include "web/judge/overall_view.hpp"
#include "web/judge/rules.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

using namespace judging;

struct LineView {
  std::string key;
  std::string name;
  std::string href;
  std::optional<ScoreView> score;
  BalanceView balance;
  int voices = 0;
  int stale = 0;
  int disagreements = 0;
  std::vector<std::string> missing;
  std::string approval;
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (key, name, href, score, balance, voices, stale, disagreements, missing,
                       approval))

struct ThemeView {
  std::string name;
  std::vector<LineView> lines;
};
BOOST_DESCRIBE_STRUCT(ThemeView, (), (name, lines))

struct StatementListView {
  OverallView overall;
  std::vector<ThemeView> themes;
  int voices = 0;
  bool may_open = false;
  bool may_judge = false;
  bool may_escalate = false;
  bool may_preview = false;
};
BOOST_DESCRIBE_STRUCT(StatementListView, (),
                      (overall, themes, voices, may_open, may_judge, may_escalate, may_preview))

std::string lower_first(std::string_view text) {
  std::string lower(text);
  if (!lower.empty() && lower[0] >= 'A' && lower[0] <= 'Z') {
    lower[0] = static_cast<char>(lower[0] + ('a' - 'A'));
  }
  return lower;
}

std::string approval_text(const judge::Findings& findings) {
  if (findings.version == 0) return "Not written";
  switch (findings.state()) {
    case judge::ApprovalState::draft:
      return "Draft";
    case judge::ApprovalState::approved:
      return "Approved";
    case judge::ApprovalState::changed_since:
      return "Changed since approval";
  }
  return {};
}

int largest(const std::vector<judge::EvidenceCount>& counts, const judge::Framework& framework) {
  int most = 0;
  for (const judge::Statement& statement : framework.statements) {
    int total = 0;
    for (const judge::VoiceTally& each : judge::tally(counts, statement.key)) total += each.total();
    most = std::max(most, total);
  }
  return most;
}

LineView line_of(store::Reader& reader, const Call& call, const judge::Rules& rules,
                 const judge::Statement& statement, const std::vector<judge::EvidenceCount>& counts,
                 int most, const judge::Overall& overall) {
  LineView line;
  line.key = statement.key;
  line.name = statement.name;
  line.href = "/statements/" + statement.key;
  if (const auto score = overall.scores.find(statement.key); score != overall.scores.end()) {
    line.score = score_view(rules.framework, score->second);
  }
  const auto tallies = judge::tally(counts, statement.key);
  int supporting = 0;
  int contrary = 0;
  for (const judge::VoiceTally& each : tallies) {
    supporting += each.supporting;
    contrary += each.contrary;
    if (each.total() > 0) ++line.voices;
  }
  for (const judge::Voice voice : rules.yardsticks.expected_voices) {
    if (tallies[static_cast<std::size_t>(voice)].total() == 0) {
      line.missing.push_back(lower_first(label(voice)));
    }
  }
  for (const judge::EvidenceCount& count : counts) {
    if (count.statement == statement.key) line.stale += count.stale;
  }
  line.balance = balance(supporting, contrary, most);
  line.disagreements = static_cast<int>(judge::say_and_do(tallies).size());
  line.approval =
      approval_text(judge::findings_of(reader, call.authority.id, rules.framework, statement.key));
  return line;
}

}  // namespace

http::Response statement_list_page(Call& call) {
  const judge::Rules& rules = judging_rules();
  StatementListView view;
  view.voices = static_cast<int>(rules.yardsticks.expected_voices.size());
  view.may_open = call.may("GET", "/statements/{key}");
  view.may_judge = call.may("POST", "/rating/override");
  view.may_preview = call.may("GET", "/preview/{page}");
  view.may_escalate = call.may("POST", "/scores/{ref}/escalations");
  call.database.read([&](store::Reader& reader) {
    const auto overall = judge::overall(reader, call.authority.id, rules.framework);
    const auto counts = judge::evidence_counts(reader, call.authority.id, call.work.today());
    const int most = largest(counts, rules.framework);
    view.overall = overall_view(rules.framework, overall);
    for (const judge::Theme& theme : rules.framework.themes) {
      ThemeView shown{theme.name, {}};
      for (const judge::Statement& statement : rules.framework.statements) {
        if (statement.theme != theme.key) continue;
        shown.lines.push_back(line_of(reader, call, rules, statement, counts, most, overall));
      }
      view.themes.push_back(std::move(shown));
    }
  });
  return page(call, "judge/statement_list.html", templates::to_value(view));
}

}  // namespace throughline::web
