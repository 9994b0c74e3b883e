#pragma once

// How far a count in a table can be from what it is, when readers know bounds of the others and
// what adds up to what. The table is a network: each whole flows through its parts into the totals
// of the columns, and the true counts are one flow through it. What a count can be at most is what
// more can be sent through it; so the bounds are exact, not estimates. For whole_and_parts.cpp
// alone.

#include "stats/suppression.hpp"

#include <cstdint>
#include <vector>

namespace throughline::stats {

class CountFlow {
 public:
  CountFlow(std::size_t lines, std::size_t parts);

  // The true count, and what readers know of it by itself.
  void add_whole(std::size_t line, std::int64_t count, const PossibleCount& known);
  void add_part(std::size_t line, std::size_t part, std::int64_t count, const PossibleCount& known);
  void add_total(std::size_t part, std::int64_t count, const PossibleCount& known);

  // The least and the most that it can be, each looked at no further than `reach` from the truth.
  [[nodiscard]] PossibleCount bounds_of_part(std::size_t line, std::size_t part,
                                             std::int64_t reach);
  [[nodiscard]] PossibleCount bounds_of_whole(std::size_t line, std::int64_t reach);

 private:
  struct Arc {
    std::size_t to = 0;
    std::int64_t room = 0;  // how much more can be sent
  };
  void add(std::size_t from, std::size_t to, std::int64_t count, const PossibleCount& known);
  [[nodiscard]] PossibleCount bounds_of(std::size_t arc, std::int64_t reach);
  [[nodiscard]] std::int64_t send(std::size_t from, std::size_t to, std::int64_t most);
  [[nodiscard]] std::size_t line_node(std::size_t line) const { return 1 + line; }
  [[nodiscard]] std::size_t part_node(std::size_t part) const { return 1 + lines_ + part; }

  std::size_t lines_;
  std::size_t parts_;
  std::vector<Arc> arcs_;  // each followed by the one that takes back what it sends
  std::vector<std::int64_t> counts_;
  std::vector<std::vector<std::size_t>> from_;
  std::vector<std::size_t> whole_arcs_;
  std::vector<std::vector<std::size_t>> part_arcs_;
};

}  // namespace throughline::stats
