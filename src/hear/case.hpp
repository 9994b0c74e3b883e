#pragma once

// A case is what someone told the council, in their own words, kept exactly: the first record on
// the line. It holds no name, no way to reach them and no equality answer (identity.hpp), and its
// title never holds the words.

#include "base/date.hpp"
#include "base/result.hpp"
#include "hear/identity.hpp"
#include "hear/kinds.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

// Words longer than this are refused: a letter of thirty pages fits three times over.
inline constexpr std::size_t most_words_characters = 100'000;
// A case that came longer ago than this is refused, as a mistyped year most likely is.
inline constexpr int most_years_back = 10;

// What is known when someone speaks.
struct NewCase {
  std::optional<Kind> kind;
  std::string words;
  std::string service_ref;  // "SERVICE-4"; empty: not about one service, or not sure
  std::optional<Relationship> relationship;
  Channel channel = Channel::web;
  std::optional<base::Date> received;  // nothing: today
  // The same key is the same case: a button pressed twice, or a file imported twice, makes one.
  std::string submission_key;
  Identity identity;
};

struct Case {
  std::string ref;      // "CASE-1042"
  std::string receipt;  // "7KQ4-MX2P-9HRD-3FGT": what the person comes back with
  Kind kind{};
  std::string service_ref;
  std::string service_name;  // empty: not about one service
  Relationship relationship{};
  Channel channel{};
  base::Date received;
  std::string received_at;  // instant
  Status status{};
  std::string officer_ref;  // who is looking into it; may be empty
  std::string officer_name;
  std::optional<Outcome> outcome;
  std::string answer;  // to the person, when closed
  std::string closed;  // date; empty while open
  std::int64_t version = 1;
  std::string words;  // only from find_case
};

// "Complaint about Home care, 3 May 2026": names the case without a word of what was said.
[[nodiscard]] std::string title(const Case& found);

// Characters as a person counts them: a line break is one.
[[nodiscard]] std::size_t characters(std::string_view words);

// Every problem with a new case, by form field: kind, words, service, relationship, received, and
// those of its contact details.
[[nodiscard]] std::vector<base::Problem> problems_of(const NewCase& given, base::Date today);
[[nodiscard]] std::vector<base::Problem> problems_of_words(std::string_view words);

}  // namespace throughline::hear
