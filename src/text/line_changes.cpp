#include "text/line_changes.hpp"

#include <algorithm>
#include <cstdint>

namespace throughline::text {
namespace {

using Lines = std::vector<std::string_view>;
constexpr std::size_t most_cells = 4'000'000;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void add(std::vector<ChangedLine>& changes, LineChange change, std::string_view line) {
  changes.push_back({change, std::string(line)});
}

// How many lines the longest common run of what is left has, for each place in both.
std::vector<std::uint16_t> common_lengths(const Lines& before, const Lines& after) {
  const std::size_t width = after.size() + 1;
  std::vector<std::uint16_t> lengths((before.size() + 1) * width, 0);
  for (std::size_t b = before.size(); b-- > 0;) {
    for (std::size_t a = after.size(); a-- > 0;) {
      auto& here = lengths[b * width + a];
      here = before[b] == after[a]
                 ? static_cast<std::uint16_t>(lengths[(b + 1) * width + a + 1] + 1)
                 : std::max(lengths[(b + 1) * width + a], lengths[b * width + a + 1]);
    }
  }
  return lengths;
}

void add_middle(std::vector<ChangedLine>& changes, const Lines& before, const Lines& after) {
  std::size_t b = 0;
  std::size_t a = 0;
  if ((before.size() + 1) * (after.size() + 1) <= most_cells) {
    const auto lengths = common_lengths(before, after);
    const std::size_t width = after.size() + 1;
    while (b < before.size() && a < after.size()) {
      if (before[b] == after[a]) {
        add(changes, LineChange::same, before[b]);
        ++b;
        ++a;
      } else if (lengths[(b + 1) * width + a] >= lengths[b * width + a + 1]) {
        add(changes, LineChange::taken_out, before[b++]);
      } else {
        add(changes, LineChange::put_in, after[a++]);
      }
    }
  }
  for (; b < before.size(); ++b) add(changes, LineChange::taken_out, before[b]);
  for (; a < after.size(); ++a) add(changes, LineChange::put_in, after[a]);
}

}  // namespace

std::vector<ChangedLine> line_changes(std::string_view before, std::string_view after) {
  Lines old_lines = lines_of(before);
  Lines new_lines = lines_of(after);
  const auto [old_at, new_at] =
      std::mismatch(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end());
  std::vector<ChangedLine> changes;
  for (auto each = old_lines.begin(); each != old_at; ++each) {
    add(changes, LineChange::same, *each);
  }
  old_lines.erase(old_lines.begin(), old_at);
  new_lines.erase(new_lines.begin(), new_at);
  Lines ending;
  while (!old_lines.empty() && !new_lines.empty() && old_lines.back() == new_lines.back()) {
    ending.push_back(old_lines.back());
    old_lines.pop_back();
    new_lines.pop_back();
  }
  add_middle(changes, old_lines, new_lines);
  for (auto each = ending.rbegin(); each != ending.rend(); ++each) {
    add(changes, LineChange::same, *each);
  }
  return changes;
}

}  // namespace throughline::text
