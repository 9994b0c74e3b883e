#include "hear/letter/kinds.hpp"

#include <algorithm>

namespace throughline::hear::letter {
namespace {

template <typename T>
struct Entry {
  T value;
  std::string_view text;
  std::string_view label;
};

constexpr std::array kinds = {
    Entry{Kind::acknowledgement, "acknowledgement", "Acknowledgement letter"},
    Entry{Kind::extension, "extension", "Letter that we need longer"},
    Entry{Kind::response, "response", "Response letter"},
    Entry{Kind::thanks, "thanks", "Letter of thanks"},
    Entry{Kind::reply, "reply", "Reply"},
};

constexpr std::array states = {
    Entry{State::draft, "draft", "Draft"},
    Entry{State::sent, "sent", "Sent"},
    Entry{State::discarded, "discarded", "Discarded"},
};

constexpr std::array ways = {
    Entry{SentBy::post, "post", "By post"},
    Entry{SentBy::email, "email", "By email"},
    Entry{SentBy::in_person, "in_person", "Given to them in person"},
};

template <typename Entries, typename T>
const auto& entry_of(const Entries& entries, T value) {
  return *std::ranges::find_if(entries, [&](const auto& each) { return each.value == value; });
}

template <typename T, typename Entries>
std::optional<T> value_of(const Entries& entries, std::string_view text) {
  const auto found =
      std::ranges::find_if(entries, [&](const auto& each) { return each.text == text; });
  if (found == entries.end()) return std::nullopt;
  return found->value;
}

}  // namespace

std::string_view to_text(Kind kind) {
  return entry_of(kinds, kind).text;
}
std::string_view to_text(State state) {
  return entry_of(states, state).text;
}
std::string_view to_text(SentBy by) {
  return entry_of(ways, by).text;
}
std::string_view label(Kind kind) {
  return entry_of(kinds, kind).label;
}
std::string_view label(State state) {
  return entry_of(states, state).label;
}
std::string_view label(SentBy by) {
  return entry_of(ways, by).label;
}

std::string_view purpose(Kind kind) {
  switch (kind) {
    case Kind::acknowledgement:
      return "Says that we have the complaint, who looks into it and when we will answer";
    case Kind::extension:
      return "Says that we need longer, why, and when we will answer instead";
    case Kind::response:
      return "Says what we found, what we are doing about it, and how to go to the Ombudsman";
    case Kind::thanks:
      return "Thanks someone for a compliment, a suggestion or an idea";
    case Kind::reply:
      return "Answers someone whose case is not a complaint";
  }
  return {};
}

std::optional<Kind> kind_from_text(std::string_view text) {
  return value_of<Kind>(kinds, text);
}
std::optional<State> state_from_text(std::string_view text) {
  return value_of<State>(states, text);
}
std::optional<SentBy> sent_by_from_text(std::string_view text) {
  return value_of<SentBy>(ways, text);
}

std::vector<Kind> kinds_for(hear::Kind of_case) {
  switch (of_case) {
    case hear::Kind::complaint:
      return {Kind::acknowledgement, Kind::extension, Kind::response};
    case hear::Kind::concern:
      return {Kind::reply};
    case hear::Kind::compliment:
    case hear::Kind::suggestion:
    case hear::Kind::idea:
      return {Kind::thanks, Kind::reply};
  }
  return {};
}

}  // namespace throughline::hear::letter
