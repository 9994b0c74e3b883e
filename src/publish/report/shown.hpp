#pragma once

// A report's figures in words, for those who may see every number and for everyone. In what
// everyone reads no number from 1 to 4 stands, nor one from which such a number could be worked
// out, because a small number can point at a person. The three numbers that the law wants stated
// stay as they are.

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

// Received, well-founded, referred to the Ombudsman; then decided, open and the median time.
[[nodiscard]] std::vector<ShownLine> shown_totals(const Figures& figures, Readers readers);
[[nodiscard]] ShownTable shown(const Table& table, Readers readers);
// "34 of 40 (85%)".
[[nodiscard]] ShownLine shown(const Part& part, Readers readers);

}  // namespace throughline::publish::report
