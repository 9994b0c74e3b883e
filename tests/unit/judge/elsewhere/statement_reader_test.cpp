#include "judge/elsewhere/statement_reader.hpp"

#include "judge/elsewhere/reader.hpp"
#include "text/characters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::judge::elsewhere {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Reader& reader() {
  static const Reader built_in = Reader::built_in();
  return built_in;
}

std::vector<EvidenceStatement> read(const std::string& text) {
  return reader().statements({PagePart{"", {text}}}, "learning");
}

std::vector<Voice> voices(const std::string& text) {
  return read(text).back().voices;
}
Polarity polarity(const std::string& text) {
  return read(text).back().polarity;
}

TEST(Voices, are_those_that_report) {
  EXPECT_THAT(voices("Staff and managers told us the kettle was new."),
              ElementsAre(Voice::staff, Voice::leaders));
  EXPECT_THAT(voices("Unpaid carers and people who use services said they were heard."),
              ElementsAre(Voice::people, Voice::carers));
  EXPECT_THAT(voices("Partners in the voluntary sector described warm meetings."),
              ElementsAre(Voice::partners));
  EXPECT_THAT(voices("The local authority told us it had hired a baker."),
              ElementsAre(Voice::leaders));
}

TEST(Voices, are_not_those_that_something_was_done_to) {
  EXPECT_THAT(voices("Staff were given new bicycles."), ElementsAre(Voice::processes));
  EXPECT_THAT(voices("Senior leaders had clear roles and were described as calm."),
              ElementsAre(Voice::processes));
}

TEST(Voices, take_the_first_report_of_a_chain) {
  EXPECT_THAT(voices("Staff told us that leaders listened to partners."),
              ElementsAre(Voice::staff));
}

TEST(Voices, of_a_pronoun_are_those_of_the_sentence_before) {
  EXPECT_THAT(voices("Providers said fees were fair. They told us visits were kind."),
              ElementsAre(Voice::providers));
  EXPECT_THAT(voices("Providers said fees were fair. They had three vans."),
              ElementsAre(Voice::processes));
}

TEST(Voices, of_a_survey_are_the_data_and_those_it_asked) {
  EXPECT_THAT(voices("The staff survey showed 81% felt proud."),
              ElementsAre(Voice::staff, Voice::processes));
  EXPECT_THAT(voices("National data showed 61% of people felt safe."),
              ElementsAre(Voice::people, Voice::processes));
}

TEST(Voices, of_nobody_in_particular_are_unspecified) {
  EXPECT_THAT(voices("We heard that the bus was late."), ElementsAre(Voice::unspecified));
  EXPECT_THAT(voices("We heard from staff that the bus was late."), ElementsAre(Voice::staff));
}

TEST(Polarity, follows_what_is_asserted_and_not_the_words) {
  EXPECT_EQ(polarity("Staff were well supported."), Polarity::strength);
  EXPECT_EQ(polarity("Staff were not well supported."), Polarity::shortfall);
  EXPECT_EQ(polarity("There were low vacancy rates."), Polarity::strength);
  EXPECT_EQ(polarity("There were high vacancy rates."), Polarity::shortfall);
  EXPECT_EQ(polarity("Complaints had fallen by a third."), Polarity::strength);
  EXPECT_EQ(polarity("Satisfaction had fallen by a third."), Polarity::shortfall);
  EXPECT_EQ(polarity("Calls were answered without delay."), Polarity::strength);
  EXPECT_EQ(polarity("People were no longer waiting."), Polarity::strength);
  EXPECT_EQ(polarity("The team worked to reduce delays."), Polarity::strength);
}

TEST(Polarity, of_two_sides_is_mixed) {
  EXPECT_EQ(polarity("Carers’ experiences were mixed."), Polarity::mixed);
  EXPECT_EQ(polarity("Staff were proud of the hub but felt overwhelmed by forms."),
            Polarity::mixed);
  EXPECT_EQ(polarity("While there was no written plan, each team knew its part."), Polarity::mixed);
}

TEST(Polarity, of_what_is_under_way_is_in_progress) {
  EXPECT_EQ(polarity("Leaders recognised more work was needed."), Polarity::in_progress);
  EXPECT_EQ(polarity("The strategy was being rewritten."), Polarity::strength);
  EXPECT_EQ(polarity("The strategy was being refreshed."), Polarity::in_progress);
  EXPECT_EQ(polarity("It was too early to see results."), Polarity::in_progress);
}

TEST(Polarity, of_a_bare_fact_is_neutral) {
  EXPECT_EQ(polarity("36 calls were made to the helpline."), Polarity::neutral);
  EXPECT_EQ(polarity("A review is a look at what can be learned."), Polarity::neutral);
  EXPECT_EQ(polarity("National data showed 61% felt safe, which was not statistically different "
                     "from the England average of 62%."),
            Polarity::neutral);
}

TEST(Polarity, of_an_example_continues_the_claim_before) {
  EXPECT_EQ(polarity("There were long delays. For example, a ramp took a season."),
            Polarity::shortfall);
}

TEST(Polarity, says_which_words_decided_it_and_how_sure_it_is) {
  const EvidenceStatement statement = read("There were long delays.").back();
  EXPECT_GT(statement.confidence, 0.5);
  EXPECT_THAT(statement.cues, testing::Contains(testing::HasSubstr("delays")));
}

std::vector<std::pair<double, std::string>> figures(const std::string& text) {
  std::vector<std::pair<double, std::string>> all;
  const EvidenceStatement statement = read(text).back();
  for (const Figure& figure : statement.figures) all.emplace_back(figure.value, figure.unit);
  return all;
}

using F = std::pair<double, std::string>;

TEST(Figures, have_their_unit) {
  EXPECT_THAT(figures("It fell from 30% in 2022 to 18.75% by May 2024."),
              ElementsAre(F{30, "percent"}, F{18.75, "percent"}));
  EXPECT_THAT(figures("They spent £1.2 million on 16 new vans and 3 large boroughs."),
              ElementsAre(F{1.2e6, "pounds"}, F{16, "new vans"}, F{3, "boroughs"}));
  EXPECT_THAT(figures("People waited twelve weeks, or 12-18 months for some."),
              ElementsAre(F{12, "weeks"}, F{12, "months"}, F{18, "months"}));
  EXPECT_THAT(figures("There were 531 concerns per 100,000 people."),
              ElementsAre(F{531, "concerns"}, F{100000, "people"}));
  EXPECT_THAT(figures("The rate was 531 per 100,000 people."), ElementsAre(F{531, "per 100,000"}));
  EXPECT_THAT(figures("36 complaints were made, of which 19 were upheld."),
              ElementsAre(F{36, "complaints"}, F{19, "complaints"}));
}

TEST(Figures, are_not_years_names_ages_or_dates) {
  EXPECT_THAT(figures("Under section 42 of the Care Act 2014, in 2022/23 and on 31 March 2024."),
              IsEmpty());
  EXPECT_THAT(figures("Adults over 65, those aged 18 to 64 and the 24/7 line."), IsEmpty());
  EXPECT_THAT(figures("In the last 12 months one person came first."), IsEmpty());
}

TEST(Figures, carry_the_period_of_the_sentence) {
  EXPECT_EQ(read("Vacancies were 30% at the end of 2022.").back().figures.at(0).period,
            "end of 2022");
}

TEST(Topics, are_few_and_never_none) {
  EXPECT_THAT(read("Complaints were answered.").back().topics, testing::Contains("complaints"));
  EXPECT_THAT(read("It was so.").back().topics, ElementsAre("training"));
}

TEST(Topics, of_a_council_are_added_to_the_list) {
  ReadingRules rules = built_in_rules();
  ASSERT_TRUE(add_topics(rules, "buses: [bus|buses, park and ride]\n"));
  EXPECT_THAT(read_topics(rules, text::tokens_of("The buses ran."), "learning"),
              ElementsAre("buses"));
  EXPECT_FALSE(add_topics(rules, "buses: fast\n"));
}

TEST(Statements, hold_every_sentence_once_and_in_order) {
  EXPECT_TRUE(rc::check([](const std::vector<std::string>& texts) {
    std::vector<PagePart> parts;
    std::string wanted;
    for (const std::string& text : texts) {
      parts.push_back({"", {text}});
      if (!text::trimmed(text).ends_with(':')) wanted += text::tidied(text) + ' ';
    }
    std::string given;
    for (const auto& each : reader().statements(parts, "learning")) {
      given += text::tidied(each.text) + ' ';
    }
    RC_PRE(wanted.find(':') == wanted.npos);
    // Where a space is missing after a full stop, the sentences part without one.
    std::erase(given, ' ');
    std::erase(wanted, ' ');
    RC_ASSERT(given == wanted);
  }));
}

}  // namespace
}  // namespace throughline::judge::elsewhere
