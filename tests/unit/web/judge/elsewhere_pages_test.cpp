#include "support/temporary_folder.hpp"
#include "support/web.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using record::Role;
using ::testing::HasSubstr;
using ::testing::Not;

class ElsewherePages : public ::testing::Test {
 protected:
  static std::string page(const std::string& title) {
    return title +
           "Safeguarding\nScore: 2\nThe local authority commitment\nWe keep people safe.\nKey "
           "findings for this quality statement\nStaff told us the rota was fair. There were long "
           "delays in answering 24 calls <soon>.";
  }

  http::Response upload(testing::Browser& browser, const std::string& bytes,
                        const std::string& name = "page.txt") {
    const auto path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    http::Upload file;
    file.field = "file";
    file.file_name = name;
    file.path = path;
    file.size = bytes.size();
    return browser.post("/elsewhere", {}, {file});
  }

  testing::TestSite site_;
  testing::TemporaryFolder folder_;
  const std::string titled_ = page("Wexcombe County Council: local authority assessment\n");
};

TEST_F(ElsewherePages, keep_an_uploaded_page_and_show_its_statements) {
  auto browser = site_.browser_as(Role::officer);
  const auto sent = upload(browser, titled_);
  ASSERT_EQ(sent.status, 303);
  const auto shown = browser.follow(sent);
  EXPECT_THAT(shown.body, HasSubstr("1 page added"));
  EXPECT_THAT(shown.body, HasSubstr("Staff told us the rota was fair."));
  EXPECT_THAT(shown.body, HasSubstr("&lt;soon&gt;"));
  EXPECT_THAT(browser.get("/elsewhere").body, HasSubstr("Wexcombe County Council"));
}

TEST_F(ElsewherePages, refuse_a_file_that_is_no_assessment_and_keep_nothing) {
  auto browser = site_.browser_as(Role::officer);
  for (const auto& [bytes, message] :
       {std::pair{"Bins are emptied on Tuesdays.", "not a page of a published"},
        std::pair{"%PDF-1.7", "This is a PDF"}}) {
    const auto refused = upload(browser, bytes, "bins.txt");
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(refused.body, HasSubstr(message));
    EXPECT_THAT(refused.body, HasSubstr("bins.txt"));
  }
  EXPECT_EQ(browser.post("/elsewhere", {}).status, 400);
  EXPECT_THAT(browser.get("/elsewhere").body, HasSubstr("The library is empty"));
}

TEST_F(ElsewherePages, find_statements_by_words_and_filters) {
  auto browser = site_.browser_as(Role::officer);
  ASSERT_EQ(upload(browser, titled_).status, 303);
  const auto found = browser.get("/elsewhere/statements?search=rota&voice=staff");
  EXPECT_THAT(found.body, HasSubstr("1 statement<"));
  EXPECT_THAT(found.body, HasSubstr("<mark>rota</mark>"));
  const auto other = browser.get("/elsewhere/statements?polarity=shortfall&score=2");
  EXPECT_THAT(other.body, HasSubstr("delays"));
  EXPECT_THAT(other.body, Not(HasSubstr("the rota was fair")));
}

TEST_F(ElsewherePages, name_the_council_of_a_page_without_one) {
  auto browser = site_.browser_as(Role::officer);
  ASSERT_EQ(upload(browser, page("")).status, 303);
  EXPECT_THAT(browser.get("/elsewhere").body, HasSubstr("Say which council this is"));
  EXPECT_EQ(browser.get("/elsewhere/pages/PAGE-1/council").status, 200);
  EXPECT_EQ(
      browser.post("/elsewhere/pages/PAGE-1/council", {{"version", "1"}, {"council", ""}}).status,
      400);
  const auto named = browser.post("/elsewhere/pages/PAGE-1/council",
                                  {{"version", "1"}, {"council", "Northmarsh Council"}});
  ASSERT_EQ(named.status, 303);
  EXPECT_THAT(browser.follow(named).body, HasSubstr("Northmarsh Council"));
}

TEST_F(ElsewherePages, correct_a_reading_in_one_step_and_show_the_share) {
  auto browser = site_.browser_as(Role::officer);
  ASSERT_EQ(upload(browser, titled_).status, 303);
  EXPECT_THAT(browser.get("/elsewhere/ELSEWHERE-2").body, HasSubstr("Decided by"));
  EXPECT_EQ(browser.get("/elsewhere/ELSEWHERE-2/correction").status, 200);
  EXPECT_EQ(browser.post("/elsewhere/ELSEWHERE-2/corrections", {{"version", "1"}}).status, 400);
  const auto corrected = browser.post(
      "/elsewhere/ELSEWHERE-2/corrections",
      {{"version", "1"}, {"polarity", "neutral"}, {"voices", "people"}, {"topics", "access"}});
  ASSERT_EQ(corrected.status, 303);
  EXPECT_THAT(browser.follow(corrected).body, HasSubstr("First read as: Shortfall"));
  EXPECT_THAT(browser.get("/elsewhere").body, HasSubstr("1 of 2 readings corrected (50.0%)"));
}

TEST_F(ElsewherePages, of_another_council_are_not_found) {
  auto browser = site_.browser_as(Role::officer, testing::other_council);
  ASSERT_EQ(upload(browser, titled_).status, 303);
  auto ours = site_.browser_as(Role::officer);
  EXPECT_EQ(ours.get("/elsewhere/pages/PAGE-1").status, 404);
  EXPECT_EQ(ours.get("/elsewhere/ELSEWHERE-1").status, 404);
}

}  // namespace
}  // namespace throughline::web
