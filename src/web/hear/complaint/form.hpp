#pragma once

// What the pages of a complaint share: finding it, reading days that may be left empty, carrying a
// verb out with every problem at once, and showing the form again with all that was typed.

#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "templates/value.hpp"
#include "web/call.hpp"
#include "web/date_parts.hpp"

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline::web {

// What every form of a complaint shows and sends beside its own answers.
struct FormHead {
  std::string ref;
  std::string title;
  std::string version;  // of the complaint
  std::string words;    // what the person told us
  std::string begun;    // "2 March 2026"
};
BOOST_DESCRIBE_STRUCT(FormHead, (), (ref, title, version, words, begun))

struct ShownComplaint {
  hear::Case found;
  hear::Complaint complaint;
};
[[nodiscard]] FormHead head_of(const ShownComplaint& shown);

// Errors: not_found; conflict, when the case is no complaint.
[[nodiscard]] base::Result<ShownComplaint> shown_complaint(Call& call);
[[nodiscard]] std::int64_t complaint_version(const http::Form& form);

// A date whose boxes may all be empty; one that is no date is a problem.
[[nodiscard]] std::optional<base::Date> read_optional_date(const http::Form& form,
                                                           const std::string& name,
                                                           const std::string& label,
                                                           std::vector<base::Problem>& problems);
// "yes" or "no"; nothing for anything else.
[[nodiscard]] std::optional<bool> read_yes_no(const http::Form& form, const std::string& name);

// The problems of the page and those of the verb; where both speak of a field, the page's stands.
[[nodiscard]] base::Error with_problems(const base::Result<void>& outcome,
                                        const std::vector<base::Problem>& of_page);

// Carries a verb out. When the page itself found problems nothing is kept, and the verb only tells
// its own.
template <typename Verb>
base::Result<void> carry_out(Call& call, const std::vector<base::Problem>& of_page, Verb&& verb) {
  return call.database.write([&](store::Writer& writer) -> base::Result<void> {
    auto outcome = verb(writer);
    if (of_page.empty()) return outcome;
    return tl::make_unexpected(with_problems(outcome, of_page));
  });
}

[[nodiscard]] http::Response back_to_complaint(Call& call, const std::string& message);

// `show` is given the complaint, the errors and the status.
template <typename Show>
http::Response show_complaint(Call& call, Show&& show, const base::Error* error = nullptr);
// The same for a form that changes nothing any more once the complaint is closed.
template <typename Show>
http::Response show_open_complaint(Call& call, Show&& show);

[[nodiscard]] http::Response error_page_of(Call& call, const base::Error& error);
[[nodiscard]] templates::Value errors_of(const base::Error* error);

template <typename Show>
http::Response show_complaint(Call& call, Show&& show, const base::Error* error) {
  const auto shown = shown_complaint(call);
  if (!shown) return error_page_of(call, shown.error());
  if (error != nullptr && error->kind == base::ErrorKind::not_found) {
    return error_page_of(call, *error);
  }
  const int status = error == nullptr ? 200 : error->kind == base::ErrorKind::conflict ? 409 : 400;
  return show(*shown, errors_of(error), status);
}

template <typename Show>
http::Response show_open_complaint(Call& call, Show&& show) {
  const auto shown = shown_complaint(call);
  if (!shown) return error_page_of(call, shown.error());
  if (shown->found.status == hear::Status::closed) {
    return error_page_of(
        call, {base::ErrorKind::conflict, "This complaint is closed. Open it again first", {}});
  }
  return show(*shown, errors_of(nullptr), 200);
}

}  // namespace throughline::web
