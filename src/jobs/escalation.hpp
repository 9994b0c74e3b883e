#pragma once

// Tells the leaders of every council which replies to staff are overdue (hear/idea).

#include "store/database.hpp"

namespace throughline::base {
class Clock;
class Random;
}  // namespace throughline::base

namespace throughline::jobs {

// Gives how many had not been told of before.
[[nodiscard]] int escalate_overdue_replies(store::Database& database, const base::Clock& clock,
                                           base::Random& random);

}  // namespace throughline::jobs
