#pragma once

// The day by which a reply is promised: so many working days after the day it was raised.

#include "base/date.hpp"

namespace throughline::hear {

// Past the end of the list of bank holidays, Mondays to Fridays count: this is the council's own
// promise and no legal deadline.
[[nodiscard]] base::Date reply_due(base::Date raised, int working_days);

}  // namespace throughline::hear
