#include "record/authority.hpp"
#include "support/temporary_folder.hpp"
#include "support/web.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const testing::FormFields upheld = {{"reference", "24 004 512"},
                                    {"topic", "charging"},
                                    {"subject", "A charge <b>nobody</b> had explained"},
                                    {"verdict", "upheld"},
                                    {"decided-day", "10"},
                                    {"decided-month", "2"},
                                    {"decided-year", "2026"},
                                    {"fault", "It was not explained"}};

class OmbudsmanPages : public ::testing::Test {
 protected:
  http::Response bring_in(testing::Browser& browser, const std::string& csv) {
    const auto path = folder_.path() / "figures.csv";
    std::ofstream(path) << csv;
    return browser.post("/ombudsman/figures", {},
                        {{"file", "figures.csv", "text/csv", path, csv.size(), nullptr}});
  }
  testing::TestSite site_;
  testing::TemporaryFolder folder_;
};

TEST_F(OmbudsmanPages, a_decision_is_added_changed_and_shown_with_its_rates) {
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_EQ(officer.get("/ombudsman/new?case=CASE-9").status, 200);
  const auto added = officer.post("/ombudsman", upheld);
  EXPECT_EQ(testing::header(added, "Location"), "/ombudsman/OMBUDSMAN-1");
  EXPECT_THAT(officer.follow(added).body,
              AllOf(HasSubstr("Upheld: Charging"), HasSubstr("&lt;b&gt;nobody")));
  EXPECT_THAT(officer.get("/ombudsman").body,
              AllOf(HasSubstr("100% (1 of 1); 95% sure: 21%"), HasSubstr("24 004 512")));
  EXPECT_THAT(officer.get("/ombudsman.csv").body, HasSubstr("OMBUDSMAN-1,24 004 512,2026-02-10"));
  auto change = upheld;
  change.emplace_back("version", "1");
  change.emplace_back("compliance", "satisfied");
  EXPECT_EQ(officer.post("/ombudsman/OMBUDSMAN-1", change).status, 303);
  const auto again = officer.post("/ombudsman/OMBUDSMAN-1", change);
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(again.body, HasSubstr("Someone changed this decision"));
  EXPECT_EQ(officer.get("/ombudsman/OMBUDSMAN-9").status, 404);
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_EQ(other.get("/ombudsman/OMBUDSMAN-1").status, 404);
}

TEST_F(OmbudsmanPages, a_wrong_form_loses_nothing) {
  auto officer = site_.browser_as(record::Role::officer);
  const auto answer = officer.post("/ombudsman", {{"subject", "Kept subject"},
                                                  {"verdict", "advice"},
                                                  {"fault", "Kept fault"},
                                                  {"decided-day", "31"},
                                                  {"decided-month", "2"},
                                                  {"decided-year", "2026"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("Kept subject"), HasSubstr("Kept fault"), HasSubstr("#reference"),
                    HasSubstr("#topic"), HasSubstr("#decided"), HasSubstr("#fault")));
}

TEST_F(OmbudsmanPages, recommendations_show_when_they_are_overdue) {
  auto officer = site_.browser_as(record::Role::officer);
  officer.post("/ombudsman", upheld);
  const std::string at = "/ombudsman/OMBUDSMAN-1";
  const testing::FormFields due{
      {"what", "Apologise"}, {"due-day", "20"}, {"due-month", "2"}, {"due-year", "2026"}};
  const auto wrong = officer.post(at + "/recommendations", {{"what", "Kept words"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("Kept words"), HasSubstr("#due")));
  EXPECT_EQ(officer.post(at + "/recommendations", due).status, 303);
  EXPECT_THAT(officer.get(at).body, HasSubstr("Overdue"));
  EXPECT_THAT(officer.get("/home").body, HasSubstr("1 recommendation of the Ombudsman overdue"));
  EXPECT_THAT(officer.get("/ombudsman?overdue=yes").body, HasSubstr("24 004 512"));
  EXPECT_EQ(officer
                .post(at + "/completions", {{"number", "1"},
                                            {"done-day", "1"},
                                            {"done-month", "3"},
                                            {"done-year", "2026"},
                                            {"evidence", "A letter"}})
                .status,
            303);
  EXPECT_THAT(officer.get(at).body, AllOf(HasSubstr("Done late"), HasSubstr("A letter")));
  EXPECT_EQ(officer.post(at + "/actions", {{"action", "ACTION-9"}}).status, 400);
}

TEST_F(OmbudsmanPages, yearly_figures_stand_beside_councils_of_our_type) {
  auto officer = site_.browser_as(record::Role::officer);
  const auto name = site_.database().read([](store::Reader& reader) {
    return record::find_authority(reader, std::string(testing::own_council))->name;
  });
  const std::string heading = "council,type,year,investigated,upheld,uphold_rate,source\n";
  const auto wrong = bring_in(officer, heading + "X,county,2021-22,7,5,75%,S\n");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("Row 2"), HasSubstr("75% of 7 is not possible")));
  EXPECT_EQ(bring_in(officer, heading + name +
                                  ",county,2021-22,5,3,60%,S\nX,county,2021-22,50,"
                                  "40,80%,S\n")
                .status,
            303);
  const auto shown = officer.get("/ombudsman/figures").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("1 other county council"), HasSubstr("No clear difference"),
                           HasSubstr("series breaks"), HasSubstr("<svg")));
  EXPECT_EQ(officer.post("/ombudsman/figures").status, 400);
}

}  // namespace
}  // namespace throughline::web
