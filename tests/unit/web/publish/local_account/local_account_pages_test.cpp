#include "hear/coproduction/group.hpp"
#include "hear/hear.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

namespace co = hear::coproduction;

// Voices of the year to March 2025, and a board of two, on 2 March 2026.
class LocalAccountPages : public ::testing::Test {
 protected:
  void SetUp() override {
    hear::NewCase given;
    given.kind = hear::Kind::suggestion;
    given.words = "Ring us back, please.";
    given.relationship = hear::Relationship::family;
    given.received = std::chrono::year{2024} / std::chrono::November / std::chrono::day{20};
    site_.database().write([&](store::Writer& writer) {
      const auto work = site_.work_as(record::Role::officer);
      for (int count = 0; count < 7; ++count) ASSERT_TRUE(hear::receive(writer, work, given));
      const auto group = co::add_group(writer, work, {"The board", "It signs."});
      for (const char* name : {"Harriet Vane", "Moira Quigg"}) {
        co::MemberForm form;
        form.name = name;
        form.standing = "draws_on_care";
        form.joined = std::chrono::year{2024} / std::chrono::April / std::chrono::day{2};
        ASSERT_TRUE(co::add_member(writer, work, group->ref, form));
      }
    });
  }
  static std::string field(const std::string& body, const std::string& name) {
    std::smatch found;
    const std::regex pattern("name=\"" + name + "\" value=\"([0-9a-f]*)\"");
    return std::regex_search(body, found, pattern) ? found[1].str() : "";
  }
  void write_all() {
    ASSERT_EQ(lead_.post("/local-accounts", {{"year", "2024"}}).status, 303);
    ASSERT_EQ(lead_.post(account + "/board", {{"group", "GROUP-1"}}).status, 303);
    for (const std::string key : {"foreword", "did", "you-said", "complaints", "praise", "surveys",
                                  "together", "voices", "scores", "next"}) {
      const testing::FormFields form =
          key == "foreword"
              ? testing::FormFields{{"version", "1"}, {"note", "We listened & **heard**."}}
              : testing::FormFields{{"version", "1"},
                                    {"left_out", "yes"},
                                    {"why_left_out", "We have nothing on this yet."}};
      ASSERT_EQ(lead_.post(account + "/chapters/" + key, form).status, 303) << key;
    }
  }
  http::Response sign(const std::string& member, testing::FormFields more = {}) {
    const auto text = field(lead_.get(account + "/signatures").body, "text");
    testing::FormFields form = {{"member", member},    {"role", "Carer"},       {"signed-day", "2"},
                                {"signed-month", "3"}, {"signed-year", "2026"}, {"text", text}};
    form.insert(form.end(), more.begin(), more.end());
    return lead_.post(account + "/signatures", form);
  }
  void publish_it() {
    write_all();
    ASSERT_EQ(sign("MEMBER-1", {{"named", "yes"}}).status, 303);
    ASSERT_EQ(sign("MEMBER-2", {{"disagrees", "yes"}, {"statement", "Not <all> of it."}}).status,
              303);
    const auto text = field(leader_.get(account + "/publication").body, "text");
    ASSERT_EQ(leader_.post(account + "/approval", {{"text", text}}).status, 303);
    ASSERT_EQ(lead_.post(account + "/publication", {{"text", text}}).status, 303);
  }

  const std::string account = "/local-accounts/ACCOUNT-1";
  testing::TestSite site_;
  testing::Browser lead_ = site_.browser_as(record::Role::lead);
  testing::Browser leader_ = site_.browser_as(record::Role::leader);
  testing::Browser public_ = site_.browser();
};

TEST_F(LocalAccountPages, a_year_is_begun_written_signed_approved_and_published) {
  EXPECT_EQ(public_.get("/local-account/2024-25").status, 404);
  EXPECT_EQ(lead_.post("/local-accounts", {{"year", "2031"}}).status, 400);
  write_all();
  EXPECT_THAT(public_.get("/local-account").body, HasSubstr("None is published yet"));
  const auto text = field(lead_.get(account + "/publication").body, "text");
  const auto refused = lead_.post(account + "/publication", {{"text", text}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("0 of the 2 that are needed"));
  EXPECT_EQ(sign("MEMBER-1", {{"named", "yes"}}).status, 303);
  EXPECT_EQ(sign("MEMBER-2", {{"disagrees", "yes"}, {"statement", "Not <all> of it."}}).status,
            303);
  EXPECT_EQ(lead_.post(account + "/approval", {{"text", text}}).status, 403);
  leader_.get(account + "/publication");
  EXPECT_EQ(leader_.post(account + "/approval", {{"text", text}}).status, 303);
  EXPECT_EQ(lead_.post(account + "/publication", {{"text", text}}).status, 303);
  EXPECT_THAT(public_.get("/local-account").body, HasSubstr("/local-account/2024-25"));
  EXPECT_THAT(public_.get("/local-account/2024-25").body,
              AllOf(HasSubstr("We listened &amp; <strong>heard</strong>."),
                    HasSubstr("We have nothing on this yet."), HasSubstr("Harriet Vane"),
                    HasSubstr("Not &lt;all&gt; of it."), HasSubstr("A member of the board"),
                    Not(HasSubstr("Moira")), Not(HasSubstr("/cases")), Not(HasSubstr("ACTION-")),
                    Not(HasSubstr("Where these figures come from"))));
  EXPECT_THAT(lead_.get(account + "/preview").body, HasSubstr("Where these figures come from"));
  EXPECT_THAT(lead_.get("/trace/ACCOUNT-1").body, HasSubstr("Local Account 2024-25"));
}

TEST_F(LocalAccountPages, what_is_published_is_the_same_to_the_byte_whatever_comes_after) {
  publish_it();
  std::map<std::string, std::string> before;
  for (const std::string ending : {"html", "csv", "pdf", "docx"}) {
    const auto got = public_.get("/local-account/2024-25." + ending);
    EXPECT_EQ(got.status, 200) << ending;
    before[ending] = got.body;
  }
  EXPECT_THAT(before["pdf"], StartsWith("%PDF-"));
  EXPECT_THAT(before["docx"], StartsWith("PK"));
  const auto page = public_.get("/local-account/2024-25").body;
  hear::NewCase given;
  given.kind = hear::Kind::compliment;
  given.words = "Thank you.";
  given.relationship = hear::Relationship::family;
  given.received = std::chrono::year{2024} / std::chrono::November / std::chrono::day{20};
  site_.database().write([&](store::Writer& writer) {
    for (int count = 0; count < 9; ++count) {
      ASSERT_TRUE(hear::receive(writer, site_.work_as(record::Role::officer), given));
    }
  });
  for (const auto& [ending, bytes] : before) {
    EXPECT_EQ(public_.get("/local-account/2024-25." + ending).body, bytes) << ending;
  }
  EXPECT_EQ(public_.get("/local-account/2024-25.exe").status, 404);
  EXPECT_EQ(public_.get("/local-account/2024-25").body.size(), page.size());
}

TEST_F(LocalAccountPages, a_chapter_that_someone_else_saved_meanwhile_loses_nothing) {
  write_all();
  const auto path = account + "/chapters/foreword";
  const auto late = lead_.post(path, {{"version", "1"}, {"note", "My own words"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, AllOf(HasSubstr("My own words"), HasSubstr("saved this meanwhile"),
                               HasSubstr("name=\"version\" value=\"2\"")));
  const auto wrong = lead_.post(path, {{"version", "2"}, {"note", "# Loud\n\nMine"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("# Loud"), HasSubstr("Leave out headings")));
  EXPECT_THAT(lead_.post(path, {{"version", "2"}, {"note", "*Soft*"}, {"do", "preview"}}).body,
              HasSubstr("<em>Soft</em>"));
  EXPECT_EQ(lead_.get(account + "/chapters/none").status, 404);
}

TEST_F(LocalAccountPages, a_signature_that_is_refused_keeps_what_was_typed) {
  write_all();
  const auto refused =
      lead_.post(account + "/signatures", {{"role", "Carer"}, {"statement", "Mine"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Choose who signed"), HasSubstr("value=\"Carer\""),
                                  HasSubstr("Mine</textarea>")));
  ASSERT_EQ(sign("MEMBER-1", {{"named", "yes"}}).status, 303);
  ASSERT_EQ(
      lead_.post(account + "/chapters/foreword", {{"version", "2"}, {"note", "Other"}}).status,
      303);
  EXPECT_THAT(lead_.get(account + "/signatures").body, HasSubstr("1 signed an earlier text"));
  EXPECT_THAT(lead_.get(account).body, HasSubstr("ask them again"));
  EXPECT_EQ(lead_.post(account + "/signatures/1/removal").status, 303);
  EXPECT_EQ(lead_.post(account + "/signatures/1/removal").status, 404);
}

TEST_F(LocalAccountPages, a_corrected_version_replaces_and_the_earlier_one_can_be_read) {
  publish_it();
  EXPECT_EQ(lead_.post(account + "/correction", {{"what_changed", ""}}).status, 400);
  const auto begun = lead_.post(account + "/correction", {{"what_changed", "A wrong month."}});
  EXPECT_EQ(testing::header(begun, "Location"), "/local-accounts/ACCOUNT-2");
  const std::string second = "/local-accounts/ACCOUNT-2";
  for (const std::string member : {"MEMBER-1", "MEMBER-2"}) {
    const auto text = field(lead_.get(second + "/signatures").body, "text");
    ASSERT_EQ(lead_
                  .post(second + "/signatures", {{"member", member},
                                                 {"role", "Carer"},
                                                 {"signed-day", "2"},
                                                 {"signed-month", "3"},
                                                 {"signed-year", "2026"},
                                                 {"text", text}})
                  .status,
              303);
  }
  const auto text = field(leader_.get(second + "/publication").body, "text");
  ASSERT_EQ(leader_.post(second + "/approval", {{"text", text}}).status, 303);
  ASSERT_EQ(leader_.post(second + "/publication", {{"text", text}}).status, 303);
  EXPECT_THAT(public_.get("/local-account/2024-25").body,
              AllOf(HasSubstr("A wrong month."), HasSubstr("Version 2"),
                    HasSubstr("/local-account/2024-25-version-1")));
  EXPECT_THAT(public_.get("/local-account/2024-25-version-1").body,
              AllOf(HasSubstr("This is an earlier version"), HasSubstr("Harriet Vane")));
  leader_.get(second);
  EXPECT_EQ(leader_.post(second + "/withdrawal", {{"reason", "It named a place."}}).status, 303);
  const auto gone = public_.get("/local-account/2024-25");
  EXPECT_EQ(gone.status, 410);
  EXPECT_THAT(gone.body, AllOf(HasSubstr("It named a place."), Not(HasSubstr("We listened"))));
  EXPECT_EQ(public_.get("/local-account/2024-25.pdf").status, 404);
}

TEST_F(LocalAccountPages, erasing_a_member_takes_their_name_off_what_was_published) {
  publish_it();
  EXPECT_THAT(public_.get("/local-account/2024-25").body, HasSubstr("Harriet Vane"));
  lead_.get("/co-production/members/MEMBER-1");
  ASSERT_EQ(lead_.post("/co-production/members/MEMBER-1/erasure").status, 303);
  EXPECT_THAT(public_.get("/local-account/2024-25").body,
              AllOf(Not(HasSubstr("Harriet")), HasSubstr("Not &lt;all&gt; of it.")));
}

TEST_F(LocalAccountPages, others_read_and_change_nothing_and_other_councils_see_nothing) {
  publish_it();
  auto member = site_.browser_as(record::Role::member);
  EXPECT_THAT(member.get(account).body, Not(HasSubstr("Begin a corrected version")));
  EXPECT_EQ(member.get(account + "/publication").status, 403);
  EXPECT_THAT(lead_.get(account + "/chapters/heard").body, HasSubstr("/cases?order=newest"));
  EXPECT_THAT(member.get(account + "/chapters/heard").body, Not(HasSubstr("/cases?order=newest")))
      << "who may not open the list gets no link to it";
  EXPECT_EQ(member.post(account + "/figures").status, 403);
  auto other = site_.browser_as(record::Role::lead, testing::other_council);
  EXPECT_EQ(other.get(account).status, 404);
  EXPECT_EQ(other.get(account + "/chapters/foreword").status, 404);
  EXPECT_EQ(other.get("/local-account/2024-25").status, 404);
  EXPECT_EQ(lead_.post("/local-accounts/settings", {{"signatures", "99"}}).status, 400);
  EXPECT_EQ(lead_.post("/local-accounts/settings", {{"signatures", "3"}}).status, 303);
}

}  // namespace
}  // namespace throughline::web
