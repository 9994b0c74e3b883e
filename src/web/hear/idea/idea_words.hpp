#pragma once

// Where a reply that is owed stands, in words and as a tag: to what staff raised, and to what a
// partner told us.

#include "base/date.hpp"
#include "hear/answer/follow_up.hpp"
#include "web/hear/choices.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <vector>

namespace throughline::web {

// hear::Idea and hear::Feedback.
template <typename T>
concept OwedReply = requires(const T& owed, base::Date day) {
  { owed.replied() } -> std::same_as<bool>;
  { owed.overdue(day) } -> std::same_as<bool>;
  { owed.in_time() } -> std::same_as<bool>;
  { owed.due } -> std::convertible_to<base::Date>;
};

template <OwedReply T>
[[nodiscard]] std::string reply_words(const T& owed) {
  if (!owed.replied()) return "Reply due by " + base::to_long_text(owed.due);
  const auto closed = base::date_from_text(owed.found.closed);
  return "Replied on " + (closed ? base::to_long_text(*closed) : "") +
         (owed.in_time() ? ", in time" : ", later than promised");
}

template <OwedReply T>
[[nodiscard]] std::string reply_tag(const T& owed, base::Date today) {
  if (owed.replied()) return "Replied";
  return owed.overdue(today) ? "Overdue" : "Owed a reply";
}

template <OwedReply T>
[[nodiscard]] std::string reply_tag_class(const T& owed, base::Date today) {
  if (owed.replied()) return "govuk-tag--green";
  return owed.overdue(today) ? "govuk-tag--red" : "govuk-tag--yellow";
}

// Whether they feel listened to: as radios, and in words; empty when they have not said.
[[nodiscard]] std::vector<ChoiceView> listened_choices(const std::optional<hear::Fixed>& said);
[[nodiscard]] std::string listened_words(const std::optional<hear::Fixed>& said);

}  // namespace throughline::web
