#pragma once

// What every draft of this stage is checked with: trimmed text, its length as a person counts it,
// and a list of problems that grows.

#include "base/date.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::judge {

inline constexpr std::size_t most_sentence_characters = 1'000;
inline constexpr std::size_t most_text_characters = 10'000;

// Without white space at both ends; "\r\n" becomes "\n".
[[nodiscard]] std::string trimmed(std::string_view text);
// Code points, not bytes.
[[nodiscard]] std::size_t characters(std::string_view text);

class Checks {
 public:
  void problem(std::string field, std::string message);
  // `what` opens the message: "Rationale must be ...".
  void text(const std::string& field, const std::string& what, const std::string& value,
            std::size_t least, std::size_t most);
  // Nothing when empty or wrong; a wrong one is a problem.
  std::optional<base::Date> date(const std::string& field, const std::string& what,
                                 const std::string& value);
  // The same, and it may not be after today.
  std::optional<base::Date> past_date(const std::string& field, const std::string& what,
                                      const std::string& value, base::Date today);
  [[nodiscard]] bool fine() const { return problems_.empty(); }
  [[nodiscard]] std::vector<base::Problem> take() { return std::move(problems_); }

 private:
  std::vector<base::Problem> problems_;
};

}  // namespace throughline::judge
