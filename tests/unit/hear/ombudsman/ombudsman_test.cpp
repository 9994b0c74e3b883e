#include "hear/ombudsman/ombudsman.hpp"

#include "hear/hear.hpp"
#include "hear/ombudsman/rates.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::hear {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

base::Date day(const char* text) {
  return base::date_from_text(text).value();
}

DecisionForm upheld() {
  DecisionForm form;
  form.reference = "24 004 512";
  form.topic = "charging";
  form.subject = "A charge that nobody had explained";
  form.verdict = "upheld";
  form.decided = day("2026-02-10");
  form.fault = "The council did not say that care would be charged for";
  return form;
}

class OmbudsmanStore : public testing::TwoCouncils {
 protected:
  base::Result<Decision> add(const DecisionForm& form) {
    return database().write(
        [&](store::Writer& writer) { return add_decision(writer, work(), form); });
  }
  std::vector<std::string> fields(const DecisionForm& form) {
    std::vector<std::string> wrong;
    const auto added = add(form);
    if (!added) {
      for (const auto& problem : added.error().problems) wrong.push_back(problem.field);
    }
    return wrong;
  }
  std::vector<Decision> all(const DecisionFilter& filter = {}) {
    return database().read([&](store::Reader& reader) {
      return decisions(reader, "aldermere", filter, work().today());
    });
  }
  std::string hear_a_case() {
    NewCase given;
    given.kind = Kind::complaint;
    given.words = "Nobody told us that it would cost anything at all.";
    given.relationship = Relationship::family;
    return database()
        .write([&](store::Writer& writer) { return receive(writer, work(), given); })
        .value()
        .ref;
  }
};
ON_BOTH_DATABASES(OmbudsmanStore);

TEST_P(OmbudsmanStore, keeps_a_decision_and_puts_it_on_the_line) {
  auto form = upheld();
  form.case_ref = "case-1";
  EXPECT_THAT(fields(form), ElementsAre("case"));
  hear_a_case();
  const auto added = add(form);
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->ref, "OMBUDSMAN-1");
  EXPECT_EQ(title(*added), "Upheld: Charging, 10 February 2026");
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(record::find_node(reader, "aldermere", added->ref)->state, "Upheld");
    EXPECT_THAT(record::links_from(reader, "aldermere", "CASE-1"),
                Contains(Field(&record::Link::to, "OMBUDSMAN-1")));
    EXPECT_FALSE(find_decision(reader, "brackwater", added->ref));
    EXPECT_EQ(record::history(reader, "aldermere", added->ref).size(), 1U);
  });
  EXPECT_EQ(add(form).error().kind, base::ErrorKind::conflict) << "the same reference";
}

TEST_P(OmbudsmanStore, refuses_what_cannot_be) {
  auto form = upheld();
  form.verdict = "not_upheld";
  form.injustice = "Distress";
  form.remedied_before = "yes";
  form.remedy = "An apology";
  form.compliance = "satisfied";
  EXPECT_THAT(fields(form), ElementsAre("fault", "injustice", "remedied_before", "compliance"));
  form = upheld();
  form.fault = " ";
  form.decided = day("2027-01-01");
  EXPECT_THAT(fields(form), ElementsAre("decided", "fault"));
  EXPECT_THAT(fields({}), ElementsAre("reference", "topic", "subject", "verdict", "decided"));
}

TEST_P(OmbudsmanStore, quotes_no_words_of_the_case_and_shows_nobody) {
  hear_a_case();
  auto form = upheld();
  form.case_ref = "CASE-1";
  form.subject = "They said: nobody told us that it would cost anything. Ring 01632 960 001";
  EXPECT_THAT(fields(form), ElementsAre("subject", "subject"));
}

TEST_P(OmbudsmanStore, recommendations_are_due_and_done) {
  const auto added = add(upheld()).value();
  const auto recommend_by = [&](const char* due) {
    return database().write([&](store::Writer& writer) {
      return recommend(writer, work(), added.ref, "Apologise", day(due));
    });
  };
  EXPECT_FALSE(recommend_by("2026-02-01")) << "before the decision";
  ASSERT_TRUE(recommend_by("2026-02-24"));
  ASSERT_TRUE(recommend_by("2026-05-01"));
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(count_overdue(reader, "aldermere", work().today()), 1);
  });
  EXPECT_THAT(all({"", {}, true}), SizeIs(1));
  const auto done = [&](std::int64_t number, const char* on, const std::string& how) {
    return database().write([&](store::Writer& writer) {
      return complete(writer, work(), added.ref, number, day(on), how);
    });
  };
  EXPECT_FALSE(done(1, "2026-03-01", " "));
  EXPECT_FALSE(done(1, "2026-09-01", "Letter")) << "in the future";
  EXPECT_FALSE(done(3, "2026-03-01", "Letter"));
  ASSERT_TRUE(done(1, "2026-03-01", "Letter of that day"));
  EXPECT_EQ(done(1, "2026-03-01", "Again").error().kind, base::ErrorKind::conflict);
  EXPECT_THAT(all({"", {}, true}), IsEmpty());
  EXPECT_TRUE(all().front().recommendations.front().late());
}

TEST_P(OmbudsmanStore, only_an_upheld_decision_has_recommendations) {
  const auto added = add(upheld()).value();
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(recommend(writer, work(), added.ref, "Apologise", day("2026-03-10")));
  });
  auto form = upheld();
  form.verdict = "not_upheld";
  form.fault = "";
  const auto changed = database().write([&](store::Writer& writer) {
    return change_decision(writer, work(), added.ref, added.version, form);
  });
  EXPECT_EQ(changed.error().problems.front().field, "verdict");
}

TEST_P(OmbudsmanStore, a_change_is_of_the_version_that_was_seen) {
  hear_a_case();
  const auto added = add(upheld()).value();
  auto form = upheld();
  form.case_ref = "CASE-1";
  form.compliance = "satisfied_late";
  const auto change = [&](std::int64_t version) {
    return database().write([&](store::Writer& writer) {
      return change_decision(writer, work(), added.ref, version, form);
    });
  };
  EXPECT_EQ(change(2).error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(change(1)->version, 2);
  form.case_ref = "";
  ASSERT_TRUE(change(2));
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(record::links_to(reader, "aldermere", added.ref), IsEmpty());
  });
}

TEST_P(OmbudsmanStore, is_found_by_the_year_to_march) {
  ASSERT_TRUE(add(upheld()));
  auto older = upheld();
  older.reference = "23 1";
  older.decided = day("2025-03-31");
  ASSERT_TRUE(add(older));
  EXPECT_THAT(all({"2025-26", {}, false}), SizeIs(1));
  EXPECT_THAT(all({"2024-25", {}, false}), SizeIs(1));
  EXPECT_THAT(all({"", Verdict::not_upheld, false}), IsEmpty());
  EXPECT_EQ(year_of(day("2099-04-01")), "2099-00");
  EXPECT_FALSE(days_of("2025-27"));
  EXPECT_FALSE(days_of("nonsense"));
}

TEST_P(OmbudsmanStore, joins_actions_that_are_here_and_rebuilds_its_nodes) {
  const auto added = add(upheld()).value();
  const auto join = [&](const std::string& action) {
    return database().write(
        [&](store::Writer& writer) { return join_action(writer, work(), added.ref, action); });
  };
  EXPECT_FALSE(join("ACTION-1"));
  database().write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"ACTION-1", "Explain charges", "2026-02-20", ""});
  });
  ASSERT_TRUE(join("action-1"));
  database().write([&](store::Writer& writer) {
    writer.execute("delete from nodes where ref = 'OMBUDSMAN-1'");
    rebuild_ombudsman(writer, "aldermere");
    EXPECT_TRUE(record::find_node(writer, "aldermere", added.ref));
  });
}

TEST_P(OmbudsmanStore, published_figures_replace_those_of_the_same_year) {
  const std::string heading = "council,type,year,scope,investigated,upheld,source\n";
  const auto bring_in = [&](const std::string& rows) {
    const auto read = read_published_years(heading + rows, "Aldermere Borough Council");
    ASSERT_TRUE(read) << read.error().problems.front().message;
    database().write([&](store::Writer& writer) { keep_published_years(writer, work(), *read); });
  };
  bring_in(
      "aldermere borough council,Metropolitan,2023-24,,5,3,S\nElsewhere,metropolitan,2023-24,"
      "all,20,16,S\nThird,unitary,2023-24,all,9,9,S\n");
  bring_in("Elsewhere,metropolitan,2023-24,all services,30,24,S\n");
  database().read([&](store::Reader& reader) {
    const auto years = published_years(reader, "aldermere");
    ASSERT_THAT(years, SizeIs(3));
    EXPECT_TRUE(years.front().own);
    const auto beside = beside_others(years);
    ASSERT_THAT(beside, SizeIs(1));
    EXPECT_EQ(beside[0].other_councils, 1) << "of the same type only";
    EXPECT_NEAR(beside[0].others.upheld->percent, 80, 1e-9);
    EXPECT_FALSE(beside[0].difference->clear()) << "3 of 5 is too few to tell";
    EXPECT_THAT(published_years(reader, "brackwater"), IsEmpty());
  });
}

std::string wrong_with(const std::string& columns, const std::string& cells) {
  const auto read = read_published_years(
      "council,type,year,source," + columns + "\nElsewhere,county,2023-24,S," + cells + "\n",
      "Aldermere");
  std::string all;
  if (!read) {
    for (const auto& problem : read.error().problems) all += problem.message + "\n";
  }
  return all;
}

TEST(PublishedYears, impossible_figures_are_refused_with_the_reason) {
  EXPECT_THAT(wrong_with("investigated,upheld", "5,7"), HasSubstr("7 upheld of 5"));
  EXPECT_THAT(wrong_with("investigated,upheld,uphold_rate", "7,5,75%"),
              HasSubstr("75% of 7 is not possible: 5 of 7 is 71%, 6 of 7 is 86%"));
  EXPECT_THAT(wrong_with("investigated,upheld,uphold_rate", "5,3,80%"),
              HasSubstr("80% does not fit 3 of 5"));
  EXPECT_EQ(wrong_with("investigated,upheld,uphold_rate", "5,3,60%"), "");
  EXPECT_THAT(wrong_with("investigated,upheld,compliance_outcomes,satisfied", "5,3,2,3"),
              HasSubstr("3 satisfied of 2"));
  EXPECT_THAT(wrong_with("investigated,upheld,satisfied", "5,3,2"), HasSubstr("together"));
  EXPECT_THAT(wrong_with("investigated,upheld,remedied_before", "5,3,4"),
              HasSubstr("4 put right before of 3"));
  EXPECT_THAT(wrong_with("investigated,upheld,uphold_rate", "0,0,79%"), HasSubstr("of none"));
  EXPECT_THAT(wrong_with("investigated", "5"), HasSubstr("no column called upheld"));
}

// Middlesbrough in 2023-24, as published: 3 of 5 upheld, satisfied with 3 of 3, none of 3 put
// right.
TEST(Rates, have_three_denominators) {
  OmbudsmanCounts counts;
  counts.investigated = 5;
  counts.upheld = 3;
  counts.compliance_outcomes = 3;
  counts.satisfied = 3;
  counts.remedied_before = 0;
  counts.population = 150'000;
  const auto rates = rates_of(counts);
  EXPECT_NEAR(rates.upheld->percent, 60, 1e-9);
  EXPECT_NEAR(rates.compliance->percent, 100, 1e-9);
  EXPECT_NEAR(rates.remedied->percent, 0, 1e-9);
  EXPECT_NEAR(*rates.upheld_per_100_000, 2, 1e-9);
  EXPECT_FALSE(rates_of({}).upheld) << "a share of none is nothing";
}

TEST(Rates, of_the_register_count_outcomes_that_are_known) {
  std::vector<Decision> register_(4);
  register_[0].verdict = Verdict::upheld;
  register_[0].compliance = Compliance::satisfied_late;
  register_[1].verdict = Verdict::upheld;
  register_[1].remedied_before = true;
  register_[2].verdict = Verdict::not_upheld;
  register_[3].verdict = Verdict::referred_back;
  const auto counts = counts_of(register_);
  EXPECT_EQ(counts.investigated, 3);
  EXPECT_EQ(counts.upheld, 2);
  EXPECT_EQ(*counts.compliance_outcomes, 1);
  EXPECT_EQ(*counts.satisfied, 1);
  EXPECT_EQ(*counts.remedied_before, 1);
}

RC_GTEST_PROP(RatesProperty, a_rate_that_counts_give_is_possible, ()) {
  const auto total = *rc::gen::inRange<std::int64_t>(1, 300);
  const auto part = *rc::gen::inRange<std::int64_t>(0, total + 1);
  const auto percent = std::lround(100.0 * static_cast<double>(part) / static_cast<double>(total));
  RC_ASSERT(!why_impossible(static_cast<int>(percent), total));
}

}  // namespace
}  // namespace throughline::hear
