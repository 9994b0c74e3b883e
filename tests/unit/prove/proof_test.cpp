#include "prove/proof.hpp"

#include "act/action.hpp"
#include "count/count.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::prove {
namespace {

using namespace std::chrono;

class ProofStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    testing::TwoCouncils::SetUp();
    database().write([&](store::Writer& writer) {
      return count::create_measure(writer, work(),
                                   {.name = "Late visits",
                                    .counts = "Home care visits more than 30 minutes late",
                                    .unit = "count",
                                    .improvement = "decrease",
                                    .frequency = "monthly"});
    });
    database().write([&](store::Writer& writer) {
      return act::raise(writer, work(),
                        {"Ring people", "Fewer left waiting", "", "Tom Okafor",
                         year{2026} / June / 30, "MEASURE-1"},
                        {});
    });
  }

  // One value a month, the last of them in February 2026.
  void record_values(const std::vector<int>& values) {
    std::string csv = "date,value\n";
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto date = base::add_months(year{2026} / February / 1,
                                         static_cast<int>(i) - static_cast<int>(values.size()) + 1);
      csv += base::to_text(date) + "," + std::to_string(values[i]) + "\n";
    }
    ASSERT_TRUE(database().write([&](store::Writer& writer) {
      return count::keep_values(writer, work(), "MEASURE-1", csv);
    }));
  }

  void begin(base::Date began) {
    ASSERT_TRUE(database().write(
        [&](store::Writer& writer) { return act::begin(writer, work(), "ACTION-1", began); }));
  }

  base::Result<Proof> recorded() {
    return database().write(
        [&](store::Writer& writer) { return record_proof(writer, work(), "ACTION-1"); });
  }
};

}  // namespace

ON_BOTH_DATABASES(ProofStore);

TEST_P(ProofStore, says_what_is_missing_before_it_can_tell) {
  const auto proof = recorded();
  ASSERT_FALSE(proof);
  EXPECT_EQ(proof.error().kind, base::ErrorKind::conflict);
  EXPECT_NE(proof.error().message.find("began"), std::string::npos);
}

TEST_P(ProofStore, finds_an_improvement_and_puts_it_on_the_line) {
  record_values({30, 33, 29, 31, 34, 30, 32, 31, 33, 30, 12, 11, 13, 10, 12, 11, 12, 10});
  begin(year{2025} / July / 1);
  const auto proof = recorded();
  ASSERT_TRUE(proof) << proof.error().message;
  EXPECT_EQ(proof->outcome, stats::Outcome::improved);
  EXPECT_EQ(proof->points_before, 10);
  EXPECT_EQ(proof->points_after, 8);
  ASSERT_TRUE(proof->mean_after);
  EXPECT_LT(*proof->mean_after, *proof->mean_before);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(find_proof(reader, "aldermere", proof->ref)->reason, proof->reason);
    EXPECT_EQ(record::links_to(reader, "aldermere", proof->ref).size(), 2U);
    EXPECT_EQ(record::find_node(reader, "aldermere", proof->ref)->state, "improved");
    EXPECT_EQ(record::history(reader, "aldermere", proof->ref).size(), 1U);
    EXPECT_FALSE(find_proof(reader, "brackwater", proof->ref));
  });
}

TEST_P(ProofStore, says_too_soon_and_how_many_more_points_it_needs) {
  record_values({30, 33, 29, 31, 34, 30, 32, 31, 33, 30, 31, 32});
  begin(year{2026} / January / 1);
  const auto proof = recorded();
  ASSERT_TRUE(proof);
  EXPECT_EQ(proof->outcome, stats::Outcome::too_soon);
  EXPECT_NE(proof->reason.find('5'), std::string::npos) << proof->reason;
}

TEST_P(ProofStore, keeps_each_verdict_as_it_was) {
  record_values({30, 33, 29, 31, 34, 30, 32, 31, 33, 30, 31, 32});
  begin(year{2026} / January / 1);
  ASSERT_TRUE(recorded());
  ASSERT_TRUE(recorded());
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(proofs_of(reader, "aldermere", "ACTION-1").size(), 2U);
    const std::map<stats::Outcome, std::int64_t> one{{stats::Outcome::too_soon, 1}};
    EXPECT_EQ(latest_outcomes(reader, "aldermere"), one);
    EXPECT_TRUE(latest_outcomes(reader, "brackwater").empty());
    EXPECT_TRUE(proofs_of(reader, "brackwater", "ACTION-1").empty());
  });
}

}  // namespace throughline::prove
