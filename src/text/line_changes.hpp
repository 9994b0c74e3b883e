#pragma once

// What changed from one text to another, line by line, for people to compare.

#include <string>
#include <string_view>
#include <vector>

namespace throughline::text {

enum class LineChange { same, taken_out, put_in };

struct ChangedLine {
  LineChange change = LineChange::same;
  std::string line;

  bool operator==(const ChangedLine&) const = default;
};

// Shape: the lines of both in the order of reading; what was taken out stands before what was put
// in. Texts that differ in more than some 2,000 lines are given as one taken out and one put in.
[[nodiscard]] std::vector<ChangedLine> line_changes(std::string_view before,
                                                    std::string_view after);

}  // namespace throughline::text
