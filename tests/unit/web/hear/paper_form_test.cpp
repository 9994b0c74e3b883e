#include "hear/paper_form/paper_form.hpp"

#include "hear/equality.hpp"
#include "record/council_details.hpp"
#include "support/temporary_folder.hpp"
#include "support/web.hpp"
#include "templates/language.hpp"
#include "web/hear/paper_form/paper_sheet.hpp"
#include "web/hear/paper_form/press.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

PaperOrder some_order(hear::PaperForm form) {
  PaperOrder order;
  order.council = "Aldermere Borough Council";
  order.form = form;
  order.services = {{"SERVICE-1", "Home care", true}, {"SERVICE-2", "Care homes", true}};
  order.details.address = "Town Hall\nMarket Street";
  order.details.safeguarding_phone = "01632 960 999";
  return order;
}

TEST(PaperForm, numbers_its_questions_as_the_page_that_types_it_in_says_them) {
  using hear::number_on_paper;
  EXPECT_EQ(number_on_paper(hear::WayIn::paper, "kind"), 1);
  EXPECT_EQ(number_on_paper(hear::WayIn::large_print, "details"), 6);
  EXPECT_EQ(number_on_paper(hear::WayIn::paper, "age_band"), 7);
  EXPECT_EQ(number_on_paper(hear::WayIn::paper, "carer"), 13);
  EXPECT_EQ(number_on_paper(hear::WayIn::paper, "picks"), 0);
  EXPECT_EQ(number_on_paper(hear::WayIn::paper_easy_read, "picks"), 3);
  EXPECT_EQ(number_on_paper(hear::WayIn::paper_easy_read, "age_band"), 0);
  EXPECT_EQ(number_on_paper(hear::WayIn::easy_read, "kind"), 0) << "which is no paper";
  EXPECT_EQ(hear::paper_code(hear::PaperForm::large_print), "L1");
}

TEST(PaperForm, asks_what_Tell_us_asks_and_keeps_the_sheet_about_them_apart) {
  auto order = some_order(hear::PaperForm::standard);
  order.kind = hear::Kind::complaint;
  const auto sheet = paper_sheet(order);
  EXPECT_THAT(sheet, AllOf(HasSubstr("What is your complaint?"), HasSubstr("Home care"),
                           HasSubstr("May we contact you about this?"), HasSubstr("Town Hall"),
                           HasSubstr("01632\u00A0960\u00A0999"), HasSubstr("within 3 working days"),
                           HasSubstr("content: \"S1\"")));
  for (const auto& question : hear::equality_questions()) {
    EXPECT_THAT(sheet, HasSubstr(question.label));
  }
  EXPECT_LT(sheet.find("Send it back to us"), sheet.find("This sheet is kept apart"));
  EXPECT_EQ(paper_sheet(order), sheet) << "the same for the same answers";
}

TEST(PaperForm, ticks_what_it_was_asked_for_with) {
  auto order = some_order(hear::PaperForm::standard);
  const auto open = paper_sheet(order);
  EXPECT_THAT(open, Not(HasSubstr("<svg")));
  order.service_ref = "SERVICE-2";
  order.point = hear::Point{"POINT-1", "7kq4mx", "Day centre, <front> desk", "", "", true};
  const auto ticked = paper_sheet(order);
  EXPECT_THAT(ticked, AllOf(HasSubstr("<svg"), HasSubstr("Day centre, &lt;front&gt; desk"),
                            HasSubstr("content: \"S1  7kq4mx\"")));
}

TEST(PaperForm, asks_with_pictures_about_one_thing_or_all) {
  auto order = some_order(hear::PaperForm::easy_read);
  EXPECT_THAT(paper_sheet(order), AllOf(HasSubstr("They came late."), HasSubstr("They were kind"),
                                        HasSubstr("Staff need more time.")));
  order.kind = hear::Kind::compliment;
  EXPECT_THAT(paper_sheet(order),
              AllOf(Not(HasSubstr("They came late.")), HasSubstr("They were kind"),
                    HasSubstr("ring 999"), Not(HasSubstr("What is your ethnic group?"))));
}

TEST(PaperForm, is_had_in_Urdu_from_right_to_left) {
  const templates::Speaking urdu(*templates::find_language("ur"));
  for (const auto form : hear::all_paper_forms) {
    const auto sheet = paper_sheet(some_order(form));
    EXPECT_THAT(sheet, AllOf(HasSubstr("lang=\"ur\" dir=\"rtl\""), Not(HasSubstr("Which service")),
                             Not(HasSubstr("Phone number")), HasSubstr("Home care")));
  }
}

class Press : public ::testing::Test {
 protected:
  base::Instant now_ = testing::test_instant();
  int made_ = 0;
  PaperPress press_{[this](const std::string& html) -> base::Result<std::string> {
    ++made_;
    return "PDF of " + html;
  }};
};

TEST_F(Press, makes_a_form_once_and_keeps_it) {
  EXPECT_EQ(*press_.print("a", "10.0.0.1", now_), "PDF of a");
  EXPECT_EQ(*press_.print("a", "10.0.0.2", now_), "PDF of a");
  EXPECT_EQ(made_, 1);
}

TEST_F(Press, makes_so_many_for_one_address_and_gives_what_is_kept_to_all) {
  int refused = 0;
  for (int each = 0; each < 20; ++each) {
    if (!press_.print(std::to_string(each), "10.0.0.1", now_)) ++refused;
  }
  EXPECT_EQ(refused, 8);
  EXPECT_TRUE(press_.print("0", "10.0.0.1", now_)) << "which is kept";
  EXPECT_TRUE(press_.print("new", "10.0.0.2", now_)) << "for someone else";
  EXPECT_TRUE(press_.print("new too", "10.0.0.1", now_ + std::chrono::minutes{1}));
}

TEST_F(Press, lets_one_request_wait_and_sends_the_others_away) {
  std::mutex turn;
  std::condition_variable changed;
  bool started = false;
  bool go_on = false;
  int made = 0;
  PaperPress slow([&](const std::string& html) -> base::Result<std::string> {
    std::unique_lock lock(turn);
    ++made;
    started = true;
    changed.notify_all();
    changed.wait(lock, [&] { return go_on; });
    return html;
  });
  std::thread first([&] { EXPECT_TRUE(slow.print("a", "10.0.0.1", now_)); });
  {
    std::unique_lock lock(turn);
    changed.wait(lock, [&] { return started; });
  }
  // Of two more, one waits for the first and gets what it made; the other is sent away at once.
  std::atomic<int> given = 0;
  std::atomic<int> sent_away = 0;
  const auto ask = [&] { slow.print("a", "10.0.0.2", now_) ? ++given : ++sent_away; };
  std::thread second(ask);
  std::thread third(ask);
  while (sent_away == 0) std::this_thread::yield();
  {
    const std::lock_guard lock(turn);
    go_on = true;
  }
  changed.notify_all();
  first.join();
  second.join();
  third.join();
  EXPECT_EQ(given, 1);
  EXPECT_EQ(sent_away, 1);
  EXPECT_EQ(made, 1);
}

TEST_F(Press, keeps_nothing_of_what_failed) {
  int tries = 0;
  PaperPress failing([&](const std::string&) -> base::Result<std::string> {
    ++tries;
    return base::refuse(base::ErrorKind::unsupported, "No");
  });
  EXPECT_FALSE(failing.print("a", "10.0.0.1", now_));
  EXPECT_FALSE(failing.print("a", "10.0.0.1", now_));
  EXPECT_EQ(tries, 2);
}

class PaperFormPages : public ::testing::Test {
 protected:
  std::string text(const std::string& sql) {
    return site_.database().read([&](store::Reader& reader) {
      const auto row = reader.row(sql);
      return row ? row->text(0) : "nothing";
    });
  }
  http::Upload upload_of(const std::string& bytes) {
    const auto path = std::filesystem::path(folder_.path()) / "scan.pdf";
    std::ofstream(path, std::ios::binary) << bytes;
    return {"file", "form.pdf", "application/pdf", path, bytes.size(), nullptr};
  }
  testing::TemporaryFolder folder_;
  testing::TestSite site_;
};

TEST_F(PaperFormPages, offers_the_forms_and_says_where_to_send_them) {
  site_.database().write([&](store::Writer& writer) {
    ASSERT_TRUE(record::set_council_details(writer, site_.work_as(record::Role::lead),
                                            {"Town Hall", "01632 960 100", "", "", "", ""}));
  });
  const auto page = site_.browser().get("/paper-form");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Large print, 18 point"), HasSubstr("To say thank you"),
                               HasSubstr("01632 960 100"), Not(HasSubstr("Type in a form"))));
  EXPECT_THAT(site_.browser_as(record::Role::officer).get("/paper-form").body,
              HasSubstr("Type in a form"));
}

TEST_F(PaperFormPages, refuses_a_form_or_service_that_there_is_not_and_keeps_the_rest) {
  const auto refused =
      site_.browser().get("/paper-form/pdf?form=gold&kind=compliment&service=SERVICE-99");
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Choose which form you want"),
                                  HasSubstr("Choose a service from the list")));
}

TEST_F(PaperFormPages, types_a_form_in_with_the_numbers_of_its_questions) {
  auto officer = site_.browser_as(record::Role::officer);
  const auto page = officer.get("/cases/new?way=paper").body;
  EXPECT_THAT(page, AllOf(HasSubstr("What is it? (question 1)"),
                          HasSubstr("Their words (question 2)"), HasSubstr("7. How old are you?")));
  EXPECT_THAT(officer.get("/cases/new").body, Not(HasSubstr("(question 1)")));
  const testing::FormFields fields = {{"submission_key", "k1"},
                                      {"kind", "complaint"},
                                      {"words", "Late again"},
                                      {"relationship", "person"},
                                      {"channel", "letter"},
                                      {"way", "paper"},
                                      {"day", "1"},
                                      {"month", "2"},
                                      {"year", "2026"},
                                      {"age_band", "75_to_84"}};
  auto wrong = fields;
  wrong.back().second = "old";
  const auto refused = officer.post("/cases", wrong);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Late again"), HasSubstr("Choose one of the answers")));
  EXPECT_EQ(officer.post("/cases", fields).status, 303);
  EXPECT_EQ(text("select answer from equality_answers where question = 'age_band'"), "75_to_84");
  EXPECT_THAT(officer.get("/cases/CASE-1").body, Not(HasSubstr("75 to 84"))) << "kept apart";
}

TEST_F(PaperFormPages, types_in_the_pictures_that_were_ticked) {
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_THAT(officer.get("/cases/new?way=paper_easy_read").body,
              AllOf(HasSubstr("Pictures that they ticked (question 3)"),
                    Not(HasSubstr("How old are you?"))));
  const testing::FormFields fields = {{"submission_key", "k1"},
                                      {"kind", "complaint"},
                                      {"picks", "late"},
                                      {"face", "2"},
                                      {"relationship", "person"},
                                      {"channel", "letter"},
                                      {"words", "Dark"},
                                      {"way", "paper_easy_read"},
                                      {"day", "1"},
                                      {"month", "2"},
                                      {"year", "2026"}};
  auto mixed = fields;
  mixed.emplace_back("picks", "kind");
  const auto refused = officer.post("/cases", mixed);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("Tick only pictures that go with what it is"));
  EXPECT_EQ(officer.post("/cases", fields).status, 303);
  EXPECT_EQ(text("select words from case_words"),
            "Something bad happened. They came late. I felt bad.\n\nDark");
}

TEST_F(PaperFormPages, keeps_scans_of_a_case_and_writes_down_each_look) {
  auto officer = site_.browser_as(record::Role::officer);
  officer.post("/cases", {{"submission_key", "k1"},
                          {"kind", "complaint"},
                          {"words", "Late"},
                          {"relationship", "person"},
                          {"channel", "letter"},
                          {"day", "1"},
                          {"month", "2"},
                          {"year", "2026"}});
  EXPECT_THAT(officer.get("/cases/CASE-1").body, HasSubstr("Add a scan of the paper"));
  EXPECT_EQ(officer.get("/cases/CASE-9/scans").status, 404);
  const auto refused = officer.post("/cases/CASE-1/scans");
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("Choose the file of the scan"));
  const std::string pdf = "%PDF-1.7\nscan\n%%EOF\n";
  const auto added = officer.post("/cases/CASE-1/scans", {}, {upload_of(pdf)});
  EXPECT_THAT(officer.follow(added).body, HasSubstr("Scan 1"));
  EXPECT_THAT(officer.get("/cases/CASE-1").body, HasSubstr("Scans of the paper (1)"));
  const auto file = officer.post("/cases/CASE-1/scans/1");
  EXPECT_EQ(file.body, pdf);
  EXPECT_THAT(testing::header(file, "Content-Disposition"), HasSubstr("CASE-1-scan-1.pdf"));
  EXPECT_THAT(officer.get("/cases/CASE-1").body, HasSubstr("Scan of the paper looked at"));
  EXPECT_EQ(officer.post("/cases/CASE-1/scans/2").status, 404);
  auto leader = site_.browser_as(record::Role::leader);
  EXPECT_THAT(leader.get("/cases/CASE-1").body, Not(HasSubstr("/scans")));
  EXPECT_EQ(officer.post("/cases/CASE-1/scans/1/removal").status, 303);
  EXPECT_THAT(officer.get("/cases/CASE-1/scans").body, HasSubstr("There are none yet"));
}

TEST_F(PaperFormPages, lets_a_lead_say_how_people_reach_the_council) {
  auto lead = site_.browser_as(record::Role::lead);
  const auto refused = lead.post("/council-details", {{"phone", "none"}, {"address", "Town Hall"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Town Hall"), HasSubstr("in digits")));
  const auto kept = lead.post("/council-details", {{"safeguarding_phone", "01632 960 999"},
                                                   {"sign_service", "https://signs.example.org/"}});
  EXPECT_THAT(lead.follow(kept).body, HasSubstr("Contact details saved"));
  auto visitor = site_.browser();
  EXPECT_THAT(visitor.get("/").body,
              AllOf(HasSubstr("tel:01632960999"), HasSubstr("https://signs.example.org/")));
  EXPECT_THAT(visitor.get("/tell-us").body, HasSubstr("01632 960 999"));
  EXPECT_THAT(visitor.get("/easy-read/safe").body, HasSubstr("ring us on 01632 960 999"));
  EXPECT_THAT(site_.browser("otherton").get("/").body, Not(HasSubstr("01632 960 999")));
}

TEST_F(PaperFormPages, links_a_page_to_its_video_in_British_Sign_Language) {
  auto lead = site_.browser_as(record::Role::lead);
  EXPECT_EQ(lead.get("/council-details/videos/nowhere").status, 404);
  const auto refused = lead.post("/council-details/videos/tell_us",
                                 {{"url", "http://videos.example.org"}, {"title", "Our form"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Our form"), HasSubstr("must begin with https")));
  const auto kept =
      lead.post("/council-details/videos/tell_us", {{"url", "https://videos.example.org/1"},
                                                    {"title", "Our <form>"},
                                                    {"minutes", "1"},
                                                    {"captions", "yes"}});
  EXPECT_THAT(lead.follow(kept).body, HasSubstr("Video saved"));
  EXPECT_THAT(site_.browser().get("/tell-us").body,
              AllOf(HasSubstr("Watch this in British Sign Language"), HasSubstr("Our &lt;form&gt;"),
                    HasSubstr("(1 minute, with captions)")));
  EXPECT_THAT(site_.browser().get("/receipt").body, Not(HasSubstr("British Sign Language")));
  lead.post("/council-details/videos/tell_us/removal");
  EXPECT_THAT(site_.browser().get("/tell-us").body, Not(HasSubstr("British Sign Language")));
}

}  // namespace
}  // namespace throughline::web
