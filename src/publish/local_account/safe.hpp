#pragma once

// Numbers of people and of voices as a Local Account may print them: rounded to the nearest 5,
// below 5 not given, and more kept back where the small ones could be worked out
// (stats/suppression.hpp, the rule of fair voice). For the sources of this folder only.

#include "publish/local_account/content.hpp"

#include <string>
#include <vector>

namespace throughline::publish::local_account {

// This year and the year before.
struct Count {
  std::string name;
  std::int64_t now = 0;
  std::int64_t before = 0;
  std::string source = {};
};

// The counts with a row for all of them together, named `together`. Every name that could be there
// has to be given, those without any among them, or their absence would tell.
[[nodiscard]] std::vector<Row> safe_parts(const std::string& together,
                                          const std::vector<Count>& counts);

// Whether two tables of parts of the same total can stand side by side: that neither narrows down a
// small number of the other by way of the total that they share.
[[nodiscard]] bool safe_beside(const std::vector<Count>& one, const std::vector<Count>& other);

// Counts that overlap: the most first, without those that are small now; at most `most`.
[[nodiscard]] std::vector<Row> safe_most(const std::vector<Count>& counts, std::size_t most);

// By itself: "35", "fewer than 5".
[[nodiscard]] std::string safe_number(std::int64_t count);

// How many of how many, as a share: "72%". Nothing is said of fewer than hear::least_voices, nor
// when either side of it is a few.
// Shape: percent, and the words; -1 and "not shown".
struct SafeShare {
  int percent = -1;
  std::string words = "not shown";
};
[[nodiscard]] SafeShare safe_share(std::int64_t some, std::int64_t all);

}  // namespace throughline::publish::local_account
