#pragma once

// What one council of the demo is made from and what has been made so far: the makers share it.
// Keys are those of the script with their kind before them: "measure:late-visits", "theme:Waiting".

#include "demo/calendar.hpp"
#include "demo/planned_case.hpp"
#include "demo/script.hpp"
#include "demo/timeline.hpp"

#include <map>
#include <string>
#include <vector>

namespace throughline::demo {

struct Known {
  const Script& script;
  const CouncilScript& council;
  const Calendar& calendar;
  std::uint64_t seed;
  bool main = true;  // the other council has only a little of everything

  std::map<std::string, record::Actor> people{};  // by their key
  record::Actor visitor{"", "A member of the public", record::Role::visitor};
  std::vector<PlannedCase> planned{};
  std::vector<std::string> cases{};           // refs, in the order of `planned`
  std::map<std::string, std::string> refs{};  // of everything else

  // Throws std::out_of_range, with the key, when it is not there yet: the script is in the wrong
  // order.
  [[nodiscard]] const record::Actor& person(const std::string& key) const;
  [[nodiscard]] const std::string& ref(const std::string& key) const;
  [[nodiscard]] std::vector<std::string> refs_of(const std::string& kind, const Texts& keys) const;
  // The latest cases of a theme and kind that had their theme by then; fewer when there were fewer.
  [[nodiscard]] std::vector<std::string> cases_by(const CasesWanted& wanted,
                                                  base::Instant when) const;
  // A moment in office hours of a day of the script, never after the end of the history.
  [[nodiscard]] base::Instant moment(const std::string& said, const std::string& of) const;
};

}  // namespace throughline::demo
