#include "web/act/action_list_page.hpp"

#include "act/act.hpp"
#include "base/digits.hpp"
#include "formats/csv.hpp"
#include "templates/described.hpp"
#include "web/act/action_words.hpp"
#include "web/http/url.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <array>
#include <sstream>

namespace throughline::web {

namespace {

constexpr int page_size = 25;
constexpr int most_in_file = 100'000;

struct ActionLineView {
  std::string ref;
  std::string title;
  std::string owner;
  std::string when;
  std::string status;
  std::string status_class;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(ActionLineView, (), (ref, title, owner, when, status, status_class, late))

struct ActionListView {
  std::vector<OptionView> statuses;
  std::vector<OptionView> owners;
  bool late = false;
  std::string count;
  std::vector<ActionLineView> actions;
  std::string previous;
  std::string next;
  std::string file;
  bool filtered = false;
  bool may_raise = false;
};
BOOST_DESCRIBE_STRUCT(ActionListView, (),
                      (statuses, owners, late, count, actions, previous, next, file, filtered,
                       may_raise))

act::ActionFilter filter_of(const Call& call) {
  const auto& query = call.request.query;
  act::ActionFilter filter;
  filter.status = act::action_status_from_text(query.get("status"));
  filter.late_only = query.has("late");
  if (query.get("owner") == "me") filter.owner_ref = call.work.actor.user_ref;
  return filter;
}

std::string address(const std::string& path, const act::ActionFilter& filter, int page_number) {
  http::Form query;
  if (filter.status) query.add("status", std::string(act::to_text(*filter.status)));
  if (!filter.owner_ref.empty()) query.add("owner", "me");
  if (filter.late_only) query.add("late", "yes");
  if (page_number > 1) query.add("page", std::to_string(page_number));
  return query.entries().empty() ? path : path + "?" + http::encode_form(query);
}

std::string when_words(const act::Action& action) {
  if (!action.ended) return "Due " + base::to_long_text(action.due);
  const bool done = action.status == act::ActionStatus::done;
  return (done ? "Done " : "Stopped ") + base::to_long_text(*action.ended);
}

void fill_choices(ActionListView& view, const act::ActionFilter& filter) {
  const auto chosen = filter.status ? act::to_text(*filter.status) : std::string_view();
  view.statuses.push_back(option("", "All", chosen));
  for (const auto status : {act::ActionStatus::planned, act::ActionStatus::under_way,
                            act::ActionStatus::done, act::ActionStatus::stopped}) {
    view.statuses.push_back(option(act::to_text(status), act::label_of(status), chosen));
  }
  const std::string_view owner = filter.owner_ref.empty() ? "" : "me";
  view.owners = {option("", "Anyone’s", owner), option("me", "Mine", owner)};
  view.late = filter.late_only;
  view.filtered = filter.status || filter.late_only || !filter.owner_ref.empty();
}

std::string counted(std::int64_t count, const act::ActionFilter& filter) {
  const std::string late = filter.late_only ? "late " : "";
  if (count == 1) return "1 " + late + "action";
  return (count == 0 ? "No" : std::to_string(count)) + " " + late + "actions";
}

std::string text_of(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : std::string();
}

}  // namespace

http::Response action_list_page(Call& call) {
  const auto filter = filter_of(call);
  const int number = std::max(1, base::digits(call.request.query.get("page")).value_or(1));
  const int offset = std::min(number - 1, 1'000'000) * page_size;
  ActionListView view;
  fill_choices(view, filter);
  view.may_raise = call.may("GET", "/actions/new");
  view.file = address("/actions.csv", filter, 1);
  const auto today = call.work.today();
  call.database.read([&](store::Reader& reader) {
    const auto count = act::count_actions(reader, call.work, filter);
    view.count = counted(count, filter);
    if (number > 1) view.previous = address("/actions", filter, number - 1);
    if (offset + page_size < count) view.next = address("/actions", filter, number + 1);
    for (const auto& action : act::list_actions(reader, call.work, filter, offset, page_size)) {
      view.actions.push_back({action.ref, action.title, action.owner_name, when_words(action),
                              std::string(act::label_of(action.status)),
                              status_classes(action.status), act::is_late(action, today)});
    }
  });
  return page(call, "act/action_list.html", templates::to_value(view));
}

http::Response actions_file(Call& call) {
  const auto today = call.work.today();
  std::ostringstream out;
  formats::CsvWriter writer(out, formats::CsvFor::spreadsheets);
  writer.row({"ref", "title", "aim", "owner", "due", "late", "status", "began", "ended", "outcome",
              "measure", "raised"});
  call.database.read([&](store::Reader& reader) {
    for (const auto& action :
         act::list_actions(reader, call.work, filter_of(call), 0, most_in_file)) {
      writer.row({action.ref, action.title, action.aim, action.owner_name,
                  base::to_text(action.due), act::is_late(action, today) ? "yes" : "no",
                  std::string(act::to_text(action.status)), text_of(action.began),
                  text_of(action.ended), action.outcome, action.measure_ref, action.raised});
    }
  });
  return http::Response::download(out.str(), "text/csv; charset=utf-8", "actions.csv");
}

}  // namespace throughline::web
