#include "hear/redaction/redaction.hpp"

#include "hear/hear.hpp"
#include "hear/redaction/travel.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string said =
    "My neighbour Derek rang Mrs Khan on 01632 960 001 and nobody at the old mill came back to us.";

class RedactionStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    NewCase given;
    given.kind = Kind::complaint;
    given.words = said;
    given.relationship = Relationship::neighbour;
    given.identity.contact.name = "Mill Hope";
    database().write([&](store::Writer& writer) { (void)receive(writer, work(), given).value(); });
  }
  RedactionDraft draft() {
    return database()
        .read([&](store::Reader& reader) { return draft_redaction(reader, "aldermere", "CASE-1"); })
        .value();
  }
  base::Result<Redaction> confirm(const std::vector<std::string>& phrases) {
    RedactionChoice choice{draft().words_hash, draft().suggested, phrases};
    return database().write(
        [&](store::Writer& writer) { return confirm_redaction(writer, work(), "CASE-1", choice); });
  }
  std::vector<std::string> problems(const std::string& travelling) {
    return database().read([&](store::Reader& reader) {
      return problems_with_travel(reader, "aldermere", {"CASE-1"}, travelling);
    });
  }
};
ON_BOTH_DATABASES(RedactionStore);

TEST_P(RedactionStore, keeps_what_a_person_confirmed_and_leaves_the_words_as_they_came) {
  const auto made = confirm({"the old mill"});
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->words,
            "My neighbour [name] rang [name] on [phone number] and nobody at [taken out] came back "
            "to us.");
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(find_case(reader, "aldermere", "CASE-1")->words, said);
    EXPECT_EQ(find_redaction(reader, "aldermere", "CASE-1")->words, made->words);
    EXPECT_EQ(find_redaction(reader, "aldermere", "CASE-1")->spans.size(), 4U);
    EXPECT_FALSE(find_redaction(reader, "brackwater", "CASE-1"));
    const auto event = record::history(reader, "aldermere", "CASE-1").back();
    EXPECT_EQ(event.verb, "redacted");
    for (const auto& [name, value] : event.details) EXPECT_THAT(value, Not(HasSubstr("mill")));
  });
}

TEST_P(RedactionStore, can_be_confirmed_anew) {
  ASSERT_TRUE(confirm({"the old mill"}));
  const auto again = confirm({});
  ASSERT_TRUE(again);
  EXPECT_THAT(again->words, HasSubstr("the old mill"));
  EXPECT_EQ(draft().confirmed->spans.size(), 3U);
}

TEST_P(RedactionStore, refuses_a_phrase_that_is_not_there_and_words_that_were_not_seen) {
  EXPECT_THAT(confirm({"the old mil"}).error().problems, SizeIs(1));
  RedactionChoice choice{"another hash", {}, {}};
  const auto stale = database().write(
      [&](store::Writer& writer) { return confirm_redaction(writer, work(), "CASE-1", choice); });
  EXPECT_EQ(stale.error().kind, base::ErrorKind::conflict);
  choice = {draft().words_hash, {{90, 9999, text::PersonalKind::name}}, {}};
  EXPECT_FALSE(database().write(
      [&](store::Writer& writer) { return confirm_redaction(writer, work(), "CASE-1", choice); }));
}

TEST_P(RedactionStore, words_are_quoted_only_once_they_are_redacted) {
  const std::string quoting = "One said: nobody at the old mill came back to us.";
  EXPECT_THAT(problems(quoting), ElementsAre(AllOf(HasSubstr("CASE-1"), HasSubstr("redacted"))));
  ASSERT_TRUE(confirm({}));
  EXPECT_THAT(problems(quoting), IsEmpty());
  ASSERT_TRUE(confirm({"the old mill"}));
  EXPECT_THAT(problems(quoting), ElementsAre(HasSubstr("taken out")));
  EXPECT_THAT(problems("Nobody came back to us, people told us"), IsEmpty());
}

TEST_P(RedactionStore, nothing_that_shows_who_someone_is_travels) {
  EXPECT_THAT(problems("Ring 01632 960 002 to hear more"), ElementsAre(HasSubstr("01632 960 002")));
  EXPECT_THAT(problems("We rang Hope twice"), ElementsAre(HasSubstr("Hope")));
  EXPECT_THAT(problems("We hope that visits are on time"), IsEmpty());
  EXPECT_THAT(problems("Councillor Beckwith opened the hub"), IsEmpty());
}

}  // namespace
}  // namespace throughline::hear
