#include "web/act/today.hpp"

#include "act/act.hpp"
#include "prove/prove.hpp"
#include "web/call.hpp"

namespace throughline::web {

namespace {

constexpr int days_ahead = 7;
constexpr int most_tasks = 10;

std::int64_t count_of(const Call& call, store::Reader& reader, act::ActionStatus status) {
  act::ActionFilter filter;
  filter.status = status;
  return act::count_actions(reader, call.work, filter);
}

void add_proof_panel(const Call& call, store::Reader& reader, std::vector<PanelView>& panels) {
  const auto outcomes = prove::latest_outcomes(reader, call.authority.id);
  const auto count = [&](stats::Outcome outcome) {
    const auto found = outcomes.find(outcome);
    return found == outcomes.end() ? std::int64_t{0} : found->second;
  };
  const auto improved = count(stats::Outcome::improved);
  PanelView panel{"Prove", std::to_string(improved),
                  improved == 1 ? "action improved its measure" : "actions improved their measure",
                  call.may("GET", "/measures") ? "/measures" : ""};
  if (const auto soon = count(stats::Outcome::too_soon); soon > 0) {
    panel.text += "; " + std::to_string(soon) + " too soon to tell";
  }
  panels.push_back(std::move(panel));
}

}  // namespace

void add_act_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("GET", "/actions/{ref}")) return;
  const auto today = call.work.today();
  act::ActionFilter mine;
  mine.owner_ref = call.work.actor.user_ref;
  for (const auto& action : act::list_actions(reader, call.work, mine, 0, most_tasks)) {
    // Those that wait come first, by due date: after the first that is not pressing none is.
    if (action.ended || action.due > base::add_days(today, days_ahead)) break;
    const bool late = act::is_late(action, today);
    tasks.push_back({action.title, "/actions/" + action.ref,
                     late ? "Your action is late" : "Your action is due soon",
                     (late ? "Was due " : "Due ") + base::to_long_text(action.due)});
  }
}

void add_act_panels(const Call& call, store::Reader& reader, std::vector<PanelView>& panels) {
  const auto open = count_of(call, reader, act::ActionStatus::planned) +
                    count_of(call, reader, act::ActionStatus::under_way);
  act::ActionFilter late_ones;
  late_ones.late_only = true;
  const auto late = act::count_actions(reader, call.work, late_ones);
  PanelView panel{"Act", std::to_string(open), open == 1 ? "open action" : "open actions",
                  call.may("GET", "/actions") ? "/actions" : ""};
  if (late > 0) panel.text += ", " + std::to_string(late) + " late";
  panels.push_back(std::move(panel));
  add_proof_panel(call, reader, panels);
}

}  // namespace throughline::web
