#pragma once

// One piece of work by one actor in one council at one moment: what every verb of a stage is given
// beside the database. Every query takes its authority_id from here, and every event its actor.

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/random.hpp"
#include "record/role.hpp"

#include <string>

namespace throughline::record {

struct Actor {
  std::string user_ref;  // "USER-3"; empty for the public and for the system
  std::string name;      // as shown in histories: "Priya Nair"; "A member of the public"
  Role role = Role::visitor;
};

struct Work {
  std::string authority_id;  // "aldermere"
  Actor actor;
  base::Instant now;
  base::Random& random;

  [[nodiscard]] base::Date today() const { return base::london_date(now); }
};

}  // namespace throughline::record
