#include "text/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace throughline::text {
namespace {

using namespace std::literals;

constexpr std::array units = {"zero"sv,    "one"sv,     "two"sv,       "three"sv,    "four"sv,
                              "five"sv,    "six"sv,     "seven"sv,     "eight"sv,    "nine"sv,
                              "ten"sv,     "eleven"sv,  "twelve"sv,    "thirteen"sv, "fourteen"sv,
                              "fifteen"sv, "sixteen"sv, "seventeen"sv, "eighteen"sv, "nineteen"sv};
constexpr std::array tens = {"twenty"sv, "thirty"sv,  "forty"sv,  "fifty"sv,
                             "sixty"sv,  "seventy"sv, "eighty"sv, "ninety"sv};
constexpr std::array months = {"january"sv,   "february"sv, "march"sv,    "april"sv,
                               "may"sv,       "june"sv,     "july"sv,     "august"sv,
                               "september"sv, "october"sv,  "november"sv, "december"sv};

struct Scale {
  std::string_view word;
  double factor;
};
constexpr std::array scales = {
    Scale{"hundred"sv, 1e2}, Scale{"thousand"sv, 1e3}, Scale{"k"sv, 1e3}, Scale{"million"sv, 1e6},
    Scale{"m"sv, 1e6},       Scale{"billion"sv, 1e9},  Scale{"bn"sv, 1e9}};

std::optional<double> digits(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ',') plain += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

const Token* token_at(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() ? &tokens[at] : nullptr;
}

bool is(const std::vector<Token>& tokens, std::size_t at, std::string_view folded) {
  const Token* token = token_at(tokens, at);
  return token && token->folded == folded;
}

// Do two tokens stand without white space between?
bool touch(const std::vector<Token>& tokens, std::size_t left) {
  return left + 1 < tokens.size() &&
         tokens[left].at + tokens[left].text.size() == tokens[left + 1].at;
}

bool is_year(const Token& token) {
  if (token.kind != TokenKind::number || token.text.size() != 4) return false;
  const std::optional<double> value = digits(token.text);
  return value && *value >= 1900 && *value <= 2100 && token.text.find('.') == token.text.npos &&
         token.text.find(',') == token.text.npos;
}

bool is_ordinal_ending(std::string_view folded) {
  return folded == "st" || folded == "nd" || folded == "rd" || folded == "th";
}

class NumberFinder {
 public:
  explicit NumberFinder(const std::vector<Token>& tokens) : tokens_(tokens) {}

  std::vector<Number> find() {
    for (std::size_t at = 0; at < tokens_.size();) {
      if (const std::size_t end = end_of_years(tokens_, at); end > at) {
        at = end;
      } else if (const std::size_t date = end_of_date(at); date > at) {
        at = date;
      } else {
        at = read_at(at);
      }
    }
    return std::move(numbers_);
  }

 private:
  // "31 March", "March 31".
  [[nodiscard]] std::size_t end_of_date(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::number) return at;
    std::size_t next = at + 1;
    if (next < tokens_.size() && is_ordinal_ending(tokens_[next].folded)) ++next;
    if (next < tokens_.size() && is_month(tokens_[next].folded) && tokens_[next].capital) {
      return next + 1;
    }
    return at;
  }

  std::size_t read_at(std::size_t at) {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::number) return read_digits(at);
    if (token.kind == TokenKind::word) return read_words(at);
    return at + 1;
  }

  std::size_t read_digits(std::size_t at) {
    const std::optional<double> value = digits(tokens_[at].text);
    if (!value) return at + 1;
    Number number;
    number.value = *value;
    number.from = at;
    number.to = at + 1;
    if (at > 0 && is(tokens_, at - 1, "£")) {
      number.pounds = true;
      number.from = at - 1;
    }
    if (touch(tokens_, at) && tokens_[at + 1].kind == TokenKind::word) {
      // "1st", "2A": no amount; "5m", "20k", "£3bn": a scale.
      if (!scaled(tokens_[at + 1].folded) || is_ordinal_ending(tokens_[at + 1].folded)) {
        return at + 2;
      }
    }
    if (is_ratio_of_hours(at)) return at + 3;
    if (is(tokens_, at + 1, "in") && at + 2 < tokens_.size() &&
        tokens_[at + 2].kind == TokenKind::number && !is_year(tokens_[at + 2])) {
      number.unit = "in " + tokens_[at + 2].folded;
      number.to = at + 3;
      numbers_.push_back(number);
      return number.to;
    }
    finish(number);
    if (hyphen_unit(number)) return number.to;
    numbers_.push_back(number);
    return number.to;
  }

  // "24/7".
  [[nodiscard]] bool is_ratio_of_hours(std::size_t at) const {
    return is(tokens_, at + 1, "/") && at + 2 < tokens_.size() &&
           tokens_[at + 2].kind == TokenKind::number && touch(tokens_, at);
  }

  // "3-year": digits, a hyphen and a word without spaces.
  bool hyphen_unit(Number& number) {
    const std::size_t dash = number.to;
    if (!is(tokens_, dash, "-") || !touch(tokens_, dash - 1) || !touch(tokens_, dash)) return false;
    const Token& next = tokens_[dash + 1];
    if (next.kind == TokenKind::word) {
      number.hyphenated = true;
      number.unit = next.folded.substr(0, next.folded.find('-'));
      number.to = dash + 2;
      numbers_.push_back(number);
      return true;
    }
    return false;
  }

  std::size_t read_words(std::size_t at) {
    const std::string& word = tokens_[at].folded;
    const std::size_t hyphen = word.find('-');
    if (hyphen != word.npos && !number_word(word)) {
      // "six-week"
      const std::optional<int> value = number_word(word.substr(0, hyphen));
      if (!value || *value < 2) return at + 1;
      Number number;
      number.value = *value;
      number.from = at;
      number.to = at + 1;
      number.in_words = true;
      number.hyphenated = true;
      number.unit = word.substr(hyphen + 1, word.find('-', hyphen + 1) - hyphen - 1);
      numbers_.push_back(number);
      return at + 1;
    }
    const std::optional<int> value = number_word(word);
    if (!value) return at + 1;
    Number number;
    number.value = *value;
    number.from = at;
    number.to = at + 1;
    number.in_words = true;
    finish(number);
    numbers_.push_back(number);
    return number.to;
  }

  [[nodiscard]] static bool scaled(std::string_view word) {
    return std::ranges::find(scales, word, &Scale::word) != scales.end();
  }

  // Takes the scale and the percent sign that follow.
  void finish(Number& number) const {
    while (const Token* next = token_at(tokens_, number.to)) {
      const auto scale = std::ranges::find(scales, next->folded, &Scale::word);
      if (scale == scales.end()) break;
      const bool letter = scale->word.size() == 1;
      if (letter && !(touch(tokens_, number.to - 1) && number.to > 0)) break;
      number.value *= scale->factor;
      ++number.to;
    }
    if (is(tokens_, number.to, "%") || is(tokens_, number.to, "percent") ||
        is(tokens_, number.to, "percentage")) {
      number.percent = !is(tokens_, number.to, "percentage");
      if (number.percent) ++number.to;
    } else if (is(tokens_, number.to, "per") && is(tokens_, number.to + 1, "cent")) {
      number.percent = true;
      number.to += 2;
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<Number> numbers_;
};

}  // namespace

std::vector<Number> numbers_in(const std::vector<Token>& tokens) {
  return NumberFinder(tokens).find();
}

bool is_month(std::string_view folded_word) {
  return std::ranges::find(months, folded_word) != months.end();
}

std::optional<int> number_word(std::string_view folded_word) {
  const auto unit = std::ranges::find(units, folded_word);
  if (unit != units.end()) return static_cast<int>(unit - units.begin());
  for (std::size_t i = 0; i < tens.size(); ++i) {
    if (!folded_word.starts_with(tens[i])) continue;
    const int value = static_cast<int>(i + 2) * 10;
    if (folded_word.size() == tens[i].size()) return value;
    if (folded_word[tens[i].size()] != '-') return std::nullopt;
    const std::optional<int> rest = number_word(folded_word.substr(tens[i].size() + 1));
    if (rest && *rest >= 1 && *rest <= 9) return value + *rest;
  }
  return std::nullopt;
}

std::size_t end_of_years(const std::vector<Token>& tokens, std::size_t at) {
  if (at >= tokens.size() || !is_year(tokens[at])) return at;
  std::size_t end = at + 1;
  const bool spans = end + 1 < tokens.size() && tokens[end].kind == TokenKind::mark &&
                     (tokens[end].folded == "/" || tokens[end].folded == "-") &&
                     tokens[end + 1].kind == TokenKind::number &&
                     (tokens[end + 1].text.size() == 2 || is_year(tokens[end + 1]));
  return spans ? end + 2 : end;
}

}  // namespace throughline::text
