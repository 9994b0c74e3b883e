#include "web/date_parts.hpp"

namespace throughline::web {

namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

}  // namespace

DatePartsView date_parts(const http::Form& form, const std::string& name) {
  return {form.get(name + "-day"), form.get(name + "-month"), form.get(name + "-year")};
}

DatePartsView date_parts(base::Date date) {
  return {std::to_string(static_cast<unsigned>(date.day())),
          std::to_string(static_cast<unsigned>(date.month())),
          std::to_string(static_cast<int>(date.year()))};
}

std::optional<base::Date> read_date(const http::Form& form, const std::string& name,
                                    const std::string& label,
                                    std::vector<base::Problem>& problems) {
  const auto parts = date_parts(form, name);
  const auto date =
      base::date_from_parts(trimmed(parts.day), trimmed(parts.month), trimmed(parts.year), label);
  if (date) return *date;
  problems.push_back({name, date.error().message});
  return std::nullopt;
}

}  // namespace throughline::web
