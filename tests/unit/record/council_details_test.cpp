#include "record/council_details.hpp"

#include "record/event.hpp"
#include "record/sign_video.hpp"
#include "support/two_councils.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::record {
namespace {

using ::testing::Not;

CouncilDetails some_details() {
  return {"Town Hall\nMarket Street",
          "01632 960 100",
          "feedback@aldermere.example",
          "01632 960 999",
          "01632 960 998",
          "https://signs.example.org/us"};
}

class CouncilDetailsStore : public testing::TwoCouncils {
 protected:
  base::Result<void> set(const CouncilDetails& details) {
    return database().write(
        [&](store::Writer& writer) { return set_council_details(writer, work(), details); });
  }
  base::Result<void> set(const SignVideo& video) {
    return database().write(
        [&](store::Writer& writer) { return set_sign_video(writer, work(), video); });
  }
  CouncilDetails held_by(const std::string& council) {
    return database().read([&](store::Reader& reader) { return council_details(reader, council); });
  }
  std::int64_t events(std::string_view verb) {
    const auto all = database().read(
        [&](store::Reader& reader) { return history(reader, "aldermere", "aldermere"); });
    return std::ranges::count(all, verb, &Event::verb);
  }
};

}  // namespace

ON_BOTH_DATABASES(CouncilDetailsStore);

TEST_P(CouncilDetailsStore, are_empty_until_they_are_entered_and_belong_to_one_council) {
  EXPECT_EQ(held_by("aldermere"), CouncilDetails{});
  ASSERT_TRUE(set(some_details()));
  EXPECT_EQ(held_by("aldermere"), some_details());
  EXPECT_EQ(held_by("brackwater"), CouncilDetails{}) << "of another council";
}

TEST_P(CouncilDetailsStore, are_changed_once_and_the_history_says_which) {
  ASSERT_TRUE(set(some_details()));
  ASSERT_TRUE(set(some_details())) << "which changes nothing";
  EXPECT_EQ(events("contact details of the council changed"), 1);
  auto changed = some_details();
  changed.phone = "  01632 960 101 ";
  ASSERT_TRUE(set(changed));
  EXPECT_EQ(held_by("aldermere").phone, "01632 960 101");
  EXPECT_EQ(events("contact details of the council changed"), 2);
}

TEST_P(CouncilDetailsStore, are_refused_with_every_problem_at_once) {
  CouncilDetails wrong;
  wrong.address = std::string(501, 'x');
  wrong.phone = "ring the bell";
  wrong.email = "nobody";
  wrong.out_of_hours_phone = "12";
  wrong.sign_service = "http://signs.example.org";
  const auto refused = set(wrong);
  ASSERT_FALSE(refused);
  std::vector<std::string> fields;
  for (const auto& each : refused.error().problems) fields.push_back(each.field);
  EXPECT_THAT(fields, ::testing::UnorderedElementsAre("address", "phone", "email",
                                                      "out_of_hours_phone", "sign_service"));
  EXPECT_EQ(held_by("aldermere"), CouncilDetails{});
}

TEST_P(CouncilDetailsStore, keeps_one_video_a_page_and_takes_it_away_again) {
  const SignVideo video{"start", "https://videos.example.org/1", "Telling us", 3, true};
  ASSERT_TRUE(set(video));
  auto another = video;
  another.title = "Telling us, again";
  another.captions = false;
  ASSERT_TRUE(set(another));
  const auto all =
      database().read([&](store::Reader& reader) { return sign_videos(reader, "aldermere"); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().title, "Telling us, again");
  EXPECT_FALSE(all.front().captions);
  EXPECT_FALSE(database().read([&](store::Reader& reader) {
    return sign_video(reader, "brackwater", "start").has_value();
  })) << "of another council";
  database().write([&](store::Writer& writer) {
    remove_sign_video(writer, work(), "start");
    remove_sign_video(writer, work(), "start");
  });
  EXPECT_EQ(events("video in British Sign Language set"), 2);
  EXPECT_EQ(events("video in British Sign Language taken away"), 1);
}

TEST_P(CouncilDetailsStore, refuses_a_video_that_no_page_could_link_to) {
  EXPECT_EQ(set(SignVideo{"nowhere", "https://a.example", "T", 1, true}).error().kind,
            base::ErrorKind::not_found);
  const auto refused = set(SignVideo{"start", "javascript:alert(1)", " ", 0, true});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.size(), 3U);
}

TEST(SecureLink, is_https_with_a_host_and_nothing_that_could_be_taken_for_something_else) {
  EXPECT_TRUE(is_secure_link("https://videos.example.org/watch?v=1#t"));
  for (const auto* each :
       {"", "http://a.example", "https://", "https://localhost", "https://user@a.example",
        "https://a.example/\"><b>", "https://a.example/ b", "https://.example", "javascript:1"}) {
    EXPECT_FALSE(is_secure_link(each)) << each;
  }
  EXPECT_FALSE(is_secure_link("https://a.example/" + std::string(500, 'x')));
}

}  // namespace throughline::record
