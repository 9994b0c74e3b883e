#include "count/count.hpp"
#include "record/line.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using testing::Browser;
using testing::FormFields;
using ::testing::HasSubstr;
using testing::header;
using ::testing::Not;
using testing::TestSite;

class ActionPages : public ::testing::Test {
 protected:
  ActionPages() {
    site_.database().write([&](store::Writer& writer) {
      record::put_node(writer, "aldermere",
                       {"CASE-1", "Complaint about home care", "2025-12-01", "closed"});
      record::put_node(writer, "aldermere",
                       {"CASE-2", "Concern about home care", "2025-12-02", "closed"});
    });
    const auto measure = site_.database().write([&](store::Writer& writer) {
      return count::create_measure(
          writer, site_.work_as(record::Role::officer),
          {.name = "Visits on time", .unit = "percent", .improvement = "increase"});
    });
    measure_ = measure->ref;
  }

  // Twelve months as they were, then four that are better.
  void give_values() {
    std::string csv = "date,value\n";
    for (int month = 1; month <= 12; ++month) {
      csv += "1/" + std::to_string(month) + "/2024," + std::to_string(70 + month % 3) + "\n";
    }
    for (int month = 1; month <= 4; ++month) {
      csv += "1/" + std::to_string(month) + "/2025," + std::to_string(88 + month % 2) + "\n";
    }
    const auto kept = site_.database().write([&](store::Writer& writer) {
      return count::keep_values(writer, site_.work_as(record::Role::officer), measure_, csv);
    });
    ASSERT_EQ(kept->added, 16);
  }

  FormFields form(const std::string& title = "Ring people when a visit will be late") {
    return {{"title", title},
            {"aim", "Nobody waits without knowing"},
            {"owner", site_.user_of(record::Role::officer)},
            {"owner_name", ""},
            {"due-day", "31"},
            {"due-month", "12"},
            {"due-year", "2030"},
            {"measure", measure_},
            {"source", "CASE-1"},
            {"source", "CASE-2"}};
  }

  std::string raised() { return header(officer_.post("/actions", form()), "Location"); }

  http::Response begin(const std::string& action, const std::string& year) {
    return officer_.post(action + "/beginning",
                         {{"began-day", "1"}, {"began-month", "1"}, {"began-year", year}});
  }

  TestSite site_;
  Browser officer_ = site_.browser_as(record::Role::officer);
  std::string measure_;
};

TEST_F(ActionPages, raise_an_action_from_several_cases) {
  const auto blank = officer_.get("/actions/new?case=CASE-1&case=CASE-2").body;
  EXPECT_THAT(blank, HasSubstr("Complaint about home care"));
  EXPECT_THAT(blank, HasSubstr("name=\"source\" value=\"CASE-2\""));
  const auto action = raised();
  const auto page = officer_.get(action).body;
  EXPECT_THAT(page, HasSubstr("Ring people when a visit will be late"));
  EXPECT_THAT(page, HasSubstr("Concern about home care"));
  EXPECT_THAT(page, HasSubstr("When the change takes effect, say so"));
  EXPECT_THAT(officer_.get("/actions?owner=me").body, HasSubstr("Ring people when"));
}

TEST_F(ActionPages, make_one_action_of_a_button_pressed_twice) {
  EXPECT_EQ(raised(), "/actions/ACTION-1");
  EXPECT_EQ(raised(), "/actions/ACTION-1");
  EXPECT_EQ(header(officer_.post("/actions", form("Another")), "Location"), "/actions/ACTION-2");
}

TEST_F(ActionPages, keep_every_answer_when_several_are_wrong) {
  const auto answer = officer_.post("/actions", {{"title", ""},
                                                 {"aim", "Nobody waits"},
                                                 {"owner", ""},
                                                 {"owner_name", ""},
                                                 {"due-day", "31"},
                                                 {"due-month", "2"},
                                                 {"due-year", "2031"},
                                                 {"measure", measure_},
                                                 {"source", "CASE-1"}});
  EXPECT_EQ(answer.status, 400);
  for (const auto* kept :
       {"Nobody waits", "value=\"31\"", "value=\"2031\"", "value=\"CASE-1\"",
        "Enter what will be done", "Choose who will see this through", "must be a real date"}) {
    EXPECT_THAT(answer.body, HasSubstr(kept));
  }
}

TEST_F(ActionPages, take_an_owner_from_the_list_or_by_name_but_not_both) {
  auto both = form();
  both[3].second = "Tom Okafor";
  EXPECT_THAT(officer_.post("/actions", both).body, HasSubstr("not both"));
  both[2].second = "";
  EXPECT_THAT(officer_.follow(officer_.post("/actions", both)).body, HasSubstr("Tom Okafor"));
}

TEST_F(ActionPages, say_whether_the_measure_moved_and_record_it_once) {
  give_values();
  const auto action = raised();
  EXPECT_EQ(begin(action, "2025").status, 303);
  const auto page = officer_.get(action).body;
  EXPECT_THAT(page, HasSubstr("Improved"));
  EXPECT_THAT(page, HasSubstr("<svg"));
  EXPECT_THAT(page, HasSubstr("Record this verdict"));
  const auto recorded = officer_.post(action + "/proofs");
  EXPECT_EQ(header(recorded, "Location"), "/proofs/PROOF-1");
  EXPECT_THAT(officer_.follow(recorded).body, HasSubstr("as it stood on"));
  EXPECT_EQ(header(officer_.post(action + "/proofs"), "Location"), "/proofs/PROOF-1");
  EXPECT_THAT(officer_.get(action).body, HasSubstr("/proofs/PROOF-1"));
  EXPECT_THAT(officer_.get("/home").body, HasSubstr("action improved its measure"));
}

TEST_F(ActionPages, say_how_many_more_values_will_tell) {
  const auto action = raised();
  EXPECT_EQ(begin(action, "2025").status, 303);
  const auto page = officer_.get(action).body;
  EXPECT_THAT(page, HasSubstr("Too soon to tell"));
  EXPECT_THAT(page, HasSubstr("Paste earlier values"));
}

TEST_F(ActionPages, finish_and_take_up_again) {
  const auto action = raised();
  const FormFields end = {{"end", "done"},
                          {"ended-day", "1"},
                          {"ended-month", "6"},
                          {"ended-year", "2025"},
                          {"outcome", "Every visit is rung through"}};
  const auto too_early = officer_.post(action + "/end", end);
  EXPECT_EQ(too_early.status, 400);
  EXPECT_THAT(too_early.body, HasSubstr("Say when it began first"));
  EXPECT_THAT(too_early.body, HasSubstr("Every visit is rung through"));
  begin(action, "2025");
  EXPECT_THAT(officer_.follow(officer_.post(action + "/end", end)).body,
              HasSubstr("What was done"));
  EXPECT_EQ(officer_.post(action + "/reopening", {{"reason", ""}}).status, 400);
  EXPECT_THAT(
      officer_.follow(officer_.post(action + "/reopening", {{"reason", "It slipped"}})).body,
      HasSubstr("Under way"));
}

TEST_F(ActionPages, say_so_when_the_action_changed_meanwhile_and_keep_the_text) {
  const auto action = raised();
  auto change = form("Ring people an hour before");
  change.emplace_back("version", "1");
  EXPECT_EQ(officer_.post(action, change).status, 303);
  auto late = form("Send a text message");
  late.emplace_back("version", "1");
  const auto answer = officer_.post(action, late);
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("value=\"Send a text message\""));
  EXPECT_THAT(answer.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(ActionPages, add_and_take_out_what_it_answers) {
  const auto action = raised();
  EXPECT_EQ(officer_.post(action + "/sources/removal", {{"source", "CASE-2"}}).status, 303);
  EXPECT_THAT(officer_.get(action).body, Not(HasSubstr("Concern about home care")));
  EXPECT_EQ(officer_.post(action + "/sources", {{"source", " case-2 "}}).status, 303);
  EXPECT_THAT(officer_.get(action).body, HasSubstr("Concern about home care"));
  const auto wrong = officer_.post(action + "/sources", {{"source", "CASE-99"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("There is no case or theme CASE-99"));
}

TEST_F(ActionPages, call_an_action_late_and_remind_its_owner) {
  auto late = form();
  late[6].second = "2020";
  officer_.post("/actions", late);
  EXPECT_THAT(officer_.get("/actions?late=yes").body, HasSubstr("1 late action"));
  EXPECT_THAT(officer_.get("/home").body, HasSubstr("Your action is late"));
}

TEST_F(ActionPages, give_a_file_that_runs_no_formula) {
  officer_.post("/actions", form("=HYPERLINK(1)"));
  EXPECT_THAT(officer_.get("/actions.csv").body, HasSubstr("'=HYPERLINK(1)"));
}

TEST_F(ActionPages, let_staff_read_and_nothing_else) {
  const auto action = raised();
  auto staff = site_.browser_as(record::Role::staff);
  const auto page = staff.get(action);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, Not(HasSubstr("Change it")));
  EXPECT_EQ(staff.get(action + "/change").status, 403);
  EXPECT_EQ(site_.browser_as(record::Role::partner).get(action).status, 403);
}

TEST_F(ActionPages, are_not_there_for_another_council) {
  const auto action = raised();
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  for (const auto* below : {"", "/change", "/beginning", "/end", "/reopening", "/sources"}) {
    EXPECT_EQ(other.get(action + below).status, 404) << below;
  }
}

TEST_F(ActionPages, show_hostile_text_as_text) {
  const auto action =
      header(officer_.post("/actions", form("<script>alert(1)</script>")), "Location");
  for (const auto& address : {action, action + "/change", std::string("/actions")}) {
    EXPECT_THAT(officer_.get(address).body, Not(HasSubstr("<script>alert"))) << address;
  }
}

}  // namespace
}  // namespace throughline::web
