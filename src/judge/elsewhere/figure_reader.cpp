#include "judge/elsewhere/statement_reader.hpp"
#include "text/characters.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <array>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

constexpr std::array breaks = {"and"sv, "but"sv, "which"sv, "who"sv,  "that"sv, "were"sv,
                               "was"sv, "had"sv, "of"sv,    "for"sv,  "in"sv,   "to"sv,
                               "by"sv,  "at"sv,  "from"sv,  "with"sv, "or"sv,   "per"sv,
                               "is"sv,  "are"sv, "said"sv,  "told"sv, "on"sv,   "compared"sv};

bool breaks_off(const std::string& word) {
  return std::ranges::find(breaks, word) != breaks.end();
}

class FigureReader {
 public:
  FigureReader(const FigureRules& rules, std::string_view sentence, const Tokens& tokens)
      : rules_(rules), sentence_(sentence), tokens_(tokens), numbers_(text::numbers_in(tokens)) {}

  std::vector<Figure> read() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (base_of_rate_ == i) continue;
      if (measures(i)) add(i);
    }
    return std::move(figures_);
  }

 private:
  [[nodiscard]] std::string word(std::size_t at) const {
    return at < tokens_.size() ? tokens_[at].folded : std::string();
  }

  [[nodiscard]] bool measures(std::size_t index) const {
    const text::Number& number = numbers_[index];
    if (number.percent || number.pounds) return true;
    if (!number.hyphenated && !number.unit.empty()) return true;
    if (number.in_words && number.value < 2) return false;
    if (names(number) || is_age(number) || is_period(index) || is_hours_of_service(number)) {
      return false;
    }
    if (number.hyphenated) return !unit_named(number.unit).empty();
    if (is_rate(index)) return true;
    if (number.in_words) return !unit_after(number).empty() || !counted_after(number).empty();
    return !in_quoted_title(number);
  }

  // "section 42", "Part 1", "aged 65", "Care Act 2014".
  [[nodiscard]] bool names(const text::Number& number) const {
    if (number.from == 0) return false;
    const text::Token& before = tokens_[number.from - 1];
    if (before.kind == text::TokenKind::word) {
      const bool compares = before.folded == "over" || before.folded == "under";
      if (match_any(rules_.naming, tokens_, number.from - 1) == number.from &&
          !(compares && (!unit_after(number).empty() || !counted_after(number).empty()))) {
        return true;
      }
    }
    return before.kind == text::TokenKind::mark && (before.folded == "#" || before.folded == "/");
  }

  // "adults over 65", "aged 18 to 64", "65 and over", "18-64 year olds".
  [[nodiscard]] bool is_age(const text::Number& number) const {
    if (match_any(rules_.age_after, tokens_, number.to) > number.to) return true;
    for (std::size_t back = 1; back <= 4 && back <= number.from; ++back) {
      const std::string before = word(number.from - back);
      if (before == "aged" || before == "ages" || before == "age") return true;
    }
    return number.hyphenated && number.unit == "year" && word(number.to) == "olds";
  }

  // "over the previous 12 months", "in the last two years", "every 6 weeks".
  [[nodiscard]] bool is_period(std::size_t index) const {
    const text::Number& number = numbers_[index];
    if (number.from == 0) return false;
    const bool dated = match_any(rules_.period_before, tokens_, number.from - 1) == number.from;
    return dated && !unit_after(number).empty();
  }

  // "24 hours a day, 7 days a week", "24-hour".
  [[nodiscard]] bool is_hours_of_service(const text::Number& number) const {
    if (number.hyphenated) return number.unit == "hour" && number.value == 24;
    const std::string unit = word(number.to);
    const std::string next = word(number.to + 1);
    return (unit == "hours" || unit == "days" || unit == "hour") &&
           (next == "a" || next == "per" || next == "each");
  }

  // "531 per 100,000": the second number belongs to the unit of the first.
  [[nodiscard]] bool is_rate(std::size_t index) const {
    return index + 1 < numbers_.size() && word(numbers_[index].to) == "per" &&
           numbers_[index + 1].from == numbers_[index].to + 1;
  }

  [[nodiscard]] bool in_quoted_title(const text::Number& number) const {
    bool open = false;
    std::size_t opened = 0;
    for (std::size_t at = 0; at < number.from; ++at) {
      const text::Character mark = text::character_at(tokens_[at].text, 0);
      if (tokens_[at].kind != text::TokenKind::mark) continue;
      if (mark.code == 0x2018 || mark.code == 0x201C) {
        open = true;
        opened = at;
      } else if (mark.code == 0x2019 || mark.code == 0x201D) {
        open = false;
      }
    }
    return open && number.from - opened < 12;
  }

  [[nodiscard]] std::string unit_named(const std::string& unit_word) const {
    const Tokens one = text::tokens_of(unit_word);
    for (const auto& [unit, phrases] : rules_.units) {
      if (match_any(phrases, one, 0) > 0) return unit;
    }
    return {};
  }

  // A unit of time or points that follows directly, or after "working" and the like.
  [[nodiscard]] std::string unit_after(const text::Number& number) const {
    for (std::size_t at = number.to; at < number.to + 2; ++at) {
      for (const auto& [unit, phrases] : rules_.units) {
        if (match_any(phrases, tokens_, at) > at) return unit;
      }
      if (word(at) != "working" && word(at) != "calendar") break;
    }
    return {};
  }

  // The things that are counted: "16 comparable local authorities" gives "authorities".
  [[nodiscard]] std::string counted_after(const text::Number& number) const {
    for (std::size_t at = number.to; at < number.to + 6 && at < tokens_.size(); ++at) {
      if (std::size_t end = match_any(rules_.counted, tokens_, at); end > at) {
        // "Safeguarding Adults Reviews": the last of a run is what is counted.
        std::size_t last = at;
        while (const std::size_t next = match_any(rules_.counted, tokens_, end) > end
                                            ? match_any(rules_.counted, tokens_, end)
                                            : 0) {
          last = end;
          end = next;
        }
        return text_between(last, end);
      }
      if (at == number.to && word(at) == "of") continue;
      if (tokens_[at].kind != text::TokenKind::word || breaks_off(word(at))) break;
    }
    return {};
  }

  void add(std::size_t index) {
    const text::Number& number = numbers_[index];
    Figure figure;
    figure.value = number.value;
    figure.text = std::string(text_of(number));
    figure.unit = unit_of(index);
    figure.what = what_of(number);
    figure.period = period();
    figures_.push_back(std::move(figure));
  }

  [[nodiscard]] std::string unit_of(std::size_t index) {
    const text::Number& number = numbers_[index];
    if (number.percent) return "percent";
    if (number.pounds) return "pounds";
    if (number.hyphenated) return unit_named(number.unit);
    if (!number.unit.empty()) return number.unit;
    if (is_rate(index)) {
      base_of_rate_ = index + 1;
      return "per " + std::string(text_of(numbers_[index + 1]));
    }
    if (std::string unit = unit_after(number); !unit.empty()) return unit;
    if (std::string counted = counted_after(number); !counted.empty()) return counted;
    if (const std::string noun = noun_after(number); !noun.empty()) return noun;
    // The end of a range has the unit of its other end; "of which 19" counts what came before.
    if (index + 1 < numbers_.size() && joined(number, numbers_[index + 1])) {
      return peek_unit(numbers_[index + 1]);
    }
    return figures_.empty() || is_measure(figures_.back().unit) ? std::string()
                                                                : figures_.back().unit;
  }

  // Money, shares and time are measured, not counted: "of which 19" is never 19 pounds.
  [[nodiscard]] bool is_measure(const std::string& unit) const {
    return std::ranges::any_of(rules_.units, [&](const auto& each) { return each.first == unit; });
  }

  [[nodiscard]] std::string peek_unit(const text::Number& number) const {
    if (number.percent) return "percent";
    if (number.pounds) return "pounds";
    const std::string unit = unit_after(number);
    return unit.empty() ? counted_after(number) : unit;
  }

  [[nodiscard]] bool joined(const text::Number& left, const text::Number& right) const {
    return right.from == left.to + 1 && (word(left.to) == "-" || word(left.to) == "to" ||
                                         word(left.to) == "and" || word(left.to) == "or");
  }

  // The plain noun after a number that no list knows: "8 London boroughs" gives "London boroughs".
  [[nodiscard]] std::string noun_after(const text::Number& number) const {
    std::size_t end = number.to;
    while (end < tokens_.size() && end < number.to + 3 &&
           tokens_[end].kind == text::TokenKind::word && !breaks_off(word(end)) &&
           !text::number_word(word(end))) {
      ++end;
      if (tokens_[end - 1].folded.ends_with('s')) break;
    }
    if (end == number.to || !tokens_[end - 1].folded.ends_with('s')) return {};
    return text_between(number.to, end);
  }

  // The words around a figure that say what it measures: those after it, to the next break.
  [[nodiscard]] std::string what_of(const text::Number& number) const {
    std::size_t from = number.to;
    if (word(from) == "of") ++from;
    std::size_t end = from;
    while (end < tokens_.size() && end < from + 8 && (tokens_[end].kind == text::TokenKind::word) &&
           !(breaks_off(word(end)) && end > from)) {
      ++end;
    }
    if (end > from) return text_between(from, end);
    // Nothing after: the words before, back to a break.
    std::size_t start = number.from;
    while (start > 0 && number.from - start < 8 &&
           tokens_[start - 1].kind == text::TokenKind::word) {
      --start;
      if (number.from - start > 3 && breaks_off(word(start))) break;
    }
    return text_between(start, number.from);
  }

  // The first date of the sentence: "2022/23", "August 2024", "end of 2022".
  [[nodiscard]] std::string period() const {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const std::size_t end = text::end_of_years(tokens_, at);
      if (end == at) continue;
      if (at > 0 && word(at - 1) == "act") continue;
      std::size_t from = at;
      if (from > 0 && text::is_month(word(from - 1))) --from;
      if (from > 0 && from < at && tokens_[from - 1].kind == text::TokenKind::number) --from;
      if (from > 1 && word(from - 1) == "of" && word(from - 2) == "end") from -= 2;
      return text_between(from, end);
    }
    return {};
  }

  [[nodiscard]] std::string_view text_of(const text::Number& number) const {
    const text::Token& last = tokens_[number.to - 1];
    const std::size_t start = tokens_[number.from].at;
    return sentence_.substr(start, last.at + last.text.size() - start);
  }

  [[nodiscard]] std::string text_between(std::size_t from, std::size_t to) const {
    if (from >= to) return {};
    const text::Token& last = tokens_[to - 1];
    const std::size_t start = tokens_[from].at;
    return text::folded(sentence_.substr(start, last.at + last.text.size() - start));
  }

  const FigureRules& rules_;
  std::string_view sentence_;
  const Tokens& tokens_;
  std::vector<text::Number> numbers_;
  std::vector<Figure> figures_;
  std::size_t base_of_rate_ = static_cast<std::size_t>(-1);
};

}  // namespace

std::vector<Figure> read_figures(const FigureRules& rules, std::string_view sentence,
                                 const Tokens& tokens) {
  return FigureReader(rules, sentence, tokens).read();
}

}  // namespace throughline::judge::elsewhere
