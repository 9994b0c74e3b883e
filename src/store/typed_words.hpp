#pragma once

// What a person typed into a search box, taken apart into words and phrases. Only letters and
// digits come through, so that nothing typed can be an operator of a search engine.

#include <string>
#include <string_view>
#include <vector>

namespace throughline::store {

struct Sought {
  std::vector<std::string> words;  // more than one: they stand side by side, in this order
  bool by_beginning = false;       // the last word may go on: "assess" finds "assessment"
};

// "follow-up" and "don't" are phrases, as are words in quotes, straight or curly. At most 32; what
// is typed after those is left out.
[[nodiscard]] std::vector<Sought> typed_words(std::string_view typed);

}  // namespace throughline::store
