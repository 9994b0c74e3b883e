#include "web/hear/complaint/worklist_page.hpp"

#include "hear/complaint/worklist.hpp"
#include "record/bank_holidays.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/case_filter.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/complaint_view.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <array>

namespace throughline::web {

namespace {

using hear::Worklist;

struct WorkItemView {
  std::string ref;
  std::string title;
  std::string stage;
  std::string stage_class;
  std::string next;
  std::string due;
  std::string tag;
  std::string tag_class;
  std::string officer;
};
BOOST_DESCRIBE_STRUCT(WorkItemView, (),
                      (ref, title, stage, stage_class, next, due, tag, tag_class, officer))

struct WorklistLinkView {
  std::string text;
  std::string href;
  std::string count;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(WorklistLinkView, (), (text, href, count, current))

struct LimitReviewView {
  std::string ref;
  std::string title;
  std::string review_on;
  bool due = false;
};
BOOST_DESCRIBE_STRUCT(LimitReviewView, (), (ref, title, review_on, due))

struct WorklistView {
  std::string heading;
  std::vector<WorklistLinkView> lists;
  std::string list;
  std::vector<ChoiceView> officers;
  std::vector<ChoiceView> services;
  std::vector<WorkItemView> items;
  std::string shown;
  std::string previous;
  std::string next;
  std::string warning;
  std::vector<LimitReviewView> limits;
  bool filtered = false;
  bool may_set_targets = false;
  bool may_export = false;
  std::string officer;  // as asked for, to be carried on
  std::string service;
};
BOOST_DESCRIBE_STRUCT(WorklistView, (),
                      (heading, lists, list, officers, services, items, shown, previous, next,
                       warning, limits, filtered, may_set_targets, may_export, officer, service))

struct ListName {
  Worklist list;
  std::string_view text;
  std::string_view label;
};
constexpr std::array list_names = {
    ListName{Worklist::all, "", "All open"},
    ListName{Worklist::late, "late", "Late"},
    ListName{Worklist::today, "today", "Due today"},
    ListName{Worklist::this_week, "week", "Due in the next 7 days"},
    ListName{Worklist::acknowledgement, "acknowledgement", "Waiting for acknowledgement"},
    ListName{Worklist::plan, "plan", "Waiting for a plan"},
    ListName{Worklist::closing, "closing", "Answered, to be closed"},
};

const ListName& list_named(std::string_view text) {
  const auto found = std::ranges::find(list_names, text, &ListName::text);
  return found == list_names.end() ? list_names.front() : *found;
}

std::string address(std::string_view list, const hear::WorkFilter& filter,
                    const QueryFields& place = {}) {
  QueryFields fields;
  const auto add = [&](const std::string& name, std::string_view value) {
    if (!value.empty()) fields.emplace_back(name, value);
  };
  add("list", list);
  add("officer", filter.officer_ref);
  add("service", filter.service_ref);
  fields.insert(fields.end(), place.begin(), place.end());
  return address_with("/complaints", fields);
}

WorkItemView view_of(const hear::WorkItem& item, base::Date today) {
  WorkItemView view{item.case_ref,
                    item.title,
                    std::string(hear::label(item.stands.stage)),
                    stage_class(item.stands.stage),
                    std::string(hear::label(item.stands.next)),
                    item.stands.due ? base::to_long_text(*item.stands.due) : "No date yet",
                    "",
                    "",
                    item.officer_name.empty() ? "Nobody yet" : item.officer_name};
  switch (hear::waiting_of(item, today)) {
    case hear::Waiting::late:
      view.tag = "Late";
      view.tag_class = "govuk-tag--red";
      break;
    case hear::Waiting::today:
      view.tag = "Today";
      view.tag_class = "govuk-tag--orange";
      break;
    case hear::Waiting::this_week:
    case hear::Waiting::later:
    case hear::Waiting::undated:
      break;
  }
  return view;
}

std::vector<ChoiceView> officer_choices(
    const std::vector<std::pair<std::string, std::string>>& officers, const record::Actor& self,
    std::string_view chosen) {
  std::vector<ChoiceView> views{choice("", "Everyone", chosen.empty()),
                                choice(self.user_ref, "Me", chosen == self.user_ref),
                                choice("none", "Nobody yet", chosen == "none")};
  for (const auto& [ref, name] : officers) {
    if (ref != self.user_ref) views.push_back(choice(ref, name, chosen == ref));
  }
  return views;
}

std::string how_many(std::int64_t count) {
  return std::to_string(count) + (count == 1 ? " complaint" : " complaints");
}

std::int64_t in_list(const hear::WorkCounts& counts, Worklist list) {
  return counts.at(static_cast<std::size_t>(list));
}

hear::WorkPage asked_page(store::Reader& reader, const Call& call, const hear::WorkFilter& filter) {
  const auto& query = call.request.query;
  if (const auto place = hear::work_place_from_text(query.get("before"))) {
    return hear::list_complaints(reader, call.work, filter, place, hear::Beside::before);
  }
  return hear::list_complaints(reader, call.work, filter,
                               hear::work_place_from_text(query.get("after")));
}

void fill_pages(WorklistView& view, const hear::WorkPage& found, const hear::WorkFilter& filter) {
  if (found.items.empty()) return;
  const auto at = [&](const std::string& name, const hear::WorkItem& item) {
    return address(view.list, filter, {{name, hear::to_text(hear::place_of(item))}});
  };
  if (found.has_earlier) view.previous = at("before", found.items.front());
  if (found.has_later) view.next = at("after", found.items.back());
}

}  // namespace

hear::WorkFilter work_filter(const http::Form& asked) {
  return {list_named(asked.get("list")).list, asked.get("officer"), asked.get("service")};
}

http::Response worklist_page(Call& call) {
  const auto& query = call.request.query;
  const auto today = call.work.today();
  const auto& asked = list_named(query.get("list"));
  const auto filter = work_filter(query);
  WorklistView view;
  view.heading = asked.label;
  view.list = asked.text;
  view.officer = filter.officer_ref;
  view.service = filter.service_ref;
  call.database.read([&](store::Reader& reader) {
    const auto counts = hear::count_complaints(reader, call.work, filter);
    for (const auto& each : list_names) {
      view.lists.push_back({std::string(each.label), address(each.text, filter),
                            std::to_string(in_list(counts, each.list)), each.list == asked.list});
    }
    view.shown = how_many(in_list(counts, asked.list));
    const auto found = asked_page(reader, call, filter);
    for (const auto& item : found.items) view.items.push_back(view_of(item, today));
    fill_pages(view, found, filter);
    for (const auto& limit : hear::limits_to_review(reader, call.work)) {
      view.limits.push_back({limit.case_ref, limit.title, base::to_long_text(limit.review_on),
                             limit.review_on <= today});
    }
    view.services =
        service_choices(record::services(reader, call.authority.id), filter.service_ref);
    view.officers = officer_choices(hear::officers_at_work(reader, call.work), call.work.actor,
                                    filter.officer_ref);
  });
  view.services.insert(view.services.begin(),
                       choice("", "Every service", filter.service_ref.empty()));
  view.warning = record::calendar_warning(record::working_days(), today).value_or("");
  view.filtered = !filter.officer_ref.empty() || !filter.service_ref.empty();
  view.may_set_targets = call.may("GET", "/complaints/targets");
  view.may_export = call.may("POST", "/complaints/export");
  return page(call, "hear/complaint/worklist.html", templates::to_value(view));
}

void add_complaint_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("GET", "/complaints")) return;
  const auto today = call.work.today();
  const auto counts = hear::count_complaints(reader, call.work, {});
  const auto count = [&](Worklist list) { return in_list(counts, list); };
  const auto said = [](std::int64_t number, const std::string& one, const std::string& many) {
    return number == 1 ? "1 complaint " + one : std::to_string(number) + " complaints " + many;
  };
  if (const auto late = count(Worklist::late); late > 0) {
    tasks.push_back({said(late, "is late", "are late"), "/complaints?list=late",
                     "An acknowledgement, a plan or a response is past its day", ""});
  }
  if (const auto due = count(Worklist::today); due > 0) {
    tasks.push_back({said(due, "is due today", "are due today"), "/complaints?list=today", "",
                     "Due " + base::to_long_text(today)});
  }
}

}  // namespace throughline::web
