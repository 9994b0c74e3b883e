#include "judge/elsewhere/fact_reader.hpp"

#include "text/characters.hpp"
#include "text/numbers.hpp"
#include "text/sentences.hpp"

#include <algorithm>

namespace throughline::judge::elsewhere {
namespace {

using Tokens = std::vector<text::Token>;

std::string written(std::string_view sentence, const Tokens& tokens, std::size_t from,
                    std::size_t to) {
  if (from >= to) return {};
  const text::Token& last = tokens[to - 1];
  return std::string(
      sentence.substr(tokens[from].at, last.at + last.text.size() - tokens[from].at));
}

std::string year_in(std::string_view sentence, const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::size_t end = text::end_of_years(tokens, at);
    if (end > at) return written(sentence, tokens, at, end);
  }
  return {};
}

class FactReader {
 public:
  explicit FactReader(const std::vector<FactRule>& rules) : rules_(rules) {}

  std::vector<Fact> read(std::span<const PagePart> parts) {
    for (const PagePart& part : parts) {
      for (const std::string& paragraph : part.paragraphs) {
        if (read_pair(paragraph)) continue;
        for (const std::string_view piece : text::split_sentences(paragraph)) {
          read_sentence(text::trimmed(piece));
        }
      }
    }
    return std::move(facts_);
  }

 private:
  // A table row, or "Population: 412,300".
  bool read_pair(const std::string& line) {
    std::size_t mark = line.find('\t');
    if (mark == line.npos) {
      mark = line.find(": ");
      const bool short_name = mark != line.npos && mark < 60 && line.size() < 160;
      if (!short_name || line.find(". ") != line.npos) return false;
    }
    const std::string name = text::folded(text::trimmed(line.substr(0, mark)));
    std::string value = text::tidied(line.substr(mark + 1));
    if (name.empty() || value.empty()) return false;
    const std::string whole = name + " " + value;
    add(name, std::move(value), year_in(whole, text::tokens_of(whole)));
    return true;
  }

  void read_sentence(std::string_view sentence) {
    const Tokens tokens = text::tokens_of(sentence);
    const std::vector<text::Number> numbers = text::numbers_in(tokens);
    // "Its actual spend for that year": the year that was named last.
    std::string year = year_in(sentence, tokens);
    if (year.empty() && sentence.starts_with("Its ")) year = year_;
    year_ = year;
    for (const FactRule& rule : rules_) {
      const std::vector<text::Span> found = find_all(rule.when, tokens);
      if (found.empty()) continue;
      std::string value = value_of(rule.takes, sentence, tokens, numbers, found.front());
      if (!value.empty()) add(rule.name, std::move(value), year);
    }
  }

  [[nodiscard]] static std::string value_of(FactRule::Takes takes, std::string_view sentence,
                                            const Tokens& tokens,
                                            const std::vector<text::Number>& numbers,
                                            const text::Span& span) {
    if (takes == FactRule::Takes::words) return written(sentence, tokens, span.from, span.to);
    if (takes == FactRule::Takes::name) return name_around(sentence, tokens, span);
    if (takes == FactRule::Takes::after) {
      const auto after = std::ranges::find_if(
          numbers, [&](const text::Number& number) { return number.from >= span.from; });
      return after == numbers.end() ? "" : written(sentence, tokens, after->from, after->to);
    }
    std::string value;
    for (const text::Number& number : numbers) {
      if (takes == FactRule::Takes::percent && !number.percent) continue;
      if (number.to <= span.to && number.from < span.from) {
        value = written(sentence, tokens, number.from, number.to);
      }
    }
    return value;
  }

  // The capitalised words that end here: "Three Rivers Integrated Care System".
  [[nodiscard]] static std::string name_around(std::string_view sentence, const Tokens& tokens,
                                               const text::Span& span) {
    std::size_t from = span.from;
    while (from > 0) {
      const text::Token& before = tokens[from - 1];
      const bool joins = from > 1 && tokens[from - 2].capital &&
                         (before.folded == "and" || before.folded == "of" || before.folded == "," ||
                          before.folded == "the");
      if (!before.capital && !joins) break;
      --from;
    }
    while (from < span.from && (tokens[from].folded == "the" || !tokens[from].capital)) ++from;
    return from < span.from ? written(sentence, tokens, from, span.to) : std::string();
  }

  void add(std::string name, std::string value, std::string year) {
    const bool known =
        std::ranges::any_of(facts_, [&](const Fact& fact) { return fact.name == name; });
    if (!known) facts_.push_back({std::move(name), std::move(value), std::move(year)});
  }

  const std::vector<FactRule>& rules_;
  std::vector<Fact> facts_;
  std::string year_;
};

}  // namespace

std::vector<Fact> read_facts(const std::vector<FactRule>& rules, std::span<const PagePart> parts) {
  return FactReader(rules).read(parts);
}

}  // namespace throughline::judge::elsewhere
