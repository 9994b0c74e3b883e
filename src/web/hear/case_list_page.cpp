#include "web/hear/case_list_page.hpp"

#include "record/service.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "understand/understand.hpp"
#include "web/hear/case_filter.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

#include <map>

namespace throughline::web {

namespace {

struct ChipView {
  std::string text;
  std::string href;  // the list without this filter
};
BOOST_DESCRIBE_STRUCT(ChipView, (), (text, href))

struct PieceView {
  std::string text;
  bool matched = false;
};
BOOST_DESCRIBE_STRUCT(PieceView, (), (text, matched))

struct ListedView {
  std::string ref;
  std::string title;
  std::vector<PieceView> words;
  std::string kind;
  std::string kind_class;
  std::string status;
  std::string status_class;
  std::string received;
  std::vector<std::string> themes;
};
BOOST_DESCRIBE_STRUCT(ListedView, (),
                      (ref, title, words, kind, kind_class, status, status_class, received, themes))

struct FieldView {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(FieldView, (), (name, value))

struct CaseListView {
  std::string count;
  std::vector<ListedView> cases;
  std::vector<ChipView> chips;
  std::vector<FieldView> fields;
  std::string search;
  std::vector<ChoiceView> kinds;
  std::vector<ChoiceView> statuses;
  std::vector<ChoiceView> services;
  std::vector<ChoiceView> themes;
  std::vector<ChoiceView> relationships;
  std::vector<ChoiceView> languages;
  std::vector<ChoiceView> ways;
  std::vector<ChoiceView> orders;
  std::string from;
  std::string to;
  bool more_open = false;
  std::string previous;
  std::string next;
  bool may_log = false;
  bool may_import = false;
  bool may_see_letters = false;
  bool may_change_templates = false;
  bool may_see_data = false;
  bool may_see_ombudsman = false;
  bool may_export = false;
  bool may_raise = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CaseListView, (),
                      (count, cases, chips, fields, search, kinds, statuses, services, themes,
                       relationships, languages, ways, orders, from, to, more_open, previous, next,
                       may_log, may_import, may_see_letters, may_change_templates, may_see_data,
                       may_see_ombudsman, may_export, may_raise, errors))

std::string first_text(const auto& values) {
  return values.empty() ? "" : std::string(hear::to_text(values.front()));
}

std::vector<ChoiceView> with_any(std::vector<ChoiceView> views, std::string_view any) {
  views.insert(views.begin(), choice("", any, false));
  return views;
}

std::string status_class(hear::Status status) {
  if (status == hear::Status::received) return "govuk-tag--blue";
  if (status == hear::Status::looking_into) return "govuk-tag--yellow";
  return "govuk-tag--green";
}

std::string kind_class(hear::Kind kind) {
  if (kind == hear::Kind::complaint) return "govuk-tag--orange";
  if (kind == hear::Kind::compliment) return "govuk-tag--teal";
  return "govuk-tag--grey";
}

ListedView listed(const hear::ListedCase& each, const std::map<std::string, std::string>& themes) {
  const auto& found = each.found;
  ListedView view{found.ref,
                  hear::title(found),
                  {},
                  std::string(hear::label(found.kind)),
                  kind_class(found.kind),
                  std::string(hear::label(found.status)),
                  status_class(found.status),
                  base::to_long_text(found.received),
                  {}};
  for (const auto& segment : each.matched) view.words.push_back({segment.text, segment.matched});
  if (view.words.empty()) view.words.push_back({each.opening, false});
  for (const auto& ref : each.theme_refs) {
    if (const auto name = themes.find(ref); name != themes.end()) {
      view.themes.push_back(name->second);
    }
  }
  return view;
}

std::string said_count(std::int64_t count) {
  if (count > hear::most_counted) return "More than 1,000 cases";
  if (count == 1) return "1 case";
  return std::to_string(count) + " cases";
}

// What one filter says on its chip; empty for the order, which is no filter.
std::string chip_text(const std::string& name, const std::string& value,
                      const std::map<std::string, std::string>& services,
                      const std::map<std::string, std::string>& themes) {
  const auto named = [&](const auto& names) {
    const auto found = names.find(value);
    return found == names.end() ? value : found->second;
  };
  if (name == "search") return "Words: " + value;
  if (name == "kind") return std::string(hear::label(*hear::kind_from_text(value)));
  if (name == "status") return std::string(hear::label(*hear::status_from_text(value)));
  if (name == "relationship") {
    return std::string(hear::label(*hear::relationship_from_text(value)));
  }
  if (name == "service") return value == "none" ? "Not about one service" : named(services);
  if (name == "theme") return "Theme: " + named(themes);
  if (name == "language") {
    return "Written in " + std::string(templates::find_language(value)->english_name);
  }
  if (name == "way") return std::string(hear::label(*hear::way_in_from_text(value)));
  if (name == "from") return "From " + value;
  if (name == "to") return "To " + value;
  return "";
}

std::vector<ChipView> chips(const QueryFields& fields,
                            const std::map<std::string, std::string>& services,
                            const std::map<std::string, std::string>& themes) {
  std::vector<ChipView> views;
  for (std::size_t index = 0; index < fields.size(); ++index) {
    auto text = chip_text(fields[index].first, fields[index].second, services, themes);
    if (text.empty()) continue;
    auto others = fields;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(index));
    views.push_back({std::move(text), address_with("/cases", others)});
  }
  return views;
}

std::optional<hear::CasePlace> place_in(const http::Form& query) {
  if (const auto ref = query.get("after"); !ref.empty()) return hear::CasePlace{ref, false};
  if (const auto ref = query.get("before"); !ref.empty()) return hear::CasePlace{ref, true};
  return std::nullopt;
}

void fill_choices(CaseListView& view, const AskedFor& asked,
                  const std::vector<record::Service>& services,
                  const std::vector<understand::Theme>& themes) {
  const auto& filter = asked.filter;
  view.search = filter.search;
  view.kinds = with_any(choices(hear::all_kinds, {first_text(filter.kinds)}), "Every kind");
  view.statuses =
      with_any(choices(hear::all_statuses, {first_text(filter.statuses)}), "Open and closed");
  view.relationships =
      with_any(choices(hear::all_relationships, {first_text(filter.relationships)}), "Everyone");
  view.ways = with_any(
      choices(hear::all_ways_in, {filter.way ? std::string(hear::to_text(*filter.way)) : ""}),
      "Every way");
  view.services =
      with_any(service_choices(services, filter.service_ref.value_or("")), "Every service");
  view.services.push_back(
      choice("none", "Not about one service", filter.service_ref && filter.service_ref->empty()));
  view.themes.push_back(choice("", "Every theme", false));
  for (const auto& theme : themes) {
    view.themes.push_back(choice(theme.ref, theme.name, theme.ref == filter.theme_ref));
  }
  for (const auto& [order, text] :
       {std::pair{hear::CaseOrder::newest, "Newest first"},
        std::pair{hear::CaseOrder::oldest, "Oldest first"},
        std::pair{hear::CaseOrder::status, "Status"}, std::pair{hear::CaseOrder::kind, "Kind"}}) {
    view.orders.push_back(choice(hear::to_text(order), text, order == asked.order));
  }
  view.languages.push_back(choice("", "Every language", false));
  for (const auto& language : templates::other_languages()) {
    view.languages.push_back(
        choice(language.code, language.english_name, language.code == filter.written_in));
  }
  view.from = asked.from_text;
  view.to = asked.to_text;
  view.more_open = !filter.relationships.empty() || !filter.written_in.empty() || filter.way ||
                   !view.from.empty() || !view.to.empty();
}

void fill_pages(CaseListView& view, const hear::CasePage& page, const QueryFields& fields) {
  if (page.cases.empty()) return;
  const auto at = [&](const std::string& name, const std::string& ref) {
    auto with_place = fields;
    with_place.emplace_back(name, ref);
    return address_with("/cases", with_place);
  };
  if (page.has_earlier) view.previous = at("before", page.cases.front().found.ref);
  if (page.has_later) view.next = at("after", page.cases.back().found.ref);
}

}  // namespace

http::Response case_list_page(Call& call) {
  const auto asked = asked_for(call.request.query);
  const auto fields = fields_of(asked);
  CaseListView view;
  call.database.read([&](store::Reader& reader) {
    const auto& council = call.authority.id;
    const auto services = record::services(reader, council);
    const auto themes = understand::themes(reader, council);
    std::map<std::string, std::string> service_names;
    std::map<std::string, std::string> theme_names;
    for (const auto& service : services) service_names[service.ref] = service.name;
    for (const auto& theme : themes) theme_names[theme.ref] = theme.name;

    fill_choices(view, asked, services, themes);
    view.chips = chips(fields, service_names, theme_names);
    view.count = said_count(hear::count_cases(reader, council, asked.filter));
    const auto found =
        hear::list_cases(reader, council, asked.filter, asked.order, place_in(call.request.query));
    for (const auto& each : found.cases) view.cases.push_back(listed(each, theme_names));
    fill_pages(view, found, fields);
  });
  for (const auto& [name, value] : fields) view.fields.push_back({name, value});
  view.may_log = call.may("GET", "/cases/new");
  view.may_import = call.may("GET", "/cases/import");
  view.may_see_letters = call.may("GET", "/letters");
  view.may_change_templates = call.may("GET", "/letter-templates");
  view.may_see_data = call.may("GET", "/peoples-data");
  view.may_see_ombudsman = call.may("GET", "/ombudsman");
  view.may_export = call.may("POST", "/cases/export");
  view.may_raise = call.may("GET", "/actions/new");
  if (asked.problems.empty()) return page(call, "hear/case_list.html", templates::to_value(view));
  view.errors = form_errors({base::ErrorKind::invalid, "", asked.problems});
  return page(call, "hear/case_list.html", templates::to_value(view), 400);
}

}  // namespace throughline::web
