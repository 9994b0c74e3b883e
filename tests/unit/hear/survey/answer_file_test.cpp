#include "hear/survey/answer_file.hpp"

#include "unit/formats/workbook.hpp"
#include "unit/hear/survey/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::survey {
namespace {

using ::testing::HasSubstr;

const std::string csv =
    "Respondent ID,End Date,Do you get support?,Helps,What would help?,Words\n"
    "9001,1/3/2026 10:04,Yes,Agree,Breaks; Money,Ring us\n"
    "9002,1/3/2026 10:05,no,,Training,\n"
    "9003,1/3/2026,Y,4,prefer not to say,\n";

class SurveyAnswerFile : public AskedSurvey {
 protected:
  static Headings headings() {
    return {{"Respondent ID", reference_column},
            {"End Date", received_column},
            {"Do you get support?", 1},
            {"Helps", 2},
            {"What would help?", 3},
            {"Words", 4}};
  }
  base::Result<AnswerFile> read(const Wave& wave, const std::string& bytes, const Headings& meant) {
    const auto table = must(read_answer_table(bytes));
    return database().read([&](store::Reader& reader) {
      return read_answers(table, meant, questions(reader, "aldermere", wave.survey_ref), wave,
                          work().today());
    });
  }
  AnswersImported import(const Wave& wave, const AnswerFile& file) {
    return database().write(
        [&](store::Writer& writer) { return must(import_answers(writer, work(), wave, file)); });
  }
};
ON_BOTH_DATABASES(SurveyAnswerFile);

TEST_P(SurveyAnswerFile, reads_the_answers_of_another_tool) {
  const auto wave = open(make_survey());
  const auto file = must(read(wave, csv, headings()));
  EXPECT_TRUE(file.problems.empty());
  ASSERT_EQ(file.good.size(), 3U);
  EXPECT_EQ(file.good[0].answers.at(3), (Answer{"1", "3"}));
  EXPECT_EQ(base::to_text(file.good[0].received), "2026-03-01");
  EXPECT_EQ(file.good[2].answers.at(1), Answer{"yes"});
  EXPECT_EQ(file.good[2].answers.at(3), Answer{"declined"});
}

TEST_P(SurveyAnswerFile, adds_nothing_the_second_time) {
  const auto wave = open(make_survey());
  const auto file = must(read(wave, csv, headings()));
  EXPECT_EQ(import(wave, file).added, 3U);
  const auto again = import(wave, file);
  EXPECT_EQ(again.added, 0U);
  EXPECT_EQ(again.already_here, 3U);
  EXPECT_EQ(number("select count(*) from survey_responses"), 3);
  EXPECT_EQ(number("select count(*) from cases"), 1);
  EXPECT_EQ(number("select count(*) from events where verb = 'imported answers'"), 2);
}

TEST_P(SurveyAnswerFile, tells_equal_rows_apart_without_a_reference) {
  const auto wave = open(make_survey());
  const Headings meant{{"Do you get support?", 1}};
  const auto file = must(read(wave, "Do you get support?\nYes\nYes\nNo\n", meant));
  EXPECT_EQ(import(wave, file).added, 3U);
  EXPECT_EQ(import(wave, file).added, 0U);
}

TEST_P(SurveyAnswerFile, names_each_row_with_a_problem) {
  const auto wave = open(make_survey());
  const auto file =
      must(read(wave,
                "Do you get support?,Helps,When\nSometimes,Agree,\nNo,Agree,\n"
                "Yes,Agree,3/3/2026\nYes,Agree,1/3/2026\n",
                {{"Do you get support?", 1}, {"Helps", 2}, {"When", received_column}}));
  EXPECT_EQ(file.good.size(), 1U);
  ASSERT_EQ(file.problems.size(), 3U);
  EXPECT_EQ(file.problems[0].row, 2);
  EXPECT_THAT(file.problems[0].message, HasSubstr("Sometimes"));
  EXPECT_THAT(file.problems[1].message, HasSubstr("skips"));
  EXPECT_THAT(file.problems[2].message, HasSubstr("past"));
}

TEST_P(SurveyAnswerFile, refuses_headings_that_mean_nothing_or_the_same) {
  const auto wave = open(make_survey());
  EXPECT_FALSE(read(wave, csv, {}));
  auto twice = headings();
  twice["Words"] = 1;
  EXPECT_FALSE(read(wave, csv, twice));
}

TEST_P(SurveyAnswerFile, remembers_what_headings_mean) {
  const auto wave = open(make_survey());
  const auto suggested = [&] {
    return database().read([&](store::Reader& reader) {
      return suggested_headings(reader, "aldermere", wave.survey_ref,
                                questions(reader, "aldermere", wave.survey_ref),
                                {"Respondent ID", "Helps", "What would help?", "Nothing"});
    });
  };
  const auto first = suggested();
  EXPECT_EQ(first.at("Respondent ID"), reference_column);
  EXPECT_EQ(first.at("Helps"), not_used);
  EXPECT_EQ(first.at("What would help?"), 3);
  database().write([&](store::Writer& writer) {
    remember_headings(writer, work(), wave.survey_ref, headings());
  });
  EXPECT_EQ(suggested().at("Helps"), 2);
}

TEST_P(SurveyAnswerFile, keeps_a_table_for_whoever_gave_it) {
  const auto wave = open(make_survey());
  auto table = must(read_answer_table(csv));
  table.problems.push_back({"", "Broken", 9});
  database().write([&](store::Writer& writer) { keep_table(writer, work(), wave, table); });
  database().read([&](store::Reader& reader) {
    const auto kept = kept_table(reader, work(), wave).value();
    EXPECT_EQ(kept.heading, table.heading);
    EXPECT_EQ(kept.rows[1].fields, table.rows[1].fields);
    EXPECT_EQ(kept.rows[1].line, 3);
    ASSERT_EQ(kept.problems.size(), 1U);
    EXPECT_EQ(kept.problems[0].row, 9);
    auto other = work();
    other.actor.user_ref = "USER-2";
    EXPECT_FALSE(kept_table(reader, other, wave));
    auto later = work();
    later.now += std::chrono::hours{3};
    EXPECT_FALSE(kept_table(reader, later, wave));
  });
  database().write([&](store::Writer& writer) { drop_table(writer, work(), wave); });
  EXPECT_EQ(number("select count(*) from survey_drafts"), 0);
}

TEST(SurveyAnswerTable, reads_a_workbook) {
  const auto table = read_answer_table(testing::workbook(
      "<row r=\"1\"><c t=\"str\"><v>Date</v></c><c t=\"str\"><v>Helps</v></c></row>"
      "<row r=\"2\"><c s=\"1\"><v>46081</v></c><c t=\"str\"><v>Agree</v></c></row>"));
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->rows[0].fields, (std::vector<std::string>{"2026-02-28", "Agree"}));
}

TEST(SurveyAnswerTable, tells_columns_of_one_name_apart) {
  const auto table = read_answer_table("A,A,\n1,2,3\n").value();
  EXPECT_EQ(table.heading, (std::vector<std::string>{"A", "A (2)", "Column 3"}));
  EXPECT_FALSE(read_answer_table("A\n"));
  EXPECT_FALSE(read_answer_table("PK\x03\x04"));
  EXPECT_EQ(read_answer_table(std::string(most_answer_file_bytes + 1, 'x')).error().kind,
            base::ErrorKind::too_large);
}

}  // namespace
}  // namespace throughline::hear::survey
