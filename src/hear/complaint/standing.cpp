#include "hear/complaint/clock.hpp"
#include "hear/complaint/complaint.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

Stage stage_of(const Complaint& complaint, bool looking_into, bool closed) {
  if (closed) return Stage::closed;
  if (complaint.responded) return Stage::responded;
  if (complaint.respond_by) return looking_into ? Stage::looking_into : Stage::plan_agreed;
  return complaint.acknowledged ? Stage::acknowledged : Stage::received;
}

std::string points(std::int64_t count) {
  return std::to_string(count) + (count == 1 ? " point" : " points");
}

}  // namespace

Standing standing(const Complaint& complaint, bool looking_into, bool closed, base::Date today) {
  Standing stands;
  stands.stage = stage_of(complaint, looking_into, closed);
  stands.next = NextStep::nothing;
  if (closed) return stands;
  stands.needs_late_decision = came_too_late(complaint) && complaint.late_decision.empty();
  stands.past_period = !complaint.first_response && today > complaint.period_ends;
  if (complaint.responded) {
    stands.next = NextStep::close;
  } else if (!complaint.acknowledged) {
    stands.next = NextStep::acknowledge;
    stands.due = complaint.acknowledge_by;
  } else if (stands.past_period && !complaint.delay_explained) {
    stands.next = NextStep::explain_delay;
    stands.due = complaint.period_ends;
  } else if (complaint.respond_by) {
    stands.next = NextStep::respond;
    stands.due = complaint.respond_by;
  } else {
    stands.next = NextStep::agree_plan;
    // Of a later round the law says no more than that it is agreed.
    if (complaint.round == 1) {
      stands.due =
          std::min(complaint.target_by.value_or(complaint.period_ends), complaint.period_ends);
    }
  }
  return stands;
}

bool came_too_late(const Complaint& complaint) {
  if (!complaint.happened) return false;
  const auto from =
      complaint.noticed ? std::max(*complaint.happened, *complaint.noticed) : *complaint.happened;
  return complaint.begun > last_day_to_complain(from);
}

bool well_founded(Finding finding) {
  return finding == Finding::upheld || finding == Finding::partly_upheld;
}

std::optional<Overall> overall(const std::vector<ComplaintPoint>& all) {
  std::int64_t upheld = 0;
  std::int64_t partly = 0;
  std::int64_t withdrawn = 0;
  for (const auto& point : all) {
    if (!point.finding) return std::nullopt;
    upheld += point.finding == Finding::upheld ? 1 : 0;
    partly += point.finding == Finding::partly_upheld ? 1 : 0;
    withdrawn += point.finding == Finding::withdrawn ? 1 : 0;
  }
  const auto count = static_cast<std::int64_t>(all.size());
  const auto judged = count - withdrawn;
  if (count == 0) return std::nullopt;
  if (judged == 0) return Overall{Finding::withdrawn, "Every point was withdrawn"};

  Overall whole;
  if (upheld == judged) {
    whole = {Finding::upheld, judged == 1 ? "The one point was upheld" : "Every point was upheld"};
  } else if (upheld + partly == 0) {
    whole = {Finding::not_upheld,
             judged == 1 ? "The one point was not upheld" : "No point was upheld"};
  } else {
    whole = {Finding::partly_upheld, "Of " + points(judged) + ", " + std::to_string(upheld) +
                                         " upheld, " + std::to_string(partly) +
                                         " partly upheld and " +
                                         std::to_string(judged - upheld - partly) + " not upheld"};
  }
  if (withdrawn > 0) whole.why += "; " + points(withdrawn) + " withdrawn and left out of this";
  return whole;
}

}  // namespace throughline::hear
