#include "demo/timeline.hpp"

#include "demo/dice.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::demo {
namespace {

// Enough that the cost of a transaction is shared out, few enough that a lost one is soon redone.
constexpr std::size_t moments_in_transaction = 2'000;

}  // namespace

void Timeline::at(base::Instant when, const record::Actor& actor, Happening happening) {
  moments_.push_back({when, &actor, std::move(happening)});
}

void Timeline::play(store::Database& database, const std::string& authority_id, std::uint64_t seed,
                    const std::function<void(std::size_t, std::size_t)>& played) {
  std::ranges::stable_sort(moments_, {}, &Moment::when);
  for (std::size_t start = 0; start < moments_.size(); start += moments_in_transaction) {
    const std::size_t end = std::min(moments_.size(), start + moments_in_transaction);
    database.write([&](store::Writer& writer) {
      // Anew for each run of the transaction, so that a second run makes the same.
      base::SeededRandom random(seed_for(seed, "random", start));
      for (std::size_t i = start; i < end; ++i) {
        const Moment& moment = moments_[i];
        moment.happening(writer, {authority_id, *moment.actor, moment.when, random});
      }
    });
    played(end, moments_.size());
  }
}

void refused(const base::Error& error) {
  std::string message = "the demo council was refused: " + error.message;
  for (const auto& problem : error.problems) {
    message += "; " + problem.field + ": " + problem.message;
  }
  throw std::logic_error(message);
}

}  // namespace throughline::demo
