#include "text/phrases.hpp"

#include "text/characters.hpp"

#include <algorithm>

namespace throughline::text {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    if (end > start) parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

bool stepped_over(const Token& token) {
  return token.kind == TokenKind::mark &&
         (token.folded == "," || token.folded == "'" || token.folded == "\"");
}

}  // namespace

PhraseLists::PhraseLists() = default;
PhraseLists::~PhraseLists() = default;
PhraseLists::PhraseLists(PhraseLists&&) noexcept = default;
PhraseLists& PhraseLists::operator=(PhraseLists&&) noexcept = default;

base::Result<void> PhraseLists::add(const std::string& name,
                                    const std::vector<std::string>& patterns) {
  auto phrases = std::make_shared<std::vector<Phrase>>();
  for (const std::string& pattern : patterns) {
    base::Result<Phrase> phrase = compile(pattern);
    if (!phrase) return tl::make_unexpected(phrase.error());
    phrases->push_back(std::move(*phrase));
  }
  lists_[name] = std::move(phrases);
  return {};
}

base::Result<Phrase> PhraseLists::compile(std::string_view pattern) const {
  Phrase phrase;
  phrase.pattern_ = std::string(pattern);
  for (std::string part : split(folded(pattern), ' ')) {
    Phrase::Element element;
    if (part == "...") {
      element.gap = 4;
    } else if (part.starts_with("..")) {
      element.gap = static_cast<std::size_t>(std::max(1, std::atoi(part.c_str() + 2)));
    } else {
      if (part.size() > 1 && part.ends_with('?')) {
        element.optional = true;
        part.pop_back();
      }
      if (part.starts_with('<') && part.ends_with('>')) {
        const auto list = lists_.find(part.substr(1, part.size() - 2));
        if (list == lists_.end()) {
          return base::refuse(base::ErrorKind::invalid,
                              "There is no list " + part + " before \"" + phrase.pattern_ + "\"");
        }
        element.list = list->second;
      } else {
        for (std::string word : split(part, '|')) {
          const bool starts = word.size() > 1 && word.ends_with('*');
          if (starts) word.pop_back();
          element.words.push_back({std::move(word), starts});
        }
      }
    }
    phrase.elements_.push_back(std::move(element));
  }
  const auto says_something = [](const Phrase::Element& each) { return each.gap == 0; };
  if (std::ranges::none_of(phrase.elements_, says_something)) {
    return base::refuse(base::ErrorKind::invalid,
                        "A pattern needs at least one word: \"" + phrase.pattern_ + "\"");
  }
  return phrase;
}

std::vector<std::size_t> Phrase::ends(const std::vector<Token>& tokens, std::size_t from,
                                      std::size_t index) const {
  if (index == elements_.size()) return {from};
  const Element& element = elements_[index];
  std::vector<std::size_t> found;
  const auto go_on = [&](std::size_t next) {
    for (const std::size_t end : ends(tokens, next, index + 1)) found.push_back(end);
  };
  if (element.gap > 0) {
    std::size_t words = 0;
    for (std::size_t at = from; words <= element.gap; ++at) {
      go_on(at);
      if (!found.empty() || at >= tokens.size()) break;
      if (tokens[at].kind == TokenKind::mark && !stepped_over(tokens[at])) break;
      if (tokens[at].kind != TokenKind::mark) ++words;
    }
    return found;
  }
  std::size_t at = from;
  while (index > 0 && at < tokens.size() && stepped_over(tokens[at])) ++at;
  if (at < tokens.size()) {
    if (element.list) {
      for (const Phrase& phrase : *element.list) {
        for (const std::size_t end : phrase.ends(tokens, at, 0)) go_on(end);
      }
    } else {
      if (is_one_of(element.words, tokens[at].folded)) go_on(at + 1);
    }
  }
  if (element.optional) go_on(from);
  return found;
}

bool Phrase::may_start_at(const Token& token) const {
  const Element& first = elements_.front();
  if (first.list || first.gap > 0 || first.optional) return true;
  return is_one_of(first.words, token.folded);
}

bool Phrase::is_one_of(const std::vector<Word>& words, const std::string& word) {
  for (const Word& each : words) {
    if (each.starts ? word.starts_with(each.text) : word == each.text) return true;
  }
  return false;
}

std::size_t Phrase::match_at(const std::vector<Token>& tokens, std::size_t from) const {
  // Nearly every phrase fails at its first word: say so before anything is set up.
  if (from >= tokens.size() || !may_start_at(tokens[from])) return from;
  const std::vector<std::size_t> found = ends(tokens, from, 0);
  std::size_t shortest = from;
  for (const std::size_t end : found) {
    if (end > from && (shortest == from || end < shortest)) shortest = end;
  }
  return shortest;
}

std::vector<Span> Phrase::find_in(const std::vector<Token>& tokens) const {
  std::vector<Span> found;
  for (std::size_t at = 0; at < tokens.size();) {
    const std::size_t end = match_at(tokens, at);
    if (end > at) {
      found.push_back({at, end});
      at = end;
    } else {
      ++at;
    }
  }
  return found;
}

}  // namespace throughline::text
