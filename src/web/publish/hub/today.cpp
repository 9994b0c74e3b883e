#include "web/publish/hub/today.hpp"

#include "web/publish/hub/hub_reading.hpp"

namespace throughline::web {

// Leads are told of every page whose day has passed, everyone else who writes of their own.
void add_hub_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  const auto reach = hub_reach(call);
  if (!reach.writes) return;
  const bool all = call.work.actor.role == record::Role::lead;
  publish::hub::Filter filter;
  filter.overdue = true;
  if (!all) filter.owner_ref = call.work.actor.user_ref;
  const auto count = publish::hub::count_pages(reader, call.work, reach, filter);
  if (count == 0) return;
  tasks.push_back(
      {std::to_string(count) + (count == 1 ? " page" : " pages") + " of information to check again",
       all ? "/information?list=overdue" : "/information?list=my-overdue",
       "The day by which to look at it has passed", ""});
}

}  // namespace throughline::web
