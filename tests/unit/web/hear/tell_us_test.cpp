#include "hear/hear.hpp"
#include "support/web.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class TellUs : public ::testing::Test {
 protected:
  // Answers every question and stops at the answers to check.
  void answer_all(testing::Browser& browser, const std::string& words,
                  const std::string& kind = "complaint") {
    expect_on(browser.post("/tell-us"), "/tell-us/kind");
    expect_on(browser.post("/tell-us/kind", {{"kind", kind}}), "/tell-us/words");
    expect_on(browser.post("/tell-us/words", {{"words", words}}), "/tell-us/service");
    expect_on(browser.post("/tell-us/service", {{"service", "not_sure"}}), "/tell-us/you");
    expect_on(browser.post("/tell-us/you", {{"relationship", "unpaid_carer"}}), "/tell-us/contact");
    expect_on(browser.post("/tell-us/contact", {{"contact_by", "email"}}), "/tell-us/details");
    expect_on(browser.post("/tell-us/details", {{"email", "jo@example.org"},
                                                {"phone", "of no way that was chosen"},
                                                {"name", "Jo Bloggs"}}),
              "/tell-us/equality");
    expect_on(browser.post("/tell-us/equality", {{"skip", "yes"}}), "/tell-us/check");
  }
  static void expect_on(const http::Response& response, const std::string& place) {
    EXPECT_EQ(response.status, 303) << response.body;
    EXPECT_EQ(testing::header(response, "Location"), place);
  }
  std::int64_t number(const std::string& sql) {
    return site_.database().read([&](store::Reader& reader) { return reader.number(sql); });
  }
  std::string text(const std::string& sql) {
    return site_.database().read([&](store::Reader& reader) { return reader.row(sql)->text(0); });
  }
  std::string receipt() { return text("select receipt from cases"); }

  testing::TestSite site_;
};

TEST_F(TellUs, becomes_a_case_with_a_receipt_that_shows_where_things_stand) {
  auto browser = site_.browser();
  answer_all(browser, "Nobody rang back.");
  EXPECT_THAT(browser.get("/tell-us/check").body, HasSubstr("Nobody rang back."));
  const auto sent = browser.post("/tell-us/check");
  expect_on(sent, "/tell-us/sent");
  EXPECT_THAT(browser.follow(sent).body, HasSubstr(receipt()));

  auto another = site_.browser();
  const auto shown = another.post("/receipt", {{"receipt", receipt()}});
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, HasSubstr("Complaint"));
  for (const auto* secret : {"Nobody rang back", "Jo Bloggs", "jo@example.org"}) {
    EXPECT_THAT(shown.body, Not(HasSubstr(secret)));
  }
  EXPECT_EQ(text("select phone from case_contacts"), "");
}

TEST_F(TellUs, keeps_words_exactly_and_shows_them_safely) {
  const std::string words =
      "\n<script>alert('x')</script> & \xF0\x9F\x98\x80 "
      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\n\n\"end\"";
  auto browser = site_.browser();
  answer_all(browser, words, "idea");
  const auto shown = browser.get("/tell-us/check").body;
  EXPECT_THAT(shown, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(shown, HasSubstr("&lt;script&gt;alert"));
  EXPECT_THAT(browser.get("/tell-us/words?from=check").body, HasSubstr(">\n\n&lt;script"));
  browser.post("/tell-us/check");
  EXPECT_EQ(text("select words from case_words"), words);
}

TEST_F(TellUs, makes_one_case_of_a_button_pressed_twice) {
  auto browser = site_.browser();
  answer_all(browser, "Once.");
  const auto first = browser.follow(browser.post("/tell-us/check")).body;
  const auto second = browser.follow(browser.post("/tell-us/check")).body;
  EXPECT_EQ(number("select count(*) from cases"), 1);
  EXPECT_THAT(first, HasSubstr(receipt()));
  EXPECT_THAT(second, HasSubstr(receipt()));
}

TEST_F(TellUs, asks_the_first_question_without_an_answer) {
  auto browser = site_.browser();
  expect_on(browser.get("/tell-us/contact"), "/tell-us/kind");
  browser.post("/tell-us/kind", {{"kind", "idea"}});
  expect_on(browser.get("/tell-us/check"), "/tell-us/words");
}

TEST_F(TellUs, goes_back_to_the_answers_after_a_change) {
  auto browser = site_.browser();
  answer_all(browser, "Words.");
  expect_on(browser.post("/tell-us/kind", {{"kind", "concern"}, {"from", "check"}}),
            "/tell-us/check");
  EXPECT_THAT(browser.get("/tell-us/check").body, HasSubstr("Concern"));
}

TEST_F(TellUs, shows_every_mistake_and_keeps_every_answer) {
  auto browser = site_.browser();
  EXPECT_EQ(browser.post("/tell-us/kind").status, 400);
  const auto empty = browser.post("/tell-us/words", {{"words", "  "}});
  EXPECT_EQ(empty.status, 400);
  EXPECT_THAT(empty.body, HasSubstr("href=\"#words\""));
  const auto long_words = std::string(100'001, 'x');
  const auto refused = browser.post("/tell-us/words", {{"words", long_words}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr(long_words));
  answer_all(browser, "Words.");
  EXPECT_EQ(browser.post("/tell-us/contact", {{"contact_by", "pigeon"}}).status, 400);
  const auto details =
      browser.post("/tell-us/details", {{"email", "no-address"}, {"name", std::string(201, 'n')}});
  EXPECT_EQ(details.status, 400);
  for (const auto* kept : {"no-address", "#email", "#name"}) {
    EXPECT_THAT(details.body, HasSubstr(kept));
  }
}

TEST_F(TellUs, asks_for_details_again_when_another_way_is_chosen_and_for_none_when_anonymous) {
  auto browser = site_.browser();
  answer_all(browser, "Words.");
  const auto changed =
      browser.post("/tell-us/contact", {{"contact_by", "phone"}, {"from", "check"}});
  EXPECT_THAT(testing::header(changed, "Location"), HasSubstr("/tell-us/details"));
  const auto anonymous =
      browser.post("/tell-us/contact", {{"contact_by", "no"}, {"from", "check"}});
  expect_on(anonymous, "/tell-us/check");
  browser.post("/tell-us/check");
  EXPECT_EQ(number("select count(*) from cases"), 1);
  EXPECT_EQ(number("select count(*) from case_contacts"), 0);
}

TEST_F(TellUs, leaves_nothing_behind_when_someone_exits_or_begins_anew) {
  auto browser = site_.browser();
  answer_all(browser, "Secret.");
  const auto left = browser.get("/tell-us/exit");
  EXPECT_EQ(left.status, 303);
  EXPECT_EQ(number("select count(*) from feedback_drafts"), 0);
  answer_all(browser, "Secret.");
  browser.post("/tell-us");
  EXPECT_EQ(number("select count(*) from feedback_drafts"), 0);
}

TEST_F(TellUs, has_a_quick_way_out_on_every_page) {
  auto browser = site_.browser();
  answer_all(browser, "Words.");
  for (const auto* path :
       {"/tell-us", "/tell-us/kind", "/tell-us/words", "/tell-us/service", "/tell-us/you",
        "/tell-us/contact", "/tell-us/equality", "/tell-us/check", "/receipt"}) {
    EXPECT_THAT(browser.get(path).body, HasSubstr("/tell-us/exit")) << path;
  }
}

TEST_F(TellUs, says_that_answers_are_gone_after_two_hours) {
  auto browser = site_.browser();
  answer_all(browser, "Words.");
  site_.clock().set(site_.clock().now() + std::chrono::hours{3});
  const auto gone = browser.post("/tell-us/check");
  EXPECT_EQ(gone.status, 410);
  EXPECT_EQ(number("select count(*) from cases"), 0);
}

TEST_F(TellUs, answers_wrong_references_alike_and_slows_down_guessing) {
  auto browser = site_.browser();
  const auto one = browser.post("/receipt", {{"receipt", "AAAA-AAAA-AAAA-AAAA"}});
  EXPECT_EQ(one.status, 400);
  EXPECT_EQ(browser.post("/receipt", {{"receipt", ""}}).status, 400);
  for (int i = 0; i < 9; ++i) browser.post("/receipt", {{"receipt", "nothing like one"}});
  EXPECT_EQ(browser.post("/receipt", {{"receipt", "AAAA-AAAA-AAAA-AAAA"}}).status, 429);
  site_.clock().set(site_.clock().now() + std::chrono::minutes{2});
  EXPECT_EQ(browser.post("/receipt", {{"receipt", "AAAA-AAAA-AAAA-AAAA"}}).status, 400);
}

TEST_F(TellUs, shows_a_reference_nothing_in_another_council) {
  auto browser = site_.browser();
  answer_all(browser, "Words.");
  browser.post("/tell-us/check");
  auto elsewhere = site_.browser(testing::other_council);
  EXPECT_EQ(elsewhere.post("/receipt", {{"receipt", receipt()}}).status, 400);
}

}  // namespace
}  // namespace throughline::web
