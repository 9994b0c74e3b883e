#include "record/trace.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>

namespace throughline::record {
namespace {

class TraceProperty : public testing::TwoCouncils {};
ON_BOTH_DATABASES(TraceProperty);

using Pairs = std::vector<std::pair<int, int>>;

std::string name(int number) {
  return "CASE-" + std::to_string(number);
}

std::set<std::string> reachable(const Pairs& pairs, Direction direction) {
  std::set<std::string> seen{name(0)};
  for (bool grew = true; grew;) {
    grew = false;
    for (auto [from, to] : pairs) {
      if (direction == Direction::back) std::swap(from, to);
      if (seen.contains(name(from))) grew = seen.insert(name(to)).second || grew;
    }
  }
  return seen;
}

TEST_P(TraceProperty, lists_every_record_that_can_be_reached_once) {
  EXPECT_TRUE(rc::check([&] {
    auto pairs =
        *rc::gen::container<Pairs>(rc::gen::pair(rc::gen::inRange(0, 12), rc::gen::inRange(0, 12)));
    std::erase_if(pairs, [](const auto& pair) { return pair.first == pair.second; });
    const auto direction = *rc::gen::element(Direction::back, Direction::forward);
    database().write([&](store::Writer& writer) {
      writer.execute("delete from links");
      for (int i = 0; i < 12; ++i) put_node(writer, "aldermere", {name(i), "", "", ""});
      for (const auto& [from, to] : pairs) {
        add_link(writer, work(), {name(from), Relation::raised, name(to)});
      }
    });
    const Trace found = database().read([&](store::Reader& reader) {
      return trace(reader, "aldermere", name(0), direction).value();
    });
    std::set<std::string> listed;
    for (std::size_t i = 0; i < found.steps.size(); ++i) {
      const TraceStep& step = found.steps[i];
      RC_ASSERT(step.seen_before || listed.insert(step.node.ref).second);
      RC_ASSERT(step.parent < static_cast<int>(i));
      if (step.parent < 0) continue;
      const TraceStep& parent = found.steps[static_cast<std::size_t>(step.parent)];
      RC_ASSERT(!parent.seen_before);
      RC_ASSERT(step.depth == parent.depth + 1);
    }
    RC_ASSERT(listed == reachable(pairs, direction));
  }));
}

}  // namespace
}  // namespace throughline::record
