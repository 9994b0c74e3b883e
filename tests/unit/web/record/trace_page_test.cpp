#include "record/line.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using testing::TestSite;

class TracePage : public ::testing::Test {
 protected:
  TracePage() {
    const auto work = site_.work_as(record::Role::lead);
    const std::string council(testing::own_council);
    site_.database().write([&](store::Writer& writer) {
      record::put_node(writer, council,
                       {"CASE-1", "Complaint about home care", "2026-02-01", "closed"});
      record::put_node(writer, council,
                       {"ACTION-1", "Ring before a late visit", "2026-02-10", "done"});
      record::put_node(writer, council, {"MEASURE-1", "Late visits", "2026-03-01", ""});
      record::add_link(writer, work, {"CASE-1", record::Relation::raised, "ACTION-1"});
      record::add_link(writer, work, {"ACTION-1", record::Relation::moves, "MEASURE-1"});
    });
  }

  TestSite site_;
};

TEST_F(TracePage, follows_a_case_forward_as_nested_lists) {
  const auto page = site_.browser_as(record::Role::officer).get("/trace/CASE-1");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("What came of this"));
  EXPECT_THAT(page.body, HasSubstr("Ring before a late visit"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/measures/MEASURE-1\""));
  const auto count = [&](const std::string& what) {
    int found = 0;
    for (auto at = page.body.find(what); at != std::string::npos;
         at = page.body.find(what, at + 1)) {
      ++found;
    }
    return found;
  };
  EXPECT_EQ(count("<ul"), count("</ul>"));
  EXPECT_EQ(count("<li>") + count("<li "), count("</li>"));
}

TEST_F(TracePage, follows_a_measure_back_to_the_voice) {
  const auto page = site_.browser_as(record::Role::leader).get("/trace/MEASURE-1");
  EXPECT_THAT(page.body, HasSubstr("What stands behind this"));
  EXPECT_THAT(page.body, HasSubstr("Complaint about home care"));
}

TEST_F(TracePage, is_drawn_beside_the_list) {
  const auto page = site_.browser_as(record::Role::officer).get("/trace/ACTION-1?direction=back");
  EXPECT_THAT(page.body, HasSubstr("graph--columns-2"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/cases/CASE-1\""));
}

TEST_F(TracePage, is_also_json) {
  const auto answer =
      site_.browser_as(record::Role::assessor).get("/api/trace/CASE-1?direction=forward");
  EXPECT_EQ(answer.content_type, "application/json");
  EXPECT_THAT(answer.body, HasSubstr("MEASURE-1"));
}

TEST_F(TracePage, is_not_found_from_another_council) {
  auto stranger = site_.browser_as(record::Role::lead, testing::other_council);
  EXPECT_EQ(stranger.get("/trace/CASE-1").status, 404);
  EXPECT_EQ(stranger.get("/api/trace/CASE-1").status, 404);
}

}  // namespace
}  // namespace throughline::web
