#include "support/web.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class HubPages : public ::testing::Test {
 protected:
  testing::FormFields fields(const std::string& title, const std::string& audience = "everyone",
                             const std::string& body = "## What it costs\n\nIt is *free*.") {
    return {{"title", title},      {"summary", "What you can have"},
            {"body", body},        {"audience", audience},
            {"topic", "paying"},   {"owner", site_.user_of(record::Role::officer)},
            {"check_months", "6"}, {"why", "It was wrong"},
            {"version", "1"}};
  }
  // Written and published.
  void put(const std::string& title, const std::string& slug, const std::string& audience) {
    ASSERT_EQ(officer_.post("/information", fields(title, audience)).status, 303);
    ASSERT_EQ(officer_.post("/information/" + slug + "/publication", {{"version", "1"}}).status,
              303);
  }
  web::http::Response upload(const std::string& name, const std::string& bytes) {
    const auto path = folder_.path() / "upload.md";
    std::ofstream(path, std::ios::binary) << bytes;
    http::Upload file;
    file.field = "file";
    file.file_name = name;
    file.path = path;
    file.size = bytes.size();
    return officer_.post("/information/upload", {{"submission_key", name}}, {file});
  }

  testing::TestSite site_;
  testing::TemporaryFolder folder_;
  testing::Browser officer_ = site_.browser_as(record::Role::officer);
  testing::Browser public_ = site_.browser();
};

TEST_F(HubPages, previews_saves_and_publishes_a_page) {
  auto previewed = fields("Paying for care");
  previewed.emplace_back("do", "preview");
  const auto preview = officer_.post("/information", previewed);
  EXPECT_EQ(preview.status, 200);
  EXPECT_THAT(preview.body, HasSubstr("nothing is saved yet"));
  EXPECT_THAT(preview.body, HasSubstr("It is <em>free</em>."));
  EXPECT_THAT(preview.body, HasSubstr("It is *free*."));
  EXPECT_THAT(preview.body, HasSubstr("Reading age"));
  EXPECT_THAT(officer_.get("/information").body, HasSubstr("No pages"));

  const auto saved = officer_.post("/information", fields("Paying for care"));
  EXPECT_EQ(testing::header(saved, "Location"), "/information/paying-for-care");
  EXPECT_EQ(public_.get("/information/paying-for-care").status, 404);
  const auto published =
      officer_.post("/information/paying-for-care/publication", {{"version", "1"}});
  EXPECT_THAT(officer_.follow(published).body, HasSubstr("Published"));
  const auto read = public_.get("/information/paying-for-care");
  EXPECT_EQ(read.status, 200);
  EXPECT_THAT(read.body, HasSubstr("Last checked on 2 March 2026"));
  EXPECT_THAT(read.body, HasSubstr("id=\"section-what-it-costs\""));
  EXPECT_THAT(read.body, Not(HasSubstr("Change this page")));
  EXPECT_THAT(public_.get("/information?search=free").body, HasSubstr("<mark>free</mark>"));
  EXPECT_THAT(public_.get("/information/paying-for-care/page.md").body,
              HasSubstr("# Paying for care\n\n> What you can have\n\n## What it costs"));
}

TEST_F(HubPages, keep_what_was_typed_when_it_is_refused) {
  auto wrong = fields("");
  const auto refused = officer_.post("/information", wrong);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("Enter a title"));
  EXPECT_THAT(refused.body, HasSubstr("It is *free*."));
}

TEST_F(HubPages, show_readers_only_what_is_for_them) {
  put("For staff", "for-staff", "staff");
  put("For partners", "for-partners", "partners");
  auto partner = site_.browser_as(record::Role::partner);
  auto staff = site_.browser_as(record::Role::staff);
  EXPECT_EQ(public_.get("/information/for-staff").status, 404);
  EXPECT_EQ(public_.get("/information/for-partners/page.md").status, 404);
  EXPECT_EQ(public_.post("/information/for-staff/useful", {{"useful", "yes"}}).status, 404);
  EXPECT_EQ(partner.get("/information/for-staff").status, 404);
  EXPECT_EQ(partner.get("/information/for-partners").status, 200);
  EXPECT_EQ(staff.get("/information/for-staff").status, 200);
  EXPECT_EQ(site_.browser_as(record::Role::officer, testing::other_council)
                .get("/information/for-staff")
                .status,
            404);
}

TEST_F(HubPages, change_a_page_compare_and_restore) {
  put("Costs", "costs", "everyone");
  const auto changed =
      officer_.post("/information/costs", fields("Costs", "everyone", "It costs ten pounds."));
  EXPECT_EQ(testing::header(changed, "Location"), "/information/costs/versions/2");
  const auto version = officer_.follow(changed).body;
  EXPECT_THAT(version, HasSubstr("Taken out: </span>It is *free*."));
  EXPECT_THAT(version, HasSubstr("Put in: </span>It costs ten pounds."));
  EXPECT_THAT(public_.get("/information/costs").body, HasSubstr("free"));
  const auto late = officer_.post("/information/costs", fields("Costs", "everyone", "Late words"));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Late words"));
  EXPECT_EQ(officer_.post("/information/costs/versions/1/restoration").status, 303);
  EXPECT_THAT(officer_.get("/information/costs/history").body, HasSubstr("Version 1 restored"));
  EXPECT_EQ(officer_.get("/information/costs/versions/9").status, 404);
  EXPECT_EQ(officer_.post("/information/costs/withdrawal", {{"reason", ""}}).status, 400);
  EXPECT_EQ(officer_.post("/information/costs/withdrawal", {{"reason", "Wrong"}}).status, 303);
  EXPECT_EQ(public_.get("/information/costs").status, 404);
}

TEST_F(HubPages, make_a_case_of_what_a_reader_says) {
  put("Costs", "costs", "everyone");
  EXPECT_EQ(public_.post("/information/costs/useful", {{"words", "Too long"}}).status, 400);
  const auto sent = public_.post("/information/costs/useful",
                                 {{"useful", "no"}, {"words", "Say when you are open"}});
  EXPECT_THAT(public_.follow(sent).body, HasSubstr("keep this reference"));
  const auto page = officer_.get("/information/costs").body;
  EXPECT_THAT(page, HasSubstr("0 of 1 reader found it useful"));
  EXPECT_THAT(page, HasSubstr("/cases/CASE-1"));
  EXPECT_THAT(officer_.get("/trace/CASE-1?direction=back").body, HasSubstr("Costs"));
}

TEST_F(HubPages, make_a_draft_of_a_file) {
  const auto made = upload("x.md", "# How to ask\n\n> Ways to ask us\n\nRing us.\n");
  EXPECT_EQ(testing::header(made, "Location"), "/information/how-to-ask/change");
  EXPECT_THAT(officer_.follow(made).body, HasSubstr("Ways to ask us"));
  EXPECT_EQ(upload("x.md", "\xff\xfe").status, 400);
  EXPECT_THAT(officer_.post("/information/upload").body, HasSubstr("Choose a Markdown file"));
}

TEST_F(HubPages, tell_who_looks_after_a_page_that_it_is_due) {
  put("Old", "old", "everyone");
  EXPECT_THAT(officer_.get("/home").body, Not(HasSubstr("page of information to check")));
  site_.clock().set(testing::test_instant() + std::chrono::hours(24 * 200));
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_THAT(officer.get("/home").body, HasSubstr("1 page of information to check again"));
  EXPECT_THAT(officer.get("/information?list=my-overdue").body, HasSubstr("Check overdue"));
  EXPECT_EQ(officer.post("/information/old/check").status, 303);
  EXPECT_THAT(officer.get("/home").body, Not(HasSubstr("page of information to check")));
}

TEST_F(HubPages, lead_from_a_record_to_its_page) {
  put("Costs", "costs", "everyone");
  const auto sent = officer_.get("/publications/PUBLICATION-1");
  EXPECT_EQ(testing::header(sent, "Location"), "/information/costs");
}

}  // namespace
}  // namespace throughline::web
