#include "web/judge/statement_page.hpp"

#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

using namespace judging;

struct VoiceView {
  std::string voice;
  std::string label;
  BalanceView balance;
  std::vector<EvidenceView> supporting;
  std::vector<EvidenceView> contrary;
};
BOOST_DESCRIBE_STRUCT(VoiceView, (), (voice, label, balance, supporting, contrary))

struct SayView {
  std::string heading;
  std::string sentence;
};
BOOST_DESCRIBE_STRUCT(SayView, (), (heading, sentence))

struct GapView {
  std::string what;
  std::string next;
  std::string href;  // where to add what is missing
  std::vector<RecordView> records;
};
BOOST_DESCRIBE_STRUCT(GapView, (), (what, next, href, records))

struct StatementView {
  std::string key;
  std::string name;
  std::string theme;
  std::string commitment;
  std::vector<std::string> expectations;
  std::string source = "Care Quality Commission, assessment framework for local authorities";
  std::optional<ScoreView> score;
  std::vector<ScoreView> earlier;
  bool must_escalate = false;
  std::vector<VoiceView> voices;
  int supporting = 0;
  int contrary = 0;
  std::vector<SayView> says;
  std::vector<GapView> gaps;
  std::string findings_state;
  std::string findings_note;
  bool has_findings = false;
  bool may_add = false;
  bool may_score = false;
  bool may_write = false;
  bool may_preview = false;
};
BOOST_DESCRIBE_STRUCT(StatementView, (),
                      (key, name, theme, commitment, expectations, source, score, earlier,
                       must_escalate, voices, supporting, contrary, says, gaps, findings_state,
                       findings_note, has_findings, may_add, may_score, may_write, may_preview))

std::vector<VoiceView> by_voice(const judge::Framework& framework,
                                const std::vector<judge::Evidence>& evidence, base::Date today) {
  const auto tallies = judge::tally(evidence);
  int most = 0;
  for (const judge::VoiceTally& each : tallies) most = std::max(most, each.total());
  std::vector<VoiceView> voices;
  for (const judge::VoiceTally& each : tallies) {
    VoiceView voice{std::string(to_text(each.voice)),
                    std::string(label(each.voice)),
                    balance(each.supporting, each.contrary, most),
                    {},
                    {}};
    for (const judge::Evidence& one : evidence) {
      if (one.voice != each.voice) continue;
      (one.bearing == judge::Bearing::supporting ? voice.supporting : voice.contrary)
          .push_back(evidence_view(framework, one, today));
    }
    voices.push_back(std::move(voice));
  }
  return voices;
}

std::vector<SayView> says_of(const std::vector<judge::Evidence>& evidence) {
  std::vector<SayView> says;
  for (const judge::SayAndDo& note : judge::say_and_do(judge::tally(evidence))) {
    const std::string who(label(note.voice));
    says.push_back({note.disagreement == judge::Disagreement::said_not_felt
                        ? who + " do not say what leaders and documents say"
                        : who + " are more positive than leaders and documents",
                    note.sentence});
  }
  return says;
}

std::vector<GapView> gaps_of(const std::vector<judge::Evidence>& evidence,
                             const judge::Rules& rules, const std::string& key, base::Date today) {
  std::vector<GapView> gaps;
  for (const judge::ReadinessGap& gap : judge::readiness(evidence, rules.yardsticks, today)) {
    GapView view{gap.what, gap.next, "", {}};
    if (!gap.voice.empty()) view.href = "/evidence/new?statement=" + key + "&voice=" + gap.voice;
    for (const std::string& ref : gap.refs) view.records.push_back(record_view({ref, "", "", ""}));
    gaps.push_back(std::move(view));
  }
  return gaps;
}

void describe_findings(const judge::Findings& findings, StatementView& view) {
  view.has_findings = findings.version > 0;
  if (!view.has_findings) {
    view.findings_state = "Not written";
    return;
  }
  view.findings_note = "Version " + std::to_string(findings.version) + ", saved by " +
                       findings.saved_by + ", " + in_london(findings.saved_at);
  switch (findings.state()) {
    case judge::ApprovalState::draft:
      view.findings_state = "Draft";
      break;
    case judge::ApprovalState::changed_since:
      view.findings_state = "Changed since approval";
      break;
    case judge::ApprovalState::approved:
      view.findings_state = "Approved";
      view.findings_note =
          "By " + findings.approval->by_name + ", " + in_london(findings.approval->approved_at);
      break;
  }
}

}  // namespace

http::Response statement_page(Call& call) {
  const judge::Rules& rules = judging_rules();
  const judge::Statement* statement = rules.framework.find(call.parameter("key"));
  if (!statement) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such quality statement", {}});
  }
  const base::Date today = call.work.today();
  StatementView view;
  view.key = statement->key;
  view.name = statement->name;
  view.theme = rules.framework.find_theme(statement->theme)->name;
  view.commitment = statement->commitment;
  view.expectations = statement->expectations;
  view.may_add = call.may("POST", "/evidence");
  view.may_score = call.may("POST", "/statements/{key}/scores");
  view.may_write = call.may("POST", "/statements/{key}/findings");
  view.may_preview = call.may("GET", "/preview/{page}");
  call.database.read([&](store::Reader& reader) {
    judge::EvidenceFilter filter;
    filter.statement = statement->key;
    const auto evidence = judge::list_evidence(reader, call.authority.id, filter, today);
    view.supporting = static_cast<int>(
        std::ranges::count(evidence, judge::Bearing::supporting, &judge::Evidence::bearing));
    view.contrary = static_cast<int>(evidence.size()) - view.supporting;
    view.voices = by_voice(rules.framework, evidence, today);
    view.says = says_of(evidence);
    view.gaps = gaps_of(evidence, rules, statement->key, today);
    const auto scores =
        judge::scores_of(reader, call.authority.id, rules.framework, statement->key);
    for (const judge::Score& score : scores) {
      if (score.standing) {
        view.score = score_view(rules.framework, score);
        view.must_escalate =
            score.score <= rules.framework.escalate_at && score.escalations.empty();
      } else {
        view.earlier.push_back(score_view(rules.framework, score));
      }
    }
    describe_findings(
        judge::findings_of(reader, call.authority.id, rules.framework, statement->key), view);
  });
  return page(call, "judge/statement.html", templates::to_value(view));
}

}  // namespace throughline::web
