#pragma once

// The words in which a letter is described: what it is for, where it stands, and how it went out.
// Each has one word for the database and addresses, and one label for people.

#include "hear/kinds.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace throughline::hear::letter {

enum class Kind {
  acknowledgement,  // we have your complaint, and this is when we will answer
  extension,        // we need longer, why, and until when
  response,         // what we found, what we do about it, and where else to turn
  thanks,           // for a compliment
  reply,            // to anything that is not a complaint
};

// A sent letter stands as it is for good. A discarded one was never sent.
enum class State { draft, sent, discarded };

enum class SentBy { post, email, in_person };

inline constexpr std::array all_kinds = {Kind::acknowledgement, Kind::extension, Kind::response,
                                         Kind::thanks, Kind::reply};
inline constexpr std::array all_ways = {SentBy::post, SentBy::email, SentBy::in_person};

[[nodiscard]] std::string_view to_text(Kind kind);  // "acknowledgement"
[[nodiscard]] std::string_view to_text(State state);
[[nodiscard]] std::string_view to_text(SentBy by);  // "in_person"
[[nodiscard]] std::string_view label(Kind kind);    // "Acknowledgement letter"
[[nodiscard]] std::string_view label(State state);
[[nodiscard]] std::string_view label(SentBy by);  // "Given to them in person"
// What a letter is for, in a sentence.
[[nodiscard]] std::string_view purpose(Kind kind);

[[nodiscard]] std::optional<Kind> kind_from_text(std::string_view text);
[[nodiscard]] std::optional<State> state_from_text(std::string_view text);
[[nodiscard]] std::optional<SentBy> sent_by_from_text(std::string_view text);

// The letters that can be written about a kind of case.
[[nodiscard]] std::vector<Kind> kinds_for(hear::Kind of_case);

}  // namespace throughline::hear::letter
