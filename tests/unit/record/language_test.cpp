#include "record/language.hpp"

#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::record {
namespace {

class LanguageStore : public testing::TwoCouncils {
 protected:
  std::vector<std::string> shown(const std::string& council) {
    return database().read([&](store::Reader& reader) {
      std::vector<std::string> codes;
      for (const auto& each : shown_languages(reader, council)) codes.push_back(each.code);
      return codes;
    });
  }
};

}  // namespace

ON_BOTH_DATABASES(LanguageStore);

TEST_P(LanguageStore, is_shown_once_someone_has_checked_it_and_hidden_again) {
  const auto show = [&](bool checked) {
    return database().write(
        [&](store::Writer& writer) { return show_language(writer, work(), "ur", checked); });
  };
  EXPECT_FALSE(show(false)) << "nobody has checked it";
  EXPECT_THAT(shown("aldermere"), ::testing::IsEmpty());
  ASSERT_TRUE(show(true));
  ASSERT_TRUE(show(true)) << "which changes nothing";
  EXPECT_THAT(shown("aldermere"), ::testing::ElementsAre("ur"));
  EXPECT_THAT(shown("otherton"), ::testing::IsEmpty()) << "of another council";
  database().write([&](store::Writer& writer) {
    hide_language(writer, work(), "ur");
    hide_language(writer, work(), "ur");
  });
  EXPECT_THAT(shown("aldermere"), ::testing::IsEmpty());
  const auto events = database().read(
      [&](store::Reader& reader) { return history(reader, "aldermere", "aldermere"); });
  EXPECT_EQ(std::ranges::count(events, "shown in a language", &Event::verb), 1);
  EXPECT_EQ(std::ranges::count(events, "no longer shown in a language", &Event::verb), 1);
}

}  // namespace throughline::record
