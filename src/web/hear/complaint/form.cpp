#include "web/hear/complaint/form.hpp"

#include "web/page.hpp"

#include <algorithm>
#include <charconv>

namespace throughline::web {

FormHead head_of(const ShownComplaint& shown) {
  return {shown.found.ref, hear::title(shown.found), std::to_string(shown.complaint.version),
          shown.found.words, base::to_long_text(shown.complaint.begun)};
}

base::Result<ShownComplaint> shown_complaint(Call& call) {
  return call.database.read([&](store::Reader& reader) -> base::Result<ShownComplaint> {
    const auto& ref = call.parameter("ref");
    auto found = hear::find_case(reader, call.authority.id, ref);
    if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such case");
    auto complaint = hear::find_complaint(reader, call.authority.id, ref);
    if (found->kind != hear::Kind::complaint || !complaint || !complaint->ended.empty()) {
      return base::refuse(base::ErrorKind::conflict, "This case is not a complaint");
    }
    return ShownComplaint{*std::move(found), *std::move(complaint)};
  });
}

std::int64_t complaint_version(const http::Form& form) {
  const auto text = form.get("version");
  std::int64_t version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

std::optional<base::Date> read_optional_date(const http::Form& form, const std::string& name,
                                             const std::string& label,
                                             std::vector<base::Problem>& problems) {
  const auto parts = date_parts(form, name);
  const auto blank = [](const std::string& text) {
    return text.find_first_not_of(" \t\n") == std::string::npos;
  };
  if (blank(parts.day) && blank(parts.month) && blank(parts.year)) return std::nullopt;
  return read_date(form, name, label, problems);
}

std::optional<bool> read_yes_no(const http::Form& form, const std::string& name) {
  const auto said = form.get(name);
  if (said == "yes") return true;
  if (said == "no") return false;
  return std::nullopt;
}

base::Error with_problems(const base::Result<void>& outcome,
                          const std::vector<base::Problem>& of_page) {
  base::Error error{base::ErrorKind::invalid, "There is a problem", {}};
  if (!outcome) {
    if (outcome.error().kind != base::ErrorKind::invalid) return outcome.error();
    error = outcome.error();
  }
  for (const auto& problem : of_page) {
    const auto same = std::ranges::find(error.problems, problem.field, &base::Problem::field);
    if (same != error.problems.end()) {
      *same = problem;
    } else {
      error.problems.push_back(problem);
    }
  }
  return error;
}

http::Response back_to_complaint(Call& call, const std::string& message) {
  return redirect_with_message(call, "/cases/" + call.parameter("ref"), message);
}

http::Response error_page_of(Call& call, const base::Error& error) {
  return error_page(call, error);
}

templates::Value errors_of(const base::Error* error) {
  return error == nullptr ? no_errors() : form_errors(*error);
}

}  // namespace throughline::web
