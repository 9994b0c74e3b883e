#include "hear/coproduction/project.hpp"

#include <algorithm>

namespace throughline::hear::coproduction {

State Project::state() const {
  if (finished_on) return State::finished;
  return held_up() ? State::stuck : State::open;
}

const HoldUp* Project::held_up() const {
  const auto found =
      std::ranges::find_if(hold_ups, [](const HoldUp& each) { return !each.freed.has_value(); });
  return found == hold_ups.end() ? nullptr : &*found;
}

std::int64_t Project::people() const {
  std::int64_t all = 0;
  for (const auto& [standing, count] : took_part) all += count;
  return all;
}

std::int64_t Project::asks_that(Outcome outcome) const {
  return std::ranges::count(asks, outcome, &Ask::outcome);
}

std::optional<int> Project::days_given() const {
  if (!wanted_by) return std::nullopt;
  return base::days_between(asked_on, *wanted_by);
}

std::optional<int> Project::working_days_given(const base::WorkingDays& days) const {
  if (!wanted_by) return std::nullopt;
  const auto between = days.between(asked_on, *wanted_by);
  if (!between) return std::nullopt;
  return *between;
}

ProjectForm form_of(const Project& project) {
  ProjectForm form;
  form.title = project.title;
  form.about = project.about;
  form.question = project.question;
  form.service_ref = project.service_ref;
  form.stage = to_text(project.stage);
  form.open_to_all = project.open_to_all ? "yes" : "";
  form.asked_on = project.asked_on;
  form.wanted_by = project.wanted_by;
  form.decided_on = project.decided_on;
  for (const auto& group : project.groups) form.groups.push_back(group.ref);
  for (const auto& [standing, count] : project.took_part) {
    const auto at = std::ranges::find(all_standings, standing) - all_standings.begin();
    form.people.at(static_cast<std::size_t>(at)) = std::to_string(count);
  }
  return form;
}

}  // namespace throughline::hear::coproduction
