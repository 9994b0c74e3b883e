#include "judge/checks.hpp"
#include "judge/judge.hpp"
#include "judge/score_rows.hpp"

#include <algorithm>
#include <set>

namespace throughline::judge {
namespace {

struct ReadScore {
  int score = 0;
  std::string rationale;
  std::string left_out_because;
  std::vector<const Evidence*> weighed;
  std::vector<const Evidence*> left_out;
};

std::optional<int> level_of(const Framework& framework, const std::string& typed) {
  for (const Level& level : framework.levels) {
    if (typed == std::to_string(level.score)) return level.score;
  }
  return std::nullopt;
}

base::Result<ReadScore> read_score(const Rules& rules, const ScoreDraft& draft,
                                   const std::vector<Evidence>& current) {
  Checks checks;
  ReadScore read;
  if (const auto level = level_of(rules.framework, trimmed(draft.score))) {
    read.score = *level;
  } else {
    checks.problem("score",
                   "Choose a score from 1 to " + std::to_string(rules.framework.highest_score()));
  }
  read.rationale = trimmed(draft.rationale);
  checks.text("rationale", "the reason for the score", read.rationale,
              rules.yardsticks.least_rationale_characters, most_text_characters);
  const std::set<std::string> chosen(draft.weighed.begin(), draft.weighed.end());
  for (const Evidence& evidence : current) {
    (chosen.contains(evidence.ref) ? read.weighed : read.left_out).push_back(&evidence);
  }
  read.left_out_because = trimmed(draft.left_out_because);
  if (current.empty()) {
    checks.problem("weighed", "Add evidence to this statement before you score it");
  } else if (read.weighed.empty()) {
    checks.problem("weighed", "Weigh at least one piece of evidence");
  } else if (!read.left_out.empty() && read.left_out_because.empty()) {
    checks.problem("left_out_because", "Say why some of the evidence is left out");
  }
  if (characters(read.left_out_because) > most_sentence_characters) {
    checks.problem("left_out_because",
                   "Shorten why evidence is left out to 1000 characters or fewer");
  }
  if (read.left_out.empty()) read.left_out_because.clear();
  if (!checks.fine()) return base::refuse(checks.take());
  return read;
}

// Evidence that stands now and that the person was never shown must not count as left out.
bool all_were_shown(const std::vector<Evidence>& current, const std::vector<std::string>& shown) {
  return std::ranges::all_of(current, [&](const Evidence& evidence) {
    return std::ranges::find(shown, evidence.ref) != shown.end();
  });
}

void insert_score(store::Writer& writer, const record::Work& work, const Score& score) {
  writer.execute(
      "insert into scores (authority_id, ref, framework, statement, number, score, rationale, "
      "left_out_because, scored_at, by_ref, by_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
      "$10, $11)",
      {work.authority_id, score.ref, score.framework, score.statement, std::int64_t{score.number},
       std::int64_t{score.score}, score.rationale, score.left_out_because, score.scored_at,
       score.by_ref, score.by_name});
}

void join_evidence(store::Writer& writer, const record::Work& work, const std::string& ref,
                   const ReadScore& read) {
  for (const Evidence* evidence : read.weighed) {
    record::add_link(writer, work,
                     {evidence->ref,
                      evidence->bearing == Bearing::supporting ? record::Relation::supports
                                                               : record::Relation::contradicts,
                      ref});
  }
  for (const Evidence* evidence : read.left_out) {
    writer.execute(
        "insert into evidence_left_out (authority_id, score_ref, evidence_ref) values ($1, $2, $3)",
        {work.authority_id, ref, evidence->ref});
  }
}

std::string node_title(const Framework& framework, const Score& score) {
  return framework.find(score.statement)->name + ": " + framework.score_label(score.score);
}

}  // namespace

base::Result<Score> score_statement(store::Writer& writer, const record::Work& work,
                                    const Rules& rules, const ScoreDraft& draft) {
  const Framework& framework = rules.framework;
  if (!framework.find(draft.statement)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such quality statement");
  }
  EvidenceFilter filter;
  filter.statement = draft.statement;
  const auto current = list_evidence(writer, work.authority_id, filter, work.today());
  if (!all_were_shown(current, draft.shown)) {
    return base::refuse(base::ErrorKind::conflict,
                        "Evidence was added while you were scoring. Look at it and score again",
                        {{"weighed",
                          "Evidence was added while you were scoring. Look at it below, "
                          "then score again"}});
  }
  const auto read = read_score(rules, draft, current);
  if (!read) return tl::make_unexpected(read.error());

  Score score;
  score.ref = record::next_ref(writer, work, record::NodeKind::score);
  score.framework = framework.id;
  score.statement = draft.statement;
  const auto before = scores_of(writer, work.authority_id, framework, draft.statement);
  score.number = before.empty() ? 1 : before.front().number + 1;
  score.score = read->score;
  score.rationale = read->rationale;
  score.left_out_because = read->left_out_because;
  score.scored_at = base::to_text(work.now);
  score.by_ref = work.actor.user_ref;
  score.by_name = work.actor.name;
  insert_score(writer, work, score);
  const std::string today = base::to_text(work.today());
  record::put_node(writer, work.authority_id,
                   {score.ref, node_title(framework, score), today, "standing"});
  if (!before.empty()) {
    const Score& old = before.front();
    const auto node = record::find_node(writer, work.authority_id, old.ref);
    record::put_node(writer, work.authority_id,
                     {old.ref, node_title(framework, old), node ? node->dated : today, "replaced"});
  }
  join_evidence(writer, work, score.ref, *read);
  record::append_event(
      writer, work, score.ref, "scored",
      {{"statement", score.statement},
       {"score", (before.empty() ? "" : std::to_string(before.front().score) + " to ") +
                     std::to_string(score.score)},
       {"weighed", std::to_string(read->weighed.size())},
       {"left out", std::to_string(read->left_out.size())}},
      score.rationale);
  return score;
}

base::Result<Score> escalate(store::Writer& writer, const record::Work& work, const Rules& rules,
                             const EscalationDraft& draft) {
  auto score = find_score(writer, work.authority_id, draft.score_ref);
  if (!score) return score;
  Checks checks;
  if (score->score > rules.framework.escalate_at) {
    checks.problem("", "Only a score of " + std::to_string(rules.framework.escalate_at) +
                           " needs to be escalated");
  }
  Escalation escalation{
      trimmed(draft.told), {}, trimmed(draft.note), base::to_text(work.now), work.actor.name};
  checks.text("told", "who was told", escalation.told, 2, 200);
  checks.text("note", "the note", escalation.note, 0, most_text_characters);
  const std::string told_on = trimmed(draft.told_on);
  if (told_on.empty()) checks.problem("told_on", "Enter the date they were told");
  if (const auto date =
          checks.past_date("told_on", "The date they were told", told_on, work.today()))
    escalation.told_on = *date;
  if (!checks.fine()) return base::refuse(checks.take());
  writer.execute(
      "insert into escalations (authority_id, score_ref, number, told, told_on, note, recorded_at, "
      "by_name) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      {work.authority_id, score->ref, static_cast<std::int64_t>(score->escalations.size() + 1),
       escalation.told, base::to_text(escalation.told_on), escalation.note, escalation.recorded_at,
       escalation.by_name});
  record::append_event(writer, work, score->ref, "escalated",
                       {{"told", escalation.told}, {"on", base::to_text(escalation.told_on)}},
                       escalation.note);
  score->escalations.push_back(std::move(escalation));
  return score;
}

void rebuild_scores(store::Writer& writer, const std::string& authority_id, const Rules& rules) {
  for (const Score& score : select_scores(writer, "1 = 1", "", {authority_id})) {
    const auto scored = base::london_date(base::instant_from_text(score.scored_at).value());
    record::put_node(writer, authority_id,
                     {score.ref, node_title(rules.framework, score), base::to_text(scored),
                      score.standing ? "standing" : "replaced"});
  }
}

}  // namespace throughline::judge
