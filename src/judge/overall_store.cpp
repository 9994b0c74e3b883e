#include "judge/checks.hpp"
#include "judge/judge.hpp"
#include "judge/score_rows.hpp"

#include <algorithm>

namespace throughline::judge {
namespace {

// Enough to be a reason and not a word.
constexpr std::size_t least_override_reason = 40;

std::string subject_of(const Framework& framework) {
  return "overall/" + framework.id;
}

}  // namespace

std::vector<RatingOverride> overrides(store::Reader& reader, const std::string& authority_id,
                                      const Framework& framework) {
  std::vector<RatingOverride> all;
  reader.for_each(
      "select number, rating, reason, decided_at, by_name, withdrawn_at, withdrawn_by, "
      "withdrawn_because from rating_overrides where authority_id = $1 and framework = $2 order by "
      "number desc",
      {authority_id, framework.id}, [&](const store::Row& row) {
        all.push_back({static_cast<int>(row.integer(0)), row.text(1), row.text(2), row.text(3),
                       row.text(4), row.text(5), row.text(6), row.text(7)});
      });
  return all;
}

Overall overall(store::Reader& reader, const std::string& authority_id,
                const Framework& framework) {
  Overall result;
  result.statements = static_cast<int>(framework.statements.size());
  std::map<std::string, int> numbers;
  for (Score& score : select_scores(
           reader,
           "s.framework = $2 and s.number = (select max(l.number) from scores l where "
           "l.authority_id = s.authority_id and l.framework = s.framework and l.statement = "
           "s.statement)",
           " order by s.statement", {authority_id, framework.id})) {
    if (!framework.find(score.statement)) continue;
    result.sum += score.score;
    numbers.emplace(score.statement, score.score);
    result.scores.emplace(score.statement, std::move(score));
  }
  for (const Statement& statement : framework.statements) {
    const auto score = result.scores.find(statement.key);
    if (score == result.scores.end()) {
      result.missing.push_back(statement.key);
    } else if (score->second.score <= framework.escalate_at) {
      result.lowest.push_back(score->second);
    }
  }
  result.steps = explain(framework, numbers);
  if (auto rating = rate(framework, numbers)) result.rating = std::move(*rating);
  for (RatingOverride& each : overrides(reader, authority_id, framework)) {
    if (each.withdrawn_at.empty()) {
      result.override_ = std::move(each);
      break;
    }
  }
  return result;
}

base::Result<RatingOverride> override_rating(store::Writer& writer, const record::Work& work,
                                             const Rules& rules, const std::string& rating,
                                             const std::string& reason) {
  const Framework& framework = rules.framework;
  const Overall now = overall(writer, work.authority_id, framework);
  Checks checks;
  if (!now.complete()) {
    checks.problem("",
                   "Score every quality statement first: there is no rating to judge beside yet");
  }
  const bool known = std::ranges::any_of(
      framework.bands, [&](const RatingBand& band) { return band.name == rating; });
  if (!known) checks.problem("rating", "Choose a rating from the list");
  if (known && now.complete() && now.rating->rating == rating) {
    checks.problem("rating", "That is the rating that the scores already come to");
  }
  const std::string given = trimmed(reason);
  checks.text("reason", "the reason for the judgement", given, least_override_reason,
              most_text_characters);
  if (!checks.fine()) return base::refuse(checks.take());
  const auto before = overrides(writer, work.authority_id, framework);
  if (!before.empty() && before.front().withdrawn_at.empty()) {
    return base::refuse(
        base::ErrorKind::conflict,
        "A professional judgement already stands. Withdraw it before making another");
  }
  RatingOverride made;
  made.number = before.empty() ? 1 : before.front().number + 1;
  made.rating = rating;
  made.reason = given;
  made.decided_at = base::to_text(work.now);
  made.by_name = work.actor.name;
  writer.execute(
      "insert into rating_overrides (authority_id, framework, number, rating, reason, decided_at, "
      "by_name) values ($1, $2, $3, $4, $5, $6, $7)",
      {work.authority_id, framework.id, std::int64_t{made.number}, made.rating, made.reason,
       made.decided_at, made.by_name});
  record::append_event(writer, work, subject_of(framework), "overridden",
                       {{"rating", now.rating->rating + " to " + rating}}, given);
  return made;
}

base::Result<RatingOverride> withdraw_override(store::Writer& writer, const record::Work& work,
                                               const Framework& framework,
                                               const std::string& reason) {
  auto all = overrides(writer, work.authority_id, framework);
  if (all.empty() || !all.front().withdrawn_at.empty()) {
    return base::refuse(base::ErrorKind::conflict,
                        "There is no professional judgement to withdraw");
  }
  Checks checks;
  const std::string given = trimmed(reason);
  checks.text("reason", "why it is withdrawn", given, 1, most_sentence_characters);
  if (!checks.fine()) return base::refuse(checks.take());
  RatingOverride& last = all.front();
  last.withdrawn_at = base::to_text(work.now);
  last.withdrawn_by = work.actor.name;
  last.withdrawn_because = given;
  writer.execute(
      "update rating_overrides set withdrawn_at = $4, withdrawn_by = $5, withdrawn_because = $6 "
      "where authority_id = $1 and framework = $2 and number = $3",
      {work.authority_id, framework.id, std::int64_t{last.number}, last.withdrawn_at,
       last.withdrawn_by, last.withdrawn_because});
  record::append_event(writer, work, subject_of(framework), "override withdrawn",
                       {{"rating", last.rating}}, given);
  return last;
}

}  // namespace throughline::judge
