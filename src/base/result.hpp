#pragma once

// The outcome of work that can be refused: a value, or an Error in plain English that says what to
// do. Expected outcomes (an invalid field, nothing found, no permission) travel this way; a broken
// world (database lost, a bug) throws instead and is caught at the edge.

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace throughline::base {

enum class ErrorKind { invalid, not_found, forbidden, conflict, too_large, unsupported };

// One thing that is wrong with what was given. `field` is the form field or column it belongs to
// (empty: the whole); `row` is the line of the file, counted from 1 with the heading as row 1
// (0: not a file).
struct Problem {
  std::string field;
  std::string message;
  int row = 0;
};

struct Error {
  ErrorKind kind = ErrorKind::invalid;
  std::string message;
  std::vector<Problem> problems;  // every problem at once, in the order of the form or file
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> refuse(ErrorKind kind, std::string message,
                                    std::vector<Problem> problems = {}) {
  return tl::make_unexpected(Error{kind, std::move(message), std::move(problems)});
}

inline tl::unexpected<Error> refuse(std::vector<Problem> problems) {
  return tl::make_unexpected(Error{ErrorKind::invalid, "There is a problem", std::move(problems)});
}

}  // namespace throughline::base
