#include "hear/fair_voice/fair_voice.hpp"

#include "hear/fair_voice/population.hpp"
#include "hear/hear.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string sexes =
    "category,group,count,source,year\n"
    "Sex,Female,\"5,000\",Invented census,2021\n"
    "Sex,Male,5000,Invented census,2021\n";

class FairVoiceStore : public testing::TwoCouncils {
 protected:
  void hear_from(int times, const std::string& sex, Kind kind = Kind::concern) {
    database().write([&](store::Writer& writer) {
      for (int time = 0; time < times; ++time) {
        NewCase given;
        given.kind = kind;
        given.words = "w";
        given.relationship = Relationship::person;
        given.received = base::date_from_text("2026-02-15").value();
        if (!sex.empty()) given.identity.equality = {{"sex", sex}};
        (void)receive(writer, work(), given).value();
      }
    });
  }
  void bring_in(const std::string& csv) {
    const auto tables = read_population(csv, 2026);
    ASSERT_TRUE(tables) << tables.error().problems.front().message;
    database().write([&](store::Writer& writer) {
      keep_population(writer, work(), Population::residents, *tables);
    });
  }
  FairVoice look(const CaseFilter& filter = {}) {
    return database().read([&](store::Reader& reader) {
      return fair_voice(reader, "aldermere", filter, Population::residents);
    });
  }
  static const QuestionVoice& question(const FairVoice& found, const std::string& field) {
    return *std::ranges::find(found.questions, field, &QuestionVoice::field);
  }
};
ON_BOTH_DATABASES(FairVoiceStore);

TEST_P(FairVoiceStore, holds_each_share_against_the_population) {
  hear_from(62, "female");
  hear_from(18, "male");
  hear_from(9, "prefer_not_to_say");
  hear_from(40, "");
  bring_in(sexes);
  const auto found = look();
  ASSERT_TRUE(found.enough);
  const auto& sex = question(found, "sex");
  EXPECT_EQ(in_words(found.voices), "130");
  EXPECT_EQ(in_words(sex.answered), "80");
  EXPECT_EQ(in_words(sex.refused), "10") << "refused and not known stand apart";
  EXPECT_EQ(in_words(sex.not_known), "40");
  ASSERT_THAT(sex.groups, SizeIs(2));
  EXPECT_EQ(in_words(sex.groups[0].count), "60");
  EXPECT_NEAR(*sex.groups[0].share, 75, 1e-9);
  EXPECT_NEAR(*sex.groups[0].gap, 25, 1e-9);
  EXPECT_EQ(sex.groups[0].heard, Heard::more);
  EXPECT_EQ(sex.groups[1].heard, Heard::less);
  EXPECT_EQ(sex.source, "Invented census");
}

TEST_P(FairVoiceStore, a_few_can_be_heard_less_and_never_more) {
  hear_from(80, "female");
  hear_from(2, "male");
  bring_in(sexes);
  const auto found = look();
  const auto& male = question(found, "sex").groups[1];
  EXPECT_EQ(in_words(male.count), "Fewer than 5");
  EXPECT_FALSE(male.share);
  EXPECT_EQ(male.heard, Heard::less);
  for (const auto& row : rows_of(found)) {
    if (row[1] == "Male") {
      EXPECT_EQ(row[3], "") << "no share of a few in the file";
    }
  }
}

TEST_P(FairVoiceStore, says_nothing_about_too_few_voices) {
  hear_from(19, "female");
  EXPECT_FALSE(look().enough);
  EXPECT_THAT(look().questions, IsEmpty());
}

TEST_P(FairVoiceStore, filters_as_the_list_of_cases_does_by_whole_months) {
  hear_from(30, "female", Kind::complaint);
  hear_from(30, "male", Kind::idea);
  CaseFilter filter;
  filter.kinds = {Kind::complaint};
  EXPECT_EQ(in_words(question(look(filter), "sex").answered), "30");
  filter.kinds.clear();
  filter.from = base::date_from_text("2026-02-20").value();
  filter.to = base::date_from_text("2026-02-01").value();
  EXPECT_EQ(in_words(look(filter).voices), "60") << "the whole of February";
  filter.search = "w";
  EXPECT_EQ(in_words(look(filter).voices), "60") << "a search is not used";
}

TEST_P(FairVoiceStore, a_population_replaces_the_one_before_and_is_one_councils) {
  bring_in(sexes);
  bring_in("category,group,count,source,year\nsex,female,1,Again,2022\nsex,male,3,Again,2022\n");
  database().read([&](store::Reader& reader) {
    const auto tables = populations(reader, "aldermere", Population::residents);
    ASSERT_THAT(tables, SizeIs(1));
    EXPECT_EQ(tables[0].groups[1].second, 3);
    EXPECT_THAT(populations(reader, "brackwater", Population::residents), IsEmpty());
    EXPECT_THAT(populations(reader, "aldermere", Population::drawing_on_care), IsEmpty());
    EXPECT_EQ(record::history(reader, "aldermere", "population").size(), 2U);
  });
}

TEST(PopulationFile, is_told_everything_that_is_wrong_with_it) {
  const std::string heading = "category,group,count,source,year\n";
  const auto problems = [&](const std::string& rows) {
    const auto read = read_population(heading + rows, 2026);
    std::string all;
    if (!read) {
      for (const auto& problem : read.error().problems) all += problem.message + "\n";
    }
    return all;
  };
  EXPECT_THAT(problems("Height,Tall,4,S,2021\n"), HasSubstr("Use Age"));
  EXPECT_THAT(problems("Sex,Female,4.5,S,2021\n"), HasSubstr("whole number"));
  EXPECT_THAT(problems("Sex,Female,4,S,2021\n"), HasSubstr("Male is missing"));
  EXPECT_THAT(problems("Sex,Female,4,,1890\n"), HasSubstr("where the figure is from"));
  EXPECT_THAT(problems("Sex,Female,4,S,2021\nSex,Female,5,S,2021\nSex,Male,1,S,2021\n"),
              HasSubstr("stands twice"));
  EXPECT_THAT(problems("Sex,Female,4,S,2021\nSex,Male,5,T,2021\n"), HasSubstr("same source"));
  EXPECT_THAT(problems("Sex,Prefer not to say,4,S,2021\n"), HasSubstr("none of the answers"));
  EXPECT_THAT(problems(""), HasSubstr("no rows"));
  EXPECT_FALSE(read_population("group,count\nx,1\n", 2026));
}

TEST(PopulationFile, takes_the_five_broad_ethnic_groups_or_all_nineteen) {
  const std::string heading = "category,group,count,source,year\n";
  std::string broad = heading;
  for (const char* group :
       {"Asian or Asian British", "\"Black, Black British, Caribbean or African\"",
        "Mixed or multiple ethnic groups", "White", "Other ethnic group"}) {
    broad += std::string("Ethnic group,") + group + ",100,S,2021\n";
  }
  const auto read = read_population(broad, 2026);
  ASSERT_TRUE(read) << read.error().problems.front().message;
  EXPECT_THAT(read->front().groups, SizeIs(5));
  EXPECT_FALSE(read_population(broad + "Ethnic group,Irish,3,S,2021\n", 2026))
      << "one of the nineteen beside the five counts people twice";
}

}  // namespace
}  // namespace throughline::hear
