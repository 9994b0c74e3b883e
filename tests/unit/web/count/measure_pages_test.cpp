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

class MeasurePages : public ::testing::Test {
 protected:
  static FormFields form(const std::string& name = "Visits on time") {
    return {{"name", name},          {"counts", "Visits within 30 minutes"},
            {"unit", "percent"},     {"improvement", "increase"},
            {"target", "90"},        {"source", "Call monitoring"},
            {"frequency", "monthly"}};
  }

  std::string made() { return header(officer_.post("/measures", form()), "Location"); }

  http::Response add(const std::string& measure, const std::string& month,
                     const std::string& value) {
    return officer_.post(
        measure + "/values",
        {{"date-day", "1"}, {"date-month", month}, {"date-year", "2025"}, {"value", value}});
  }

  TestSite site_;
  Browser officer_ = site_.browser_as(record::Role::officer);
};

TEST_F(MeasurePages, say_what_the_values_say_in_a_sentence_a_chart_and_a_table) {
  const auto measure = made();
  for (const auto* month : {"1", "2", "3", "4"}) {
    EXPECT_EQ(add(measure, month, std::string("8") + month + "%").status, 303);
  }
  const auto page = officer_.get(measure).body;
  EXPECT_THAT(page, HasSubstr("The latest value is within what is usual."));
  EXPECT_THAT(page, HasSubstr("<svg"));
  EXPECT_THAT(page, HasSubstr("1 April 2025"));
  EXPECT_THAT(page, HasSubstr("84%"));
  EXPECT_THAT(officer_.get("/measures").body, HasSubstr("As usual"));
}

TEST_F(MeasurePages, keep_every_answer_when_several_are_wrong) {
  const auto answer = officer_.post(
      "/measures",
      {{"name", ""}, {"counts", "Some words"}, {"target", "many"}, {"source", "A spreadsheet"}});
  EXPECT_EQ(answer.status, 400);
  for (const auto* kept : {"Some words", "value=\"many\"", "value=\"A spreadsheet\"",
                           "Enter a name for the measure", "Select which direction is better"}) {
    EXPECT_THAT(answer.body, HasSubstr(kept));
  }
}

TEST_F(MeasurePages, are_filled_from_a_theme_or_say_why_not) {
  const auto measure = header(officer_.post("/measures", {{"name", "Late visits"},
                                                          {"unit", "count"},
                                                          {"improvement", "decrease"},
                                                          {"frequency", "monthly"}}),
                              "Location");
  const auto unknown = officer_.post(measure + "/theme-values", {{"theme", "THEME-99"}});
  EXPECT_EQ(unknown.status, 400);
  EXPECT_THAT(unknown.body, HasSubstr("Choose a theme from the list"));
  EXPECT_THAT(unknown.body, HasSubstr("Late visits"));
  EXPECT_EQ(officer_.post("/measures/MEASURE-99/theme-values", {{"theme", "THEME-1"}}).status, 404);
}

TEST_F(MeasurePages, make_one_measure_of_a_button_pressed_twice) {
  EXPECT_EQ(made(), "/measures/MEASURE-1");
  EXPECT_EQ(made(), "/measures/MEASURE-1");
}

TEST_F(MeasurePages, keep_one_value_of_a_button_pressed_twice) {
  const auto measure = made();
  EXPECT_EQ(add(measure, "1", "80").status, 303);
  EXPECT_EQ(add(measure, "1", "80").status, 303);
  EXPECT_THAT(add(measure, "1", "85").body, HasSubstr("1 January 2025 has a value already"));
}

TEST_F(MeasurePages, tell_of_a_wrong_date_and_a_wrong_value_at_once) {
  const auto measure = made();
  const auto answer = officer_.post(measure + "/values", {{"date-day", "31"},
                                                          {"date-month", "2"},
                                                          {"date-year", "2025"},
                                                          {"value", "120"},
                                                          {"note", "Half term"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("must be a real date"));
  EXPECT_THAT(answer.body, HasSubstr("must be between 0 and 100"));
  EXPECT_THAT(answer.body, HasSubstr("value=\"31\""));
  EXPECT_THAT(answer.body, HasSubstr("value=\"Half term\""));
}

TEST_F(MeasurePages, show_what_would_become_of_every_pasted_row_and_keep_nothing_yet) {
  const auto measure = made();
  add(measure, "1", "80");
  add(measure, "2", "81");
  const std::string text = "date,value\n2025-01-01,80\n2025-02-01,85\n2025-03-01,90\n31/2/2025,x\n";
  const auto check = officer_.post(measure + "/import", {{"text", text}}).body;
  EXPECT_THAT(check, HasSubstr("1 would be added, 1 changed, 1 is here already, and 1 cannot be"));
  EXPECT_THAT(check, HasSubstr("31/2/2025,x"));
  EXPECT_THAT(check, HasSubstr("Date must be a real date"));
  EXPECT_THAT(check, HasSubstr("Keep the good rows"));
  EXPECT_THAT(officer_.get(measure).body, Not(HasSubstr("1 March 2025")));

  const auto kept = officer_.post(measure + "/import", {{"text", text}, {"step", "keep"}});
  const auto page = officer_.follow(kept).body;
  EXPECT_THAT(page, HasSubstr("1 added, 1 changed, 1 as they were"));
  EXPECT_THAT(page, HasSubstr("1 March 2025"));
}

TEST_F(MeasurePages, keep_pasted_text_that_cannot_be_read) {
  const auto answer = officer_.post(made() + "/import", {{"text", "when,how much\n1,2\n"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("when,how much"));
}

TEST_F(MeasurePages, change_and_take_out_a_value_with_a_reason) {
  const auto measure = made();
  add(measure, "1", "80");
  const auto value = measure + "/values/2025-01-01";
  EXPECT_EQ(officer_.get(value).status, 200);
  const auto without = officer_.post(value, {{"value", "82"}});
  EXPECT_EQ(without.status, 400);
  EXPECT_THAT(without.body, HasSubstr("value=\"82\""));
  EXPECT_THAT(without.body, HasSubstr("Say why the value changes"));
  EXPECT_EQ(officer_.post(value, {{"value", "82"}, {"reason", "Late returns"}}).status, 303);
  EXPECT_THAT(officer_.get(measure).body, HasSubstr("80 to 82"));
  EXPECT_EQ(officer_.post(value + "/removal", {{"removal-reason", ""}}).status, 400);
  EXPECT_EQ(officer_.post(value + "/removal", {{"removal-reason", "Wrong"}}).status, 303);
  EXPECT_EQ(officer_.get(value).status, 404);
}

TEST_F(MeasurePages, give_a_file_that_comes_back_as_it_is_and_runs_no_formula) {
  const auto measure = made();
  officer_.post(measure + "/values", {{"date-day", "1"},
                                      {"date-month", "1"},
                                      {"date-year", "2025"},
                                      {"value", "80"},
                                      {"note", "=1+1"}});
  const auto file = officer_.get(measure + "/values.csv").body;
  EXPECT_THAT(file, HasSubstr("'=1+1"));
  EXPECT_THAT(officer_.post(measure + "/import", {{"text", file}}).body,
              HasSubstr("There is nothing to keep"));
}

TEST_F(MeasurePages, say_so_when_the_measure_changed_meanwhile_and_keep_the_text) {
  const auto measure = made();
  auto changed = form("Visits on time, all areas");
  changed.emplace_back("version", "1");
  EXPECT_EQ(officer_.post(measure, changed).status, 303);
  auto late = form("Visits within half an hour");
  late.emplace_back("version", "1");
  const auto answer = officer_.post(measure, late);
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("Visits within half an hour"));
  EXPECT_THAT(answer.body, HasSubstr("Someone changed this measure while you were writing"));
}

TEST_F(MeasurePages, draw_the_chart_as_asked_and_say_what_cannot_be_drawn) {
  const auto measure = made();
  for (const auto* month : {"1", "2", "3", "4", "5", "6"}) {
    add(measure, month, std::string("8") + month);
  }
  EXPECT_EQ(officer_.get(measure + "?rebase=1/4/2025&baseline=3&screening=on").status, 200);
  const auto wrong = officer_.get(measure + "?rebase=soon&baseline=1");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"soon\""));
  EXPECT_THAT(wrong.body, HasSubstr("Enter a whole number of values, 2 or more"));
  EXPECT_THAT(wrong.body, HasSubstr("<svg"));
}

TEST_F(MeasurePages, are_not_there_for_another_council) {
  const auto measure = made();
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  for (const auto* below : {"", "/change", "/values.csv", "/import", "/values/2025-01-01"}) {
    EXPECT_EQ(other.get(measure + below).status, 404) << below;
  }
}

TEST_F(MeasurePages, show_hostile_text_as_text) {
  const std::string hostile = "<script>alert(1)</script>";
  const auto measure = header(officer_.post("/measures", form(hostile)), "Location");
  add(measure, "1", "80");
  for (const auto& address : {measure, measure + "/import", std::string("/measures")}) {
    EXPECT_THAT(officer_.get(address).body, Not(HasSubstr("<script>alert"))) << address;
  }
  const auto check =
      officer_.post(measure + "/import", {{"text", "date,value\n" + hostile + ",1"}});
  EXPECT_THAT(check.body, Not(HasSubstr("<script>alert")));
}

}  // namespace
}  // namespace throughline::web
