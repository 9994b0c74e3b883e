#include "templates/language.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace throughline::templates {
namespace {

const Language& urdu() {
  return *find_language("ur");
}

}  // namespace

TEST(Language, is_english_until_another_is_spoken) {
  EXPECT_EQ(in_language("Yes"), "Yes");
  EXPECT_EQ(message_for("Yes"), nullptr);
  {
    const Speaking speaking(urdu());
    EXPECT_EQ(in_language("Yes"), "جی ہاں");
    {
      const Speaking english_again(english());
      EXPECT_EQ(in_language("Yes"), "Yes");
    }
    EXPECT_EQ(spoken().code, "ur");
    std::thread([] { EXPECT_EQ(spoken().code, "en") << "of another thread"; }).join();
  }
  EXPECT_EQ(spoken().code, "en");
}

TEST(Language, says_the_english_for_what_a_catalogue_does_not_have) {
  const Speaking speaking(urdu());
  EXPECT_EQ(in_language("Tuesday’s minibus to Skelby"), "Tuesday’s minibus to Skelby");
  EXPECT_EQ(in_language(""), "") << "the header of a catalogue is no message";
}

TEST(Language, finds_words_with_numbers_and_puts_the_numbers_back) {
  const Speaking speaking(urdu());
  EXPECT_EQ(in_language("3 May 2026"), "3 مئی 2026");
  EXPECT_EQ(in_language("What you add must be 2,000 characters or fewer"),
            "آپ جو مزید لکھیں وہ 2,000 حروف یا اس سے کم ہونا چاہیے");
  EXPECT_EQ(in_language("Room 3"), "Room 3");
}

TEST(Language, has_its_own_plural_forms) {
  const auto said = [](int count) {
    return in_language("{1} question answered", "{1} questions answered", count);
  };
  EXPECT_EQ(said(1), "1 question answered");
  EXPECT_EQ(said(4), "4 questions answered");
  const Speaking speaking(urdu());
  EXPECT_EQ(said(1), "1 سوال کا جواب دیا گیا");
  EXPECT_EQ(said(4), "4 سوالوں کے جواب دیے گئے");
}

TEST(Language, fills_places_in_the_order_of_the_language_and_never_what_was_filled_in) {
  std::string out;
  write_message(out, "<1>{b}</1> {a} {c}",
                {{"{a}", "{b}"}, {"{b}", "two"}, {"<1>", "<strong>"}, {"</1>", "</strong>"}});
  EXPECT_EQ(out, "<strong>two</strong> {b} {c}");
}

TEST(Language, translates_the_words_of_choices_and_leaves_their_values) {
  const Speaking speaking(urdu());
  const Value items =
      List{Fields{{"value", "No"}, {"text", "No"}, {"hint", Fields{{"text", "Yes"}}}}};
  const auto said = every_text_in_language(items).as_list().front();
  EXPECT_EQ(said.get("value").as_text(), "No");
  EXPECT_EQ(said.get("text").as_text(), "نہیں");
  EXPECT_EQ(said.get("hint").get("text").as_text(), "جی ہاں");
}

TEST(Language, is_known_by_its_code_alone) {
  EXPECT_EQ(find_language("en"), &english());
  EXPECT_EQ(find_language("xx"), nullptr);
  EXPECT_EQ(find_language(""), nullptr);
  EXPECT_TRUE(urdu().right_to_left);
}

}  // namespace throughline::templates
