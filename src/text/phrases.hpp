#pragma once

// Patterns over the words of a sentence, and where they are found. A pattern is written as words
// with single spaces between:
//   word      that word; case and possessive endings are forgiven
//   word*     any word that starts so
//   a|b*|c    any of these
//   word?     may be missing
//   ...       up to four words in between; ..2 up to two
//   <name>    any pattern of the list of that name
// Commas and quotation marks between words are stepped over; a stop, colon or bracket is not.

#include "base/result.hpp"
#include "text/tokens.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::text {

class Phrase;

// Named lists of patterns; a list may use the lists that were added before it.
class PhraseLists {
 public:
  PhraseLists();
  ~PhraseLists();
  PhraseLists(PhraseLists&&) noexcept;
  PhraseLists& operator=(PhraseLists&&) noexcept;

  // Errors: invalid, for an unknown list or an empty pattern.
  [[nodiscard]] base::Result<void> add(const std::string& name,
                                       const std::vector<std::string>& patterns);
  [[nodiscard]] base::Result<Phrase> compile(std::string_view pattern) const;

 private:
  friend class Phrase;
  std::map<std::string, std::shared_ptr<const std::vector<Phrase>>, std::less<>> lists_;
};

// Tokens [from, to) of a sentence.
struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
};

class Phrase {
 public:
  // Every place where it is found, from the left, without overlap.
  [[nodiscard]] std::vector<Span> find_in(const std::vector<Token>& tokens) const;
  // The end of the shortest match that starts at `from`; `from` itself when there is none.
  [[nodiscard]] std::size_t match_at(const std::vector<Token>& tokens, std::size_t from) const;
  [[nodiscard]] const std::string& pattern() const { return pattern_; }

 private:
  friend class PhraseLists;
  struct Word {
    std::string text;
    bool starts = false;  // any word that starts so
  };
  struct Element {
    std::vector<Word> words;
    std::shared_ptr<const std::vector<Phrase>> list;
    std::size_t gap = 0;
    bool optional = false;
  };

  [[nodiscard]] bool may_start_at(const Token& token) const;
  [[nodiscard]] static bool is_one_of(const std::vector<Word>& words, const std::string& word);
  [[nodiscard]] std::vector<std::size_t> ends(const std::vector<Token>& tokens, std::size_t from,
                                              std::size_t element) const;

  std::string pattern_;
  std::vector<Element> elements_;
};

}  // namespace throughline::text
