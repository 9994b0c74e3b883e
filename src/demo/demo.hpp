#pragma once

// The demo council: an invented council with three years of its line behind it, for trying the
// product, for its tests, its screenshots and its benchmarks; and a second, small one beside it
// that shows that councils never see each other. Everything is made through the stages' own verbs,
// with a clock that walks through the three years.
//
// It refuses to touch a council that is there already.

#include "base/date.hpp"
#include "base/result.hpp"
#include "record/password.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace throughline::demo {

inline constexpr int cases_at_scale_one = 1'500;

struct DemoOptions {
  base::Date as_at;            // the history ends the day before
  std::uint64_t seed = 1;      // the same seed, day and scale make the same council
  double scale = 1;            // 2: twice as many cases; above 0
  std::string authority = {};  // id of the council; empty: "aldermere"
  // Told how many happenings of how many are done.
  std::function<void(std::size_t, std::size_t)> played = {};
};

struct DemoMade {
  std::string authority_id;
  std::string name;
  int cases = 0;
};

// Makes both councils. The database is migrated already. What is not the same for the same seed:
// the salt of the passwords.
// Errors: conflict, when the council is there already (nothing is changed); invalid, for a scale or
// an id that will not do.
[[nodiscard]] base::Result<DemoMade> make_demo(store::Database& database,
                                               const record::Passwords& passwords,
                                               const DemoOptions& options);

struct SignIn {
  std::string council;
  std::string name;
  std::string does;
  std::string role;
  std::string email;
  std::string password;
};

// The people of the script who can sign in to this database; empty when it holds no demo council.
[[nodiscard]] std::vector<SignIn> sign_ins(store::Reader& reader, const std::string& authority_id);

// The id of the council when none is asked for.
[[nodiscard]] std::string usual_authority();

}  // namespace throughline::demo
