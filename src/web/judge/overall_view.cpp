#include "web/judge/overall_view.hpp"

namespace throughline::web::judging {

OverrideView override_view(const judge::RatingOverride& made) {
  return {made.rating,
          made.reason,
          in_london(made.decided_at),
          made.by_name,
          made.withdrawn_at.empty() ? "" : in_london(made.withdrawn_at),
          made.withdrawn_by,
          made.withdrawn_because};
}

OverallView overall_view(const judge::Framework& framework, const judge::Overall& overall) {
  OverallView view;
  view.complete = overall.complete();
  view.scored = overall.scored();
  view.statements = overall.statements;
  view.sum = overall.sum;
  view.steps = overall.steps;
  if (overall.rating) {
    view.percent = overall.rating->percent;
    view.rating = overall.rating->rating;
  }
  for (const judge::Score& score : overall.lowest) {
    LowestView lowest;
    lowest.statement_name = framework.find(score.statement)->name;
    lowest.href = record::page_of(score.ref) + "/escalation";
    lowest.score = score.score;
    lowest.escalated = !score.escalations.empty();
    if (lowest.escalated) {
      const judge::Escalation& last = score.escalations.back();
      lowest.told = last.told + ", " + base::to_long_text(last.told_on);
    }
    view.lowest.push_back(std::move(lowest));
  }
  if (overall.override_) view.judged = override_view(*overall.override_);
  return view;
}

}  // namespace throughline::web::judging
