#pragma once

// What "stale", "enough" and "one-sided" mean, as data: data/judgement/yardsticks.yaml.

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "judge/voice.hpp"

#include <string_view>
#include <vector>

namespace throughline::judge {

struct Yardsticks {
  int evidence_stale_after_months = 12;
  std::size_t least_claim_characters = 10;
  std::size_t least_rationale_characters = 60;
  std::size_t one_sided_from = 3;
  std::vector<Voice> expected_voices;
};

// Errors: invalid, naming the line of the file and what is wrong.
[[nodiscard]] base::Result<Yardsticks> read_yardsticks(std::string_view yaml);
[[nodiscard]] base::EmbeddedFiles embedded_judgement();
// Those that come with the program; throws when they cannot be read (a bug).
[[nodiscard]] Yardsticks built_in_yardsticks();

}  // namespace throughline::judge
