#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(OfflinePages, are_the_same_for_everyone) {
  testing::TestSite site;
  auto visitor = site.browser();
  EXPECT_THAT(visitor.get("/offline").body,
              AllOf(HasSubstr("You are offline"), Not(HasSubstr("form_token"))));
}

TEST(OfflinePages, have_a_script_that_keeps_them_and_files_that_are_there) {
  testing::TestSite site;
  auto visitor = site.browser();
  const auto answer = visitor.get("/service-worker.js");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "text/javascript; charset=utf-8");
  EXPECT_THAT(answer.body, AllOf(HasSubstr("[\"/offline\",\"/static/throughline-"),
                                 Not(HasSubstr("/* kept */")), Not(HasSubstr("/* version */"))));
  const auto from = answer.body.find("[\"/offline\"");
  const auto list = answer.body.substr(from, answer.body.find(']', from) - from);
  std::size_t files = 0;
  for (auto at = list.find("/static/"); at != std::string::npos;
       at = list.find("/static/", at + 1)) {
    EXPECT_EQ(visitor.get(list.substr(at, list.find('"', at) - at)).status, 200);
    ++files;
  }
  EXPECT_EQ(files, 8U);
}

// A script that differed from one person to the next would be fetched anew each time.
TEST(OfflinePages, have_one_script_for_all_of_a_council_and_another_for_another) {
  testing::TestSite site;
  auto visitor = site.browser();
  auto officer = site.browser_as(record::Role::officer);
  auto other = site.browser_as(record::Role::officer, testing::other_council);
  const auto script = visitor.get("/service-worker.js").body;
  EXPECT_EQ(script, officer.get("/service-worker.js").body);
  EXPECT_NE(script, other.get("/service-worker.js").body);
}

}  // namespace
}  // namespace throughline::web
