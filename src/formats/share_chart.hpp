#pragma once

// A drawing of shares beside what they are held against: for each group a line from the lower to
// the upper end of how sure the share is, a dot at the share, and an upright mark at the other. As
// the other charts it is drawn for wide and for narrow screens and needs no colour to be read.

#include <optional>
#include <string>
#include <vector>

namespace throughline::formats {

// Units: percent.
struct ShareLine {
  std::string name;
  std::optional<double> share{};  // nothing: not shown
  double lower = 0;
  double upper = 0;
  std::optional<double> against{};
  bool marked = false;  // the two differ by more than chance
};

struct ShareChart {
  std::string id;
  std::string title;
  std::string description;
  std::string share_name;    // "Voices"
  std::string against_name;  // "Residents"
  std::vector<ShareLine> lines;
};

// Both drawings inside <div class="chart">; empty when there are no lines.
[[nodiscard]] std::string share_chart(const ShareChart& chart);

}  // namespace throughline::formats
