#include "web/hear/case_filter.hpp"

#include "templates/language.hpp"
#include "web/http/url.hpp"

namespace throughline::web {

namespace {

constexpr std::string_view not_one_service = "none";

template <typename T, typename Read>
void read_all(const http::Form& query, std::string_view name, std::vector<T>& wanted,
              const Read& read) {
  for (const auto& text : query.all(name)) {
    if (const auto value = read(text)) wanted.push_back(*value);
  }
}

std::optional<base::Date> read_date(const std::string& text, const std::string& field,
                                    const std::string& label,
                                    std::vector<base::Problem>& problems) {
  if (text.find_first_not_of(' ') == std::string::npos) return std::nullopt;
  const auto date = base::date_from_text(text);
  if (date) return *date;
  problems.push_back({field, label + " must be a date, like 27/3/2026"});
  return std::nullopt;
}

}  // namespace

AskedFor asked_for(const http::Form& query) {
  AskedFor asked;
  auto& filter = asked.filter;
  read_all(query, "kind", filter.kinds, hear::kind_from_text);
  read_all(query, "status", filter.statuses, hear::status_from_text);
  read_all(query, "relationship", filter.relationships, hear::relationship_from_text);
  if (const auto service = query.get("service"); !service.empty()) {
    filter.service_ref = service == not_one_service ? "" : service;
  }
  filter.theme_ref = query.get("theme");
  filter.search = query.get("search");
  if (const auto* language = templates::find_language(query.get("language"))) {
    if (language != &templates::english()) filter.written_in = language->code;
  }
  filter.way = hear::way_in_from_text(query.get("way"));
  asked.from_text = query.get("from");
  asked.to_text = query.get("to");
  filter.from = read_date(asked.from_text, "from", "Received from", asked.problems);
  filter.to = read_date(asked.to_text, "to", "Received to", asked.problems);
  asked.order = hear::order_from_text(query.get("order")).value_or(hear::CaseOrder::newest);
  return asked;
}

QueryFields fields_of(const AskedFor& asked) {
  QueryFields fields;
  const auto add = [&](std::string name, std::string_view value) {
    if (!value.empty()) fields.emplace_back(std::move(name), value);
  };
  const auto& filter = asked.filter;
  add("search", filter.search);
  for (const auto kind : filter.kinds) add("kind", hear::to_text(kind));
  for (const auto status : filter.statuses) add("status", hear::to_text(status));
  if (filter.service_ref) {
    add("service", filter.service_ref->empty() ? not_one_service : *filter.service_ref);
  }
  add("theme", filter.theme_ref);
  for (const auto who : filter.relationships) add("relationship", hear::to_text(who));
  add("language", filter.written_in);
  if (filter.way) add("way", hear::to_text(*filter.way));
  add("from", asked.from_text);
  add("to", asked.to_text);
  if (asked.order != hear::CaseOrder::newest) add("order", hear::to_text(asked.order));
  return fields;
}

std::string address_with(std::string path, const QueryFields& fields) {
  char joint = '?';
  for (const auto& [name, value] : fields) {
    path += joint + name + "=" + http::percent_encode(value);
    joint = '&';
  }
  return path;
}

}  // namespace throughline::web
