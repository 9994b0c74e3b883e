#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using testing::FormFields;
using ::testing::HasSubstr;
using ::testing::Not;

// The clock of a TestSite stands at Monday 2 March 2026.
class ComplaintPages : public ::testing::Test {
 protected:
  void SetUp() override {
    officer_ = std::make_unique<testing::Browser>(site_.browser_as(record::Role::officer));
    EXPECT_EQ(officer_
                  ->post("/cases", {{"submission_key", "key"},
                                    {"kind", "complaint"},
                                    {"words", "Nobody came on Sunday"},
                                    {"relationship", "family"},
                                    {"channel", "phone"},
                                    {"day", "2"},
                                    {"month", "3"},
                                    {"year", "2026"}})
                  .status,
              303);
  }
  testing::Browser& officer() { return *officer_; }
  static std::string whole_body(const http::Response& file) {
    auto text = file.body;
    std::string piece;
    for (bool more = static_cast<bool>(file.more); more;) {
      piece.clear();
      more = file.more(piece);
      text += piece;
    }
    return text;
  }
  std::string version() {
    return std::to_string(site_.database()
                              .read([](store::Reader& reader) {
                                return hear::find_complaint(reader, "aldermere", "CASE-1");
                              })
                              .value()
                              .version);
  }
  web::http::Response post(const std::string& part, FormFields fields) {
    fields.emplace_back("version", version());
    return officer().post("/cases/CASE-1/" + part, fields);
  }
  static FormFields on(const std::string& name, const std::string& day, const std::string& month) {
    return {{name + "-day", day}, {name + "-month", month}, {name + "-year", "2026"}};
  }
  static FormFields with(FormFields first, const FormFields& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
  }
  void acknowledge() {
    EXPECT_EQ(post("acknowledgement",
                   with(on("on", "2", "3"), {{"means", "phone"}, {"complexity", "standard"}}))
                  .status,
              303);
  }
  void plan() {
    const auto days = with(on("made", "2", "3"), on("respond", "20", "3"));
    EXPECT_EQ(post("plan", with(days, {{"agreed", "yes"}, {"what", "Visits"}, {"how", "The log"}}))
                  .status,
              303);
  }
  std::string receipt() {
    return site_.database()
        .read([](store::Reader& reader) { return hear::find_case(reader, "aldermere", "CASE-1"); })
        .value()
        .receipt;
  }

  testing::TestSite site_;
  std::unique_ptr<testing::Browser> officer_;
};

TEST_F(ComplaintPages, a_new_complaint_says_what_is_next_and_by_when) {
  EXPECT_THAT(officer().get("/cases/CASE-1").body,
              AllOf(HasSubstr("Acknowledge it"), HasSubstr("5 March 2026"),
                    HasSubstr("1 September 2026"), HasSubstr("It was put right at once")));
  EXPECT_THAT(officer().get("/complaints").body,
              AllOf(HasSubstr("CASE-1"), HasSubstr("Waiting for acknowledgement")));
  EXPECT_THAT(officer().get("/home").body, Not(HasSubstr("is late")));
}

TEST_F(ComplaintPages, an_officer_takes_it_to_its_closing_with_learning) {
  acknowledge();
  plan();
  EXPECT_EQ(post("points", {{"words", "No visit on Sunday"}}).status, 303);
  EXPECT_EQ(post("points/1", {{"words", "No visit on Sunday"},
                              {"finding", "upheld"},
                              {"reasoning", "The log says so"},
                              {"remedies", "apology"},
                              {"remedies", "money"},
                              {"pounds", "50"}})
                .status,
            303);
  EXPECT_THAT(officer().get("/cases/CASE-1/points").body,
              AllOf(HasSubstr("Upheld"), HasSubstr("\u00a350")));
  EXPECT_THAT(officer().get("/cases/CASE-1/closure").body,
              AllOf(HasSubstr("Every point has its outcome"), HasSubstr("not recorded yet")));
  EXPECT_EQ(post("response", with(on("sent", "2", "3"), {{"means", "letter"},
                                                         {"says", "considered"},
                                                         {"says", "done"},
                                                         {"says", "ombudsman"},
                                                         {"summary", "We call on Sundays now."}}))
                .status,
            303);
  EXPECT_EQ(post("closure", {{"learning", "none"}, {"note", "A single slip"}}).status, 303);
  EXPECT_THAT(officer().get("/cases/CASE-1").body,
              AllOf(HasSubstr("We call on Sundays now."), HasSubstr("A single slip"),
                    HasSubstr("Open it again")));
  EXPECT_EQ(officer().get("/cases/CASE-1/closure").status, 409) << "closed already";
  EXPECT_EQ(officer().get("/cases/CASE-1/plan").status, 409);
  EXPECT_EQ(officer().get("/cases/CASE-1/notes").status, 200);
  EXPECT_THAT(officer().get("/complaints").body, Not(HasSubstr("CASE-1")));
}

TEST_F(ComplaintPages, every_form_keeps_what_was_typed_and_says_what_is_wrong) {
  EXPECT_THAT(
      post("acknowledgement", with(on("on", "31", "2"), {{"means", "email"}})).body,
      AllOf(HasSubstr("must be a real date"), HasSubstr("#complexity"), HasSubstr("value=\"31\"")));
  acknowledge();
  const auto planned =
      post("plan", with(on("respond", "1", "2"), {{"what", "Kept words"}, {"agreed", "maybe"}}));
  EXPECT_EQ(planned.status, 400);
  EXPECT_THAT(planned.body, AllOf(HasSubstr("Kept words"), HasSubstr("#how"), HasSubstr("#made"),
                                  HasSubstr("#agreed")));
  EXPECT_THAT(post("points", {{"words", " "}}).body, HasSubstr("#words"));
  EXPECT_THAT(post("response", {{"summary", "Kept too"}, {"says", "done"}}).body,
              AllOf(HasSubstr("Kept too"), HasSubstr("#says"), HasSubstr("#means")));
  EXPECT_THAT(post("closure", {{"note", "Kept note"}}).body,
              AllOf(HasSubstr("Kept note"), HasSubstr("#learning"), HasSubstr("#points")));
  EXPECT_THAT(post("speaker", {{"capacity", "asked"}, {"represented", "Edna Quill"}}).body,
              AllOf(HasSubstr("#consent"), HasSubstr("Edna Quill")));
  EXPECT_THAT(post("time-limit", on("happened", "1", "4")).body, HasSubstr("#happened"));
  EXPECT_THAT(post("bodies", {{"name", "Alder Hospital"}}).body,
              AllOf(HasSubstr("Alder Hospital"), HasSubstr("#kind"), HasSubstr("#leads")));
  EXPECT_THAT(post("contact-limit", {{"reason", "Forty calls"}}).body,
              AllOf(HasSubstr("Forty calls"), HasSubstr("#review")));
  EXPECT_THAT(post("ombudsman", on("on", "1", "1")).body, HasSubstr("#on"));
  EXPECT_THAT(post("earlier", {{"earlier", "CASE-77"}}).body,
              AllOf(HasSubstr("CASE-77"), HasSubstr("#likeness")));
  EXPECT_THAT(post("delay", {{"reason", "Kept reason"}}).body,
              AllOf(HasSubstr("Kept reason"), HasSubstr("#means")));
  EXPECT_THAT(post("concern", {{"answer", "Kept answer"}}).body,
              AllOf(HasSubstr("Kept answer"), HasSubstr("#satisfied")));
}

TEST_F(ComplaintPages, someone_who_was_slower_sees_the_newer_version_and_keeps_their_words) {
  acknowledge();
  const auto late =
      officer().post("/cases/CASE-1/points", {{"version", "1"}, {"words", "A point, nearly lost"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("A point, nearly lost"));
}

TEST_F(ComplaintPages, the_person_reads_where_it_stands_and_nothing_confidential) {
  auto visitor = site_.browser();
  const auto look = [&] { return visitor.post("/receipt", {{"receipt", receipt()}}).body; };
  EXPECT_THAT(look(),
              AllOf(HasSubstr("We will acknowledge your complaint"), HasSubstr("By 5 March 2026")));
  acknowledge();
  plan();
  EXPECT_EQ(post("notes", {{"words", "A secret of the staff"}}).status, 303);
  EXPECT_THAT(look(), AllOf(HasSubstr("We acknowledged your complaint"),
                            HasSubstr("By 20 March 2026"), Not(HasSubstr("A secret")),
                            Not(HasSubstr("The log")), Not(HasSubstr("Sunday"))));
}

TEST_F(ComplaintPages, a_representatives_name_is_shown_only_with_who_the_person_is) {
  EXPECT_EQ(post("speaker",
                 with(on("consent-on", "1", "3"),
                      {{"capacity", "asked"}, {"consent", "seen"}, {"represented", "Edna Quill"}}))
                .status,
            303);
  EXPECT_THAT(officer().get("/cases/CASE-1").body,
              AllOf(HasSubstr("Consent: seen in writing"), Not(HasSubstr("Edna"))));
  EXPECT_THAT(officer().get("/cases/CASE-1/speaker").body, Not(HasSubstr("Edna")));
  EXPECT_THAT(officer().post("/cases/CASE-1/identity", {{"reason", "To write"}}).body,
              HasSubstr("Edna Quill"));
}

TEST_F(ComplaintPages, a_lead_changes_the_targets_and_is_told_what_moved) {
  auto lead = site_.browser_as(record::Role::lead);
  const auto saved =
      lead.post("/complaints/targets", {{"days-standard", "25"}, {"unit-standard", "working"}});
  EXPECT_THAT(lead.follow(saved).body, HasSubstr("The target of 1 open complaint moved"));
  EXPECT_THAT(officer().get("/cases/CASE-1").body, HasSubstr("8 April 2026"));
  EXPECT_EQ(lead.post("/complaints/targets", {{"days-standard", "many"}}).status, 400);
  EXPECT_EQ(officer().get("/complaints/targets").status, 403);
}

TEST_F(ComplaintPages, a_spoken_one_that_is_put_right_at_once_is_kept_as_a_concern) {
  EXPECT_EQ(post("concern", {{"satisfied", "yes"}, {"answer", "Somebody came."}}).status, 303);
  EXPECT_THAT(officer().get("/cases/CASE-1").body,
              AllOf(HasSubstr("Kept as a concern"), HasSubstr("Somebody came.")));
  EXPECT_EQ(officer().get("/cases/CASE-1/plan").status, 409);
}

TEST_F(ComplaintPages, a_concern_becomes_a_complaint_from_the_day_it_was_asked_for) {
  EXPECT_EQ(officer()
                .post("/cases/CASE-1/correction",
                      {{"version", "1"}, {"kind", "concern"}, {"reason", "Mislabelled"}})
                .status,
            303);
  const FormFields asked = {
      {"version", "2"}, {"kind", "complaint"}, {"reason", "They asked"}, {"since-when", "later"}};
  EXPECT_THAT(officer().post("/cases/CASE-1/correction", asked).body, HasSubstr("#since"));
  EXPECT_EQ(officer().post("/cases/CASE-1/correction", with(asked, on("since", "2", "3"))).status,
            303);
  EXPECT_THAT(officer().get("/cases/CASE-1").body, HasSubstr("Received as a complaint"));
}

TEST_F(ComplaintPages, the_worklist_filters_by_officer_and_list) {
  EXPECT_THAT(officer().get("/complaints?officer=none").body, HasSubstr("CASE-1"));
  EXPECT_THAT(officer().get("/complaints?officer=USER-999").body, Not(HasSubstr("CASE-1")));
  EXPECT_THAT(officer().get("/complaints?list=late").body, Not(HasSubstr("CASE-1")));
  site_.clock().set(site_.clock().now() + std::chrono::hours(24 * 4));
  auto later = site_.browser_as(record::Role::officer);
  EXPECT_THAT(later.get("/complaints?list=late").body, HasSubstr("CASE-1"));
  EXPECT_THAT(later.get("/home").body, HasSubstr("1 complaint is late"));
}

TEST_F(ComplaintPages, the_worklist_is_read_a_page_at_a_time) {
  site_.database().write([&](store::Writer& writer) {
    hear::NewCase given;
    given.kind = hear::Kind::complaint;
    given.words = "=cmd|' /C calc'!A0";
    given.relationship = hear::Relationship::person;
    for (int at = 0; at < 55; ++at) {
      ASSERT_TRUE(hear::receive(writer, site_.work_as(record::Role::officer), given));
    }
  });
  const auto first = officer().get("/complaints").body;
  EXPECT_THAT(first, AllOf(HasSubstr("All open: 56 complaints"), HasSubstr("/cases/CASE-1\""),
                           HasSubstr("/cases/CASE-50\""), Not(HasSubstr("/cases/CASE-51\""))));
  const auto link = [](const std::string& body, const std::string& side) {
    const auto at = body.find("/complaints?" + side + "=");
    return at == std::string::npos ? "" : body.substr(at, body.find('"', at) - at);
  };
  EXPECT_EQ(link(first, "before"), "");
  const auto second = officer().get(link(first, "after")).body;
  EXPECT_THAT(second, AllOf(HasSubstr("/cases/CASE-51\""), HasSubstr("/cases/CASE-56\""),
                            Not(HasSubstr("/cases/CASE-50\""))));
  EXPECT_THAT(officer().get(link(second, "before")).body, HasSubstr("/cases/CASE-50\""));
  EXPECT_EQ(officer().get("/complaints?after=nonsense").status, 200);
}

TEST_F(ComplaintPages, the_worklist_is_taken_away_as_csv_without_words_or_names_of_people) {
  EXPECT_THAT(officer().get("/complaints?officer=none").body,
              AllOf(HasSubstr("action=\"/complaints/export\""),
                    HasSubstr("name=\"officer\" value=\"none\"")));
  const auto all = officer().post("/complaints/export", {});
  EXPECT_EQ(all.content_type, "text/csv; charset=utf-8");
  const auto text = whole_body(all);
  EXPECT_THAT(text, AllOf(HasSubstr("reference,received,service"), HasSubstr("CASE-1,2026-03-02"),
                          HasSubstr("Acknowledge it,2026-03-05,next 7 days")));
  EXPECT_THAT(whole_body(officer().post("/complaints/export", {{"list", "late"}})),
              Not(HasSubstr("CASE-1")));
  auto leader = site_.browser_as(record::Role::leader);
  EXPECT_EQ(leader.post("/complaints/export", {}).status, 403);
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_THAT(whole_body(other.post("/complaints/export", {})), Not(HasSubstr("CASE-1")));
}

TEST_F(ComplaintPages, a_lead_gives_one_to_an_officer) {
  const auto priya = site_.user_of(record::Role::officer);
  EXPECT_EQ(post("officer", {{"officer", "USER-99"}}).status, 400);
  EXPECT_EQ(post("officer", {{"officer", site_.user_of(record::Role::member)}}).status, 400);
  EXPECT_EQ(post("officer", {{"officer", priya}}).status, 303);
  EXPECT_THAT(officer().get("/complaints?officer=" + priya).body, HasSubstr("CASE-1"));
  EXPECT_THAT(officer().get("/complaints?officer=none").body, Not(HasSubstr("CASE-1")));
}

TEST_F(ComplaintPages, belong_to_one_council) {
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_THAT(other.get("/complaints").body, Not(HasSubstr("CASE-1")));
  EXPECT_EQ(other.get("/cases/CASE-1/plan").status, 404);
  EXPECT_EQ(other.get("/cases/CASE-1/notes").status, 404);
}

}  // namespace
}  // namespace throughline::web
