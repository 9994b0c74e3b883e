#pragma once

// A letter as pages and paper show it.

#include "hear/letter/layout.hpp"
#include "hear/letter/letter.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::web {

struct LetterBlockView {
  std::string kind;  // "paragraph", "heading", "list", "numbered"
  std::vector<std::string> lines;
};
BOOST_DESCRIBE_STRUCT(LetterBlockView, (), (kind, lines))

[[nodiscard]] std::vector<LetterBlockView> letter_blocks(std::string_view text);

struct LetterLineView {
  std::string ref;
  std::string kind;
  std::string case_ref;
  std::string state;
  std::string state_class;
  std::string when;  // "drafted 3 May 2026 by Priya Nair"
};
BOOST_DESCRIBE_STRUCT(LetterLineView, (), (ref, kind, case_ref, state, state_class, when))

[[nodiscard]] LetterLineView letter_line(const hear::letter::Letter& letter);

}  // namespace throughline::web
