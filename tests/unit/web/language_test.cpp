#include "record/language.hpp"

#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PublicLanguage : public ::testing::Test {
 protected:
  http::Response show(const std::string& checked = "yes") {
    auto admin = site_.browser_as(record::Role::administrator);
    return admin.post("/languages/ur", {{"show", "yes"}, {"checked", checked}});
  }
  static http::Response asked_for(testing::Browser& browser, const std::string& path,
                                  const std::string& languages) {
    http::Request request;
    request.method = "GET";
    request.path = path;
    request.headers["accept-language"] = languages;
    return browser.send(std::move(request));
  }
  static std::string place(const http::Response& response) {
    return testing::header(response, "Location");
  }
  testing::TestSite site_;
};

constexpr auto urdu_page = "<html lang=\"ur\" dir=\"rtl\"";

}  // namespace

TEST_F(PublicLanguage, is_english_alone_until_an_administrator_shows_another) {
  auto browser = site_.browser();
  browser.get("/language/ur?from=/tell-us");
  const auto before = browser.get("/tell-us").body;
  EXPECT_THAT(before, HasSubstr("<html lang=\"en\" class"));
  EXPECT_THAT(before, Not(HasSubstr("اردو")));

  EXPECT_EQ(show("").status, 400) << "nobody has checked it";
  EXPECT_EQ(show().status, 303);
  const auto after = browser.get("/tell-us").body;
  EXPECT_THAT(after, HasSubstr(urdu_page));
  EXPECT_THAT(after, HasSubstr("ہمیں نگہداشت اور مدد کے بارے میں بتائیں"));
  EXPECT_THAT(after, HasSubstr("throughline.rtl-"));
  EXPECT_THAT(site_.browser("otherton").get("/tell-us").body, Not(HasSubstr("اردو")));

  auto admin = site_.browser_as(record::Role::administrator);
  EXPECT_THAT(admin.get("/languages").body, HasSubstr("No translator has read them"));
  admin.post("/languages/ur", {{"show", "no"}});
  EXPECT_THAT(browser.get("/tell-us").body, HasSubstr("<html lang=\"en\""));
  EXPECT_EQ(admin.post("/languages/xx", {{"show", "yes"}, {"checked", "yes"}}).status, 404);
  EXPECT_EQ(admin.post("/languages/en", {{"show", "no"}}).status, 404);
}

TEST_F(PublicLanguage, is_what_the_browser_asks_for_until_the_visitor_chooses) {
  show();
  auto browser = site_.browser();
  EXPECT_THAT(asked_for(browser, "/tell-us", "ur-PK,en;q=0.5").body, HasSubstr(urdu_page));
  EXPECT_THAT(asked_for(browser, "/tell-us", "fr, en;q=0.9, ur;q=0.8").body,
              HasSubstr("<html lang=\"en\""));
  EXPECT_THAT(asked_for(browser, "/tell-us", "ur;q=0").body, HasSubstr("<html lang=\"en\""));
  browser.get("/language/en?from=/tell-us");
  const auto chosen = asked_for(browser, "/tell-us", "ur");
  EXPECT_THAT(chosen.body, HasSubstr("<html lang=\"en\""));
  EXPECT_EQ(testing::header(chosen, "Vary"), "Cookie, Accept-Language");
}

TEST_F(PublicLanguage, is_english_for_people_who_sign_in) {
  show();
  auto officer = site_.browser_as(record::Role::officer);
  officer.get("/language/ur?from=/");
  EXPECT_THAT(officer.get("/home").body, HasSubstr("<html lang=\"en\""));
  EXPECT_THAT(officer.get("/tell-us").body, HasSubstr("<html lang=\"en\""));
}

TEST_F(PublicLanguage, leads_back_to_a_page_of_ours_that_can_be_opened) {
  auto browser = site_.browser();
  EXPECT_EQ(place(browser.get("/language/ur?from=/tell-us/words")), "/tell-us/words");
  EXPECT_EQ(place(browser.get("/language/ur?from=/receipt/fixed")), "/receipt");
  EXPECT_EQ(place(browser.get("/language/ur?from=/at/7KQ4/more")), "/at/7KQ4");
  for (const auto* elsewhere :
       {"//evil.example", "https://evil.example", "/%5Cevil.example", "", "/tell-us/exit",
        "/language/ur", "/cases", "/a%0d%0aSet-Cookie:x", "/receipt%20x"}) {
    EXPECT_EQ(place(browser.get(std::string("/language/ur?from=") + elsewhere)), "/") << elsewhere;
  }
  EXPECT_EQ(browser.get("/language/xx").status, 404);
}

TEST_F(PublicLanguage, translates_mistakes_and_says_where_a_page_is_only_in_english) {
  show();
  auto browser = site_.browser();
  browser.get("/language/ur?from=/");
  browser.post("/tell-us");
  const auto refused = browser.post("/tell-us/kind", {{"kind", ""}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("چنیں کہ آپ ہمیں کس بارے میں بتانا چاہتے ہیں"));
  EXPECT_THAT(refused.body, HasSubstr("<span class=\"govuk-visually-hidden\">غلطی:</span>"));
  EXPECT_THAT(refused.body, Not(HasSubstr("Choose what you want")));

  const auto nothing = browser.get("/no-such-page");
  EXPECT_EQ(nothing.status, 404);
  EXPECT_THAT(nothing.body, HasSubstr("صفحہ نہیں ملا"));

  const auto english = browser.get("/accessibility").body;
  EXPECT_THAT(english, HasSubstr("<html lang=\"en\" class"));
  EXPECT_THAT(english, HasSubstr("lang=\"ur\" dir=\"rtl\">یہ صفحہ صرف انگریزی میں ہے۔"));
}

TEST_F(PublicLanguage, of_what_someone_wrote_is_kept_with_the_case) {
  show();
  auto browser = site_.browser();
  browser.get("/language/ur?from=/");
  browser.post("/tell-us");
  browser.post("/tell-us/kind", {{"kind", "complaint"}});
  browser.post("/tell-us/words", {{"words", "کسی نے واپس فون نہیں کیا۔"}});
  browser.post("/tell-us/service", {{"service", "not_sure"}});
  browser.post("/tell-us/you", {{"relationship", "family"}});
  browser.post("/tell-us/contact", {{"contact_by", "no"}});
  browser.post("/tell-us/equality", {{"skip", "yes"}});
  EXPECT_THAT(browser.get("/tell-us/check").body, HasSubstr("میں خاندان کا فرد یا دوست ہوں"));
  ASSERT_EQ(browser.post("/tell-us/check").status, 303);
  EXPECT_THAT(browser.get("/tell-us/sent").body, HasSubstr("آپ نے جو بتایا وہ ہمیں مل گیا"));
  const auto number = site_.database().read([&](store::Reader& reader) {
    return reader.number("select count(*) from case_languages where code = 'ur'");
  });
  EXPECT_EQ(number, 1);
  auto officer = site_.browser_as(record::Role::officer);
  const auto shown = officer.get("/cases/CASE-1").body;
  EXPECT_THAT(shown, HasSubstr("Written on the Urdu page; you may need a translator."));
  EXPECT_THAT(shown, HasSubstr("کسی نے واپس فون نہیں کیا۔"));
}

}  // namespace throughline::web
