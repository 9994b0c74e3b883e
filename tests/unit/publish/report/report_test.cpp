#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "publish/report/complaints_report.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "support/golden.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::publish::report {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

base::Date day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

// Complaints of the quarter from October 2025, looked back at on 2 March 2026.
class ReportStore : public testing::TwoCouncils {
 protected:
  template <typename Verb>
  auto write(Verb&& verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
  void SetUp() override {
    TwoCouncils::SetUp();
    write([&](store::Writer& writer) { return record::add_service(writer, work(), "Home care"); });
  }
  // The person's work on an earlier day.
  record::Work on(base::Date date) {
    auto then = work();
    then.now = base::london_midnight(date) + std::chrono::hours(10);
    return then;
  }
  std::string receive_on(base::Date date, hear::Kind kind = hear::Kind::complaint,
                         const std::string& service = "SERVICE-1") {
    hear::NewCase given;
    given.kind = kind;
    given.words = "Nobody rang back.";
    given.relationship = hear::Relationship::family;
    given.service_ref = service;
    return write([&](store::Writer& writer) { return hear::receive(writer, on(date), given); })
        ->ref;
  }
  std::int64_t version(store::Reader& reader, const std::string& ref) {
    return hear::find_complaint(reader, "aldermere", ref)->version;
  }
  void acknowledge(const std::string& ref, base::Date date) {
    ASSERT_TRUE(write([&](store::Writer& writer) {
      return hear::acknowledge_complaint(writer, on(date), ref, version(writer, ref),
                                         {date, hear::Means::letter, hear::Complexity::standard});
    }));
  }
  // Planned, with one point, found and answered.
  void answer(const std::string& ref, base::Date planned, base::Date promised, base::Date answered,
              hear::Finding finding) {
    write([&](store::Writer& writer) {
      EXPECT_TRUE(hear::agree_plan(writer, on(planned), ref, version(writer, ref),
                                   {planned, true, "The visits", "By asking", promised, ""}));
      EXPECT_TRUE(hear::add_complaint_point(writer, on(planned), ref, version(writer, ref),
                                            "Visits were late"));
      EXPECT_TRUE(hear::change_point(
          writer, on(answered), ref, version(writer, ref), 1,
          {"Visits were late", finding, "The records say so", {hear::Remedy::apology}, ""}));
      EXPECT_TRUE(hear::record_response(
          writer, on(answered), ref, version(writer, ref),
          {answered, hear::Means::letter, "We apologised", true, true, true}));
      return 0;
    });
  }
  // Two complaints, one answered late and upheld, one waiting; one of the year before; a
  // compliment.
  void fill() {
    const auto first = receive_on(day(2025, 10, 6));
    acknowledge(first, day(2025, 10, 8));
    answer(first, day(2025, 10, 9), day(2025, 11, 3), day(2025, 11, 10), hear::Finding::upheld);
    receive_on(day(2025, 12, 1), hear::Kind::complaint, "");
    const auto earlier = receive_on(day(2024, 11, 4));
    acknowledge(earlier, day(2024, 11, 12));
    receive_on(day(2025, 11, 20), hear::Kind::compliment);
  }
  record::Authority council() { return {"aldermere", "Aldermere Borough Council", "", ""}; }
  Report report(const Period& period = {2025, 3}) {
    return database().read([&](store::Reader& reader) {
      return report_now(reader, council(), period, work().today());
    });
  }
};
ON_BOTH_DATABASES(ReportStore);

TEST_P(ReportStore, counts_what_was_received_and_what_came_of_it_beside_the_year_before) {
  fill();
  const auto figures = report().figures;
  EXPECT_EQ(figures.received.now, 2);
  EXPECT_EQ(figures.received.before, 1);
  EXPECT_EQ(figures.well_founded.now, 1);
  EXPECT_EQ(figures.decided.now, 1);
  EXPECT_EQ(figures.middle_days.now, 35);
  EXPECT_EQ(figures.middle_days.before, -1);
  const auto& acknowledged = figures.timeliness[0];
  EXPECT_EQ(acknowledged.met.now, 1);
  EXPECT_EQ(acknowledged.of.now, 2) << "the other's three days are over";
  EXPECT_EQ(acknowledged.met.before, 0) << "that of the year before was late";
  const auto& promised = figures.timeliness[1];
  EXPECT_EQ(promised.met.now, 0);
  EXPECT_EQ(promised.of.now, 1);
  EXPECT_EQ(figures.timeliness[2].met.now, 1);
  EXPECT_EQ(figures.timeliness[2].of.now, 1) << "six months of the other are not over";
  EXPECT_THAT(figures.table("services").lines, SizeIs(2));
  EXPECT_THAT(figures.table("nature").lines, Contains(Field(&Line::name, "Compliments")));
  EXPECT_EQ(figures.table("remedies").lines.front().name, hear::label(hear::Remedy::apology));
}

TEST_P(ReportStore, counts_nothing_of_another_council_or_of_another_time) {
  fill();
  EXPECT_EQ(report({2025, 2}).figures.received.now, 0);
  database().read([&](store::Reader& reader) {
    const record::Authority other{"brackwater", "Brackwater County Council", "", ""};
    EXPECT_EQ(report_now(reader, other, {2025, 3}, work().today()).figures.received.now, 0);
  });
}

TEST_P(ReportStore, is_the_same_from_the_same_records_to_the_byte) {
  fill();
  const auto first = to_json(report());
  EXPECT_EQ(first, to_json(report()));
  EXPECT_EQ(first, to_json(report_from_json(first)));
  testing::expect_golden("publish/complaints.json", first + "\n");
  testing::expect_golden("publish/complaints.csv", to_csv(report(), false));
  testing::expect_golden("publish/complaints-public.csv", to_csv(report(), true));
}

TEST_P(ReportStore, is_kept_as_it_stands_on_a_day) {
  fill();
  const auto keep = [&] {
    return write([&](store::Writer& writer) {
      return keep_report(writer, work(), council(), {2025, 3});
    });
  };
  const auto kept = keep();
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->ref, "REPORT-1");
  receive_on(day(2025, 12, 20));
  database().read([&](store::Reader& reader) {
    const auto found = find_report(reader, "aldermere", "REPORT-1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->figures.received.now, 2) << "what came later is not in it";
    EXPECT_EQ(record::find_node(reader, "aldermere", "REPORT-1")->state, "kept");
    EXPECT_FALSE(find_report(reader, "brackwater", "REPORT-1"));
  });
  ASSERT_TRUE(keep());
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(find_report(reader, "aldermere", "REPORT-1")->replaced_by, "REPORT-2");
    EXPECT_EQ(record::find_node(reader, "aldermere", "REPORT-1")->state, "replaced");
    EXPECT_EQ(find_report(reader, "aldermere", "REPORT-2")->figures.received.now, 3);
    EXPECT_THAT(kept_reports(reader, "aldermere"), SizeIs(2));
    EXPECT_THAT(record::history(reader, "aldermere", "REPORT-1"),
                Contains(Field(&record::Event::verb, "replaced")));
  });
  write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"REPORT-1", "Wrong", "", ""});
    rebuild_reports(writer, "aldermere");
    return 0;
  });
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(record::find_node(reader, "aldermere", "REPORT-1")->title,
              "Complaints, October to December 2025");
  });
}

TEST_P(ReportStore, of_a_year_is_not_kept_until_all_that_the_law_wants_is_written) {
  const Period year{2024, 0};
  const auto keep = [&](const Period& period) {
    return write(
        [&](store::Writer& writer) { return keep_report(writer, work(), council(), period); });
  };
  EXPECT_THAT(keep(year).error().problems, SizeIs(4));
  EXPECT_THAT(keep({2025, 4}).error().problems.front().message, HasSubstr("31 March 2026"));
  const auto save = [&](std::int64_t version, const Words& words) {
    return write(
        [&](store::Writer& writer) { return write_words(writer, work(), year, version, words); });
  };
  const Words words{"Late visits", "None", "By two officers", "We now ring ahead"};
  EXPECT_FALSE(save(0, {std::string(most_words + 1, 'x'), "", "", ""}));
  ASSERT_TRUE(save(0, words));
  EXPECT_EQ(save(0, words).error().kind, base::ErrorKind::conflict);
  ASSERT_TRUE(save(1, words));
  ASSERT_TRUE(keep(year));
  database().read([&](store::Reader& reader) {
    const auto found = find_report(reader, "aldermere", "REPORT-1");
    EXPECT_EQ(found->words.improvement, "We now ring ahead");
    for (const auto& event : record::history(reader, "aldermere", "complaints report 2024")) {
      for (const auto& [name, value] : event.details) EXPECT_THAT(value, Not(HasSubstr("ring")));
    }
  });
}

}  // namespace
}  // namespace throughline::publish::report
