#pragma once

// The part of a text around what was looked for, as pieces that a page can escape and mark. The
// databases mark matches in the whole text; the cut is made here, so that both give the same.

#include <string>
#include <string_view>
#include <vector>

namespace throughline::store {

// A piece of a record's words; `matched` is what was looked for. Not escaped.
struct Segment {
  std::string text;
  bool matched = false;

  bool operator==(const Segment&) const = default;
};
using Excerpt = std::vector<Segment>;

inline constexpr char match_begins = '\x02';
inline constexpr char match_ends = '\x03';

// About 280 bytes around the first match, cut between words, with "…" where text was left out.
[[nodiscard]] Excerpt excerpt_of(std::string_view marked);

}  // namespace throughline::store
