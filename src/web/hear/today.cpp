#include "web/hear/today.hpp"

#include "hear/case_list.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "understand/understand.hpp"
#include "web/call.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

std::string figure(std::int64_t count) {
  return count > hear::most_counted ? "1,000+" : std::to_string(count);
}

}  // namespace

void add_hear_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (call.may("POST", "/ombudsman")) {
    const auto overdue = hear::count_overdue(reader, call.authority.id, call.work.today());
    if (overdue > 0) {
      tasks.push_back({figure(overdue) + (overdue == 1 ? " recommendation" : " recommendations") +
                           " of the Ombudsman overdue",
                       "/ombudsman?overdue=yes", "", ""});
    }
  }
  if (!call.may("GET", "/cases")) return;
  hear::CaseFilter waiting;
  waiting.statuses = {hear::Status::received};
  const auto count = hear::count_cases(reader, call.authority.id, waiting);
  if (count == 0) return;
  tasks.push_back(
      {figure(count) + (count == 1 ? " new case" : " new cases") + " that nobody looks into yet",
       "/cases?status=received&order=oldest", "The oldest first", ""});
}

void add_hear_panels(const Call& call, store::Reader& reader, std::vector<PanelView>& panels) {
  hear::CaseFilter open;
  open.statuses = {hear::Status::received, hear::Status::looking_into};
  panels.push_back({"Hear", figure(hear::count_cases(reader, call.authority.id, open)),
                    "open cases", call.may("GET", "/cases") ? "/cases" : ""});
  const auto totals = understand::theme_totals(reader, call.authority.id,
                                               understand::last_two_quarters(call.work.today()));
  const auto more =
      std::ranges::count(totals, understand::Movement::more, &understand::ThemeTotal::moved);
  panels.push_back(
      {"Understand", std::to_string(more),
       more == 1 ? "theme with more said than before" : "themes with more said than before",
       call.may("GET", "/themes") ? "/themes" : ""});
}

}  // namespace throughline::web
