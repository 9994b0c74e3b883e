#include "hear/hear.hpp"
#include "support/temporary_folder.hpp"
#include "support/web.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class FairVoicePages : public ::testing::Test {
 protected:
  void hear_from(int times, const std::string& sex) {
    site_.database().write([&](store::Writer& writer) {
      for (int time = 0; time < times; ++time) {
        hear::NewCase given;
        given.kind = hear::Kind::concern;
        given.words = "w";
        given.relationship = hear::Relationship::person;
        given.identity.equality = {{"sex", sex}};
        (void)hear::receive(writer, site_.work_as(record::Role::officer), given).value();
      }
    });
  }
  http::Response bring_in(testing::Browser& browser, const std::string& csv,
                          const std::string& population = "residents") {
    const auto path = folder_.path() / "population.csv";
    std::ofstream(path) << csv;
    return browser.post("/fair-voice/population", {{"population", population}},
                        {{"file", "population.csv", "text/csv", path, csv.size(), nullptr}});
  }
  testing::TestSite site_;
  testing::TemporaryFolder folder_;
};

const std::string sexes =
    "category,group,count,source,year\nSex,Female,50,Invented,2021\nSex,Male,50,Invented,2021\n";

TEST_F(FairVoicePages, shows_who_is_heard_less_with_a_chart_a_table_and_a_file) {
  hear_from(58, "female");
  hear_from(2, "male");
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_THAT(officer.get("/fair-voice").body, HasSubstr("There are no figures yet"));
  EXPECT_EQ(bring_in(officer, sexes).status, 303);
  const auto shown = officer.get("/fair-voice").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("<svg"), HasSubstr("Fewer than 5"), HasSubstr("Heard less"),
                           HasSubstr("Invented, 2021"), HasSubstr("Sex: Male")));
  const auto file = officer.get("/fair-voice.csv?against=residents").body;
  EXPECT_THAT(file, AllOf(HasSubstr("Sex,Female,60"), HasSubstr("Sex,Male,Fewer than 5,,")));
}

TEST_F(FairVoicePages, says_when_there_are_too_few_and_when_a_date_is_wrong) {
  hear_from(5, "female");
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_THAT(officer.get("/fair-voice").body, HasSubstr("fewer than 20 voices"));
  const auto wrong = officer.get("/fair-voice?from=soon");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"soon\""));
  EXPECT_EQ(officer.post("/fair-voice/evidence").status, 409);
}

TEST_F(FairVoicePages, is_kept_as_a_document_and_leads_to_evidence) {
  hear_from(40, "female");
  auto officer = site_.browser_as(record::Role::officer);
  bring_in(officer, sexes);
  const auto kept = officer.post("/fair-voice/evidence", {{"kind", "concern"}});
  EXPECT_THAT(testing::header(kept, "Location"), HasSubstr("/evidence/new?source=DOCUMENT-1"));
  EXPECT_THAT(officer.follow(kept).body, HasSubstr("Whose voices are heard: Concerns"));
  EXPECT_THAT(officer.get("/documents/DOCUMENT-1/file").body, HasSubstr("Sex,Female,40"));
}

TEST_F(FairVoicePages, a_wrong_file_is_told_everything_row_by_row) {
  auto officer = site_.browser_as(record::Role::officer);
  const auto answer =
      bring_in(officer, "category,group,count,source,year\nSex,Tall,x,S,2021\n", "nobody");
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("Choose whom the figures are about"));
  const auto rows = bring_in(officer, "category,group,count,source,year\nSex,Tall,x,S,2021\n");
  EXPECT_THAT(rows.body, AllOf(HasSubstr("Row 2"), HasSubstr("none of the answers"),
                               HasSubstr("whole number"), Not(HasSubstr("kept. What stood"))));
  EXPECT_EQ(officer.post("/fair-voice/population", {{"population", "residents"}}).status, 400);
}

}  // namespace
}  // namespace throughline::web
