#pragma once

// A report's figures in words, for those who may see every number and for everyone. In what
// everyone reads no number from 1 to 4 stands, nor one from which such a number could be worked
// out, because a small number can point at a person; and the report of a year gives none away to
// somebody who lays the reports of its quarters beside it. The three numbers that the law wants
// stated stay as they are.

#include "publish/report/figures.hpp"

#include <string>
#include <vector>

namespace throughline::publish::report {

enum class Readers { staff, everyone };

inline constexpr std::int64_t least_shown = 5;

// Each as text: "12", "fewer than 5", "not shown".
struct ShownLine {
  std::string name;
  std::string now;
  std::string before;
};

struct ShownTable {
  std::string title;
  std::string counted;
  std::string note;
  std::vector<ShownLine> lines;
};

struct ShownFigures {
  // Received, well-founded, referred to the Ombudsman; then decided, open and the median time.
  std::vector<ShownLine> totals;
  std::vector<ShownLine> timeliness;  // "34 of 40 (85%)"
  std::vector<ShownTable> tables;     // in the order of the figures; those without lines too
};

// `quarters`: the figures of the four quarters of a year; none of a quarter.
[[nodiscard]] ShownFigures shown(const Figures& figures, const std::vector<Figures>& quarters,
                                 Readers readers);

}  // namespace throughline::publish::report
