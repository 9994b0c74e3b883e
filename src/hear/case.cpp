#include "hear/case.hpp"

#include "formats/encoding.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

bool blank(std::string_view words) {
  return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::string title(const Case& found) {
  std::string text{label(found.kind)};
  if (!found.service_name.empty()) text += " about " + found.service_name;
  return text + ", " + base::to_long_text(found.received);
}

std::size_t characters(std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool continues = (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80U;
    const bool second_half_of_line_break = words[at] == '\n' && at > 0 && words[at - 1] == '\r';
    if (!continues && !second_half_of_line_break) ++count;
  }
  return count;
}

std::vector<base::Problem> problems_of_words(std::string_view words) {
  if (blank(words)) return {{"words", "Enter what you want to tell us"}};
  if (!formats::is_utf8(words) || words.find('\0') != std::string_view::npos) {
    return {{"words",
             "Some characters could not be read. Type the words again, or copy them as "
             "plain text"}};
  }
  if (const auto count = characters(words); count > most_words_characters) {
    return {{"words", "What you tell us must be 100,000 characters or fewer. You have written " +
                          std::to_string(count)}};
  }
  return {};
}

std::vector<base::Problem> problems_of(const NewCase& given, base::Date today) {
  std::vector<base::Problem> problems;
  if (!given.kind) problems.push_back({"kind", "Choose what kind of feedback it is"});
  std::ranges::move(problems_of_words(given.words), std::back_inserter(problems));
  if (!given.relationship) problems.push_back({"relationship", "Choose who is telling us"});
  if (given.received) {
    if (*given.received > today) {
      problems.push_back({"received", "Date received must be today or in the past"});
    } else if (*given.received < base::add_months(today, -12 * most_years_back)) {
      problems.push_back({"received", "Date received must be in the last 10 years"});
    }
  }
  std::ranges::move(problems_of(given.identity.contact), std::back_inserter(problems));
  return problems;
}

}  // namespace throughline::hear
