#pragma once

// One set of answers, however it came: from a browser or from a row of a file. Answers that are
// counted stay together under a random key; what someone wrote is kept apart from them, and their
// name, in a survey that asks for it, in a table of its own.

#include "hear/survey/wave.hpp"

#include <string>
#include <vector>

namespace throughline::hear::survey {

// A wave that has more is refused: nobody asks so many, and a machine could.
inline constexpr std::int64_t most_responses = 200'000;

enum class CameBy { web, import };

struct Response {
  Answers answers{};  // those off the way are left out
  std::string key{};  // the same key is the same response
  base::Date received{};
  CameBy came_by = CameBy::web;
  std::string name{};  // of a named survey alone
  std::string email{};
};

// What someone could not answer so: a problem for each question on the way, under "q3".
[[nodiscard]] std::vector<base::Problem> problems_of(const std::vector<Question>& questions,
                                                     const Answers& answers);

// Keeps a response: true, or false when the same key was here before and nothing was added.
// Errors: invalid, with every problem; too_large, past most_responses.
[[nodiscard]] base::Result<bool> keep_response(store::Writer& writer, const record::Work& work,
                                               const Survey& survey, const Wave& wave,
                                               const std::vector<Question>& questions,
                                               const Response& given);

struct Named {
  std::string name;
  std::string email;
  std::string received;  // date
};
// Who answered a named survey; that someone looked is written down.
// Errors: not_found; invalid, when no reason is given.
[[nodiscard]] base::Result<std::vector<Named>> look_at_names(store::Writer& writer,
                                                             const record::Work& work,
                                                             const std::string& wave_ref,
                                                             const std::string& reason);

}  // namespace throughline::hear::survey
