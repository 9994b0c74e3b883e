#pragma once

// What one running program serves with. Made once, where the program is put together; everything in
// it outlives the calls.

#include "record/session.hpp"

namespace throughline::base {
class Clock;
class Random;
}  // namespace throughline::base
namespace throughline::record {
class Passwords;
class PermissionTable;
}  // namespace throughline::record
namespace throughline::store {
class Database;
}

namespace throughline::web {

struct Site {
  store::Database& database;
  const base::Clock& clock;
  base::Random& random;
  const record::PermissionTable& permissions;
  const record::Passwords& passwords;
  record::SessionLimits session_limits = {};
  bool sends_mail = false;  // a mail server was named; without one, mail waits
};

}  // namespace throughline::web
