#pragma once

// Everything that happens in the three years, in the order of its moments, played through the
// stages' own verbs as if each had been pressed then. Many happenings share a transaction.

#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace throughline::demo {

using Happening = std::function<void(store::Writer&, const record::Work&)>;

class Timeline {
 public:
  // The actor must outlive the timeline. `happening` can run more than once (store/database.hpp),
  // each time with the same outcome.
  void at(base::Instant when, const record::Actor& actor, Happening happening);

  // `played` is told, after each transaction, how many of how many have happened.
  void play(store::Database& database, const std::string& authority_id, std::uint64_t seed,
            const std::function<void(std::size_t, std::size_t)>& played);

 private:
  struct Moment {
    base::Instant when;
    const record::Actor* actor;
    Happening happening;
  };
  std::vector<Moment> moments_;
};

// Throws std::logic_error with every problem.
[[noreturn]] void refused(const base::Error& error);

// The outcome of a verb that cannot refuse unless the script is wrong.
template <typename T>
T must(base::Result<T> result) {
  if (!result) refused(result.error());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace throughline::demo
