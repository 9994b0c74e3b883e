#include "hear/hear.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// Three complaints of the quarter that is over on 2 March 2026.
class ReportPages : public ::testing::Test {
 protected:
  void SetUp() override {
    hear::NewCase given;
    given.kind = hear::Kind::complaint;
    given.words = "Nobody rang back.";
    given.relationship = hear::Relationship::family;
    given.received = std::chrono::year{2025} / std::chrono::November / std::chrono::day{20};
    site_.database().write([&](store::Writer& writer) {
      for (int count = 0; count < 3; ++count) {
        ASSERT_TRUE(hear::receive(writer, site_.work_as(record::Role::officer), given));
      }
    });
  }
  testing::TestSite site_;
  testing::Browser officer_ = site_.browser_as(record::Role::officer);
};

TEST_F(ReportPages, a_quarter_is_read_written_and_kept) {
  EXPECT_THAT(officer_.get("/reports/complaints").body,
              AllOf(HasSubstr("/reports/complaints/2025-q3"), HasSubstr("Not over yet")));
  const std::string quarter = "/reports/complaints/2025-q3";
  EXPECT_THAT(officer_.get(quarter).body,
              AllOf(HasSubstr("Complaints, October to December 2025"),
                    HasSubstr("October to December 2024"), HasSubstr("Nothing is written yet")));
  const auto saved = officer_.post(quarter + "/words",
                                   {{"version", "0"}, {"subjects", "Calls, <b>most</b> of all"}});
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(officer_.post(quarter + "/words", {{"version", "0"}, {"subjects", "Mine"}}).status,
            409);
  EXPECT_THAT(officer_.get(quarter).body, HasSubstr("Calls, &lt;b&gt;most&lt;/b&gt; of all"));
  const auto kept = officer_.post(quarter);
  EXPECT_EQ(testing::header(kept, "Location"), "/reports/REPORT-1");
  EXPECT_THAT(officer_.get("/reports/REPORT-1").body,
              AllOf(HasSubstr("/evidence/new?source=REPORT-1"), HasSubstr("SHA-256")));
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_EQ(other.get("/reports/REPORT-1").status, 404);
}

TEST_F(ReportPages, what_is_missing_of_an_annual_report_is_said_and_refused) {
  EXPECT_THAT(officer_.get("/reports/complaints/2025").body,
              AllOf(HasSubstr("after 31 March 2026"), HasSubstr("The annual report must say")));
  EXPECT_EQ(officer_.post("/reports/complaints/2025").status, 400);
}

TEST_F(ReportPages, of_a_time_to_come_or_of_none_is_not_found) {
  for (const char* path :
       {"/reports/complaints/2026-q1", "/reports/complaints/2025-q9", "/reports/complaints/x",
        "/reports/complaints/2025-q3.exe", "/reports/REPORT-7"}) {
    EXPECT_EQ(officer_.get(path).status, 404) << path;
  }
}

TEST_F(ReportPages, everyone_is_shown_no_small_number) {
  EXPECT_THAT(officer_.get("/reports/complaints/2025-q3.csv").body,
              HasSubstr("Services,Not about one service,3,0"));
  EXPECT_THAT(officer_.get("/reports/complaints/2025-q3.csv?for=everyone").body,
              AllOf(HasSubstr("Services,Not about one service,fewer than 5,0"),
                    HasSubstr("Numbers,Complaints received,3,0")));
  EXPECT_THAT(officer_.get("/reports/complaints/2025-q3?for=everyone").body,
              AllOf(HasSubstr("fewer than 5"), HasSubstr("2025-q3.pdf?for=everyone")));
}

TEST_F(ReportPages, the_same_records_give_the_same_file_to_the_byte) {
  for (const std::string ending : {"html", "csv", "pdf", "docx"}) {
    const std::string path = "/reports/complaints/2025-q3." + ending;
    const auto first = officer_.get(path);
    EXPECT_EQ(first.status, 200) << ending;
    EXPECT_EQ(first.body, officer_.get(path).body) << ending;
  }
  EXPECT_THAT(officer_.get("/reports/complaints/2025-q3.pdf").body, StartsWith("%PDF-"));
}

TEST_F(ReportPages, a_member_reads_them_and_changes_nothing) {
  auto member = site_.browser_as(record::Role::member);
  const auto shown = member.get("/reports/complaints/2025-q3");
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, AllOf(Not(HasSubstr("Keep this report")),
                                Not(HasSubstr("Write what the figures cannot say"))));
  EXPECT_EQ(member.post("/reports/complaints/2025-q3").status, 403);
  EXPECT_EQ(site_.browser_as(record::Role::staff).get("/reports/complaints").status, 403);
}

}  // namespace
}  // namespace throughline::web
