#pragma once

// Two councils in one database, and someone at work in each: what a stage's suite needs to show
// that it does its own work and never sees the other council's.

#include "base/random.hpp"
#include "record/authority.hpp"
#include "record/work.hpp"
#include "support/databases.hpp"

namespace throughline::testing {

class TwoCouncils : public OnBothDatabases {
 protected:
  void SetUp() override {
    database().write([&](store::Writer& writer) {
      for (const auto& [id, name] : {std::pair{"aldermere", "Aldermere Borough Council"},
                                     std::pair{"brackwater", "Brackwater County Council"}}) {
        const auto made = record::create_authority(writer, clock(), id, name, "");
        if (!made) throw std::runtime_error(made.error().message);
      }
    });
  }

  // An officer of Aldermere, at test_instant().
  record::Work work() { return work_in("aldermere"); }
  // The same person's work, had they been in the other council.
  record::Work other_work() { return work_in("brackwater"); }

 private:
  record::Work work_in(const std::string& authority_id) {
    return {authority_id, {"USER-1", "Priya Nair", record::Role::officer}, test_instant(), random_};
  }

  base::SeededRandom random_{1};
};

}  // namespace throughline::testing
