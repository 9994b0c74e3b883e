#include "hear/complaint/clock.hpp"
#include "hear/complaint/complaint.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::hear {
namespace {

using base::Date;

std::vector<ComplaintPoint> some_points() {
  std::vector<ComplaintPoint> points(*rc::gen::inRange<std::size_t>(1, 9));
  for (auto& point : points) {
    point.finding = all_findings.at(*rc::gen::inRange<std::size_t>(0, all_findings.size()));
  }
  return points;
}

Date some_day() {
  return base::add_days(std::chrono::year{2024} / std::chrono::January / 1,
                        *rc::gen::inRange(0, 900));
}

std::optional<Date> perhaps_after(Date day) {
  if (*rc::gen::inRange(0, 2) == 0) return std::nullopt;
  return base::add_days(day, *rc::gen::inRange(0, 400));
}

// Any complaint that its verbs could leave behind.
Complaint some_complaint() {
  Complaint complaint;
  complaint.begun = some_day();
  complaint.acknowledge_by = base::add_days(complaint.begun, 3);
  complaint.period_ends = six_months_end(complaint.begun);
  complaint.target_by = perhaps_after(complaint.begun);
  complaint.acknowledged = perhaps_after(complaint.begun);
  if (complaint.acknowledged) complaint.respond_by = perhaps_after(*complaint.acknowledged);
  if (complaint.respond_by)
    complaint.period_ends = std::max(complaint.period_ends, *complaint.respond_by);
  complaint.responded = perhaps_after(complaint.begun);
  complaint.first_response = complaint.responded;
  complaint.delay_explained = perhaps_after(complaint.begun);
  return complaint;
}

RC_GTEST_PROP(OverallOutcome, does_not_depend_on_the_order_of_the_points, ()) {
  auto points = some_points();
  const auto before = overall(points)->finding;
  std::ranges::reverse(points);
  RC_ASSERT(overall(points)->finding == before);
  std::ranges::rotate(points, points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2));
  RC_ASSERT(overall(points)->finding == before);
}

RC_GTEST_PROP(OverallOutcome, is_not_changed_by_a_point_that_is_withdrawn, ()) {
  auto points = some_points();
  const auto before = overall(points)->finding;
  points.emplace_back().finding = Finding::withdrawn;
  RC_ASSERT(overall(points)->finding == before);
}

RC_GTEST_PROP(OverallOutcome, is_well_founded_exactly_when_some_point_is, ()) {
  const auto points = some_points();
  const bool some = std::ranges::any_of(
      points, [](const ComplaintPoint& point) { return well_founded(*point.finding); });
  RC_ASSERT(well_founded(overall(points)->finding) == some);
}

RC_GTEST_PROP(Standing, always_says_what_is_next_until_it_is_closed, ()) {
  const auto complaint = some_complaint();
  const auto today = base::add_days(complaint.begun, *rc::gen::inRange(0, 500));
  RC_ASSERT(standing(complaint, true, true, today).next == NextStep::nothing);
  RC_ASSERT(!standing(complaint, true, true, today).due);
  const auto open = standing(complaint, true, false, today);
  RC_ASSERT(open.next != NextStep::nothing);
  RC_ASSERT(open.due.has_value() == (open.next != NextStep::close));
}

RC_GTEST_PROP(Standing, of_an_open_complaint_is_never_less_late_the_day_after, ()) {
  const auto complaint = some_complaint();
  const auto today = base::add_days(complaint.begun, *rc::gen::inRange(0, 500));
  const auto late = [&](Date day) {
    const auto stands = standing(complaint, true, false, day);
    return stands.due && *stands.due < day;
  };
  if (late(today)) RC_ASSERT(late(base::add_days(today, 1)));
}

RC_GTEST_PROP(Standing, asks_for_an_explanation_only_past_the_period_without_a_response, ()) {
  const auto complaint = some_complaint();
  const auto today = base::add_days(complaint.begun, *rc::gen::inRange(0, 500));
  const auto stands = standing(complaint, true, false, today);
  RC_ASSERT(stands.past_period == (!complaint.first_response && today > complaint.period_ends));
  if (stands.next == NextStep::explain_delay) {
    RC_ASSERT(stands.past_period);
    RC_ASSERT(!complaint.delay_explained);
  }
}

}  // namespace
}  // namespace throughline::hear
