#pragma once

// Fills the {slots} of a piece. What fills a slot depends on the case alone, so that {worker} is
// the same person in what was said and in what was answered.

#include "demo/planned_case.hpp"

#include <string>
#include <string_view>

namespace throughline::demo {

class Slots {
 public:
  Slots(const VoicesScript& voices, const PlannedCase& planned);

  // Throws std::logic_error for a slot that nothing fills (a bug in the script).
  [[nodiscard]] std::string filled(std::string_view piece) const;

 private:
  [[nodiscard]] std::string value(std::string_view slot) const;
  [[nodiscard]] int number(std::string_view slot, int least, int most) const;

  const VoicesScript& voices_;
  const PlannedCase& planned_;
  Relative relative_;
};

}  // namespace throughline::demo
