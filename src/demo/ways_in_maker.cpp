#include "base/embedded.hpp"
#include "demo/makers.hpp"
#include "hear/draft.hpp"
#include "hear/paper_form/scan.hpp"
#include "hear/way_in.hpp"
#include "record/council_details.hpp"
#include "record/sign_video.hpp"

namespace throughline::demo {

// Built from data/demo by throughline_embed.
base::EmbeddedFiles embedded_demo();

namespace {

using std::chrono::hours;

// Told with pictures, over the pages of easy read.
struct Pictures {
  int back;  // days before the end
  hear::EasyTopic topic;
  std::string service;
  std::vector<std::string> picks;
  int face;
  std::string own_words;
  bool supporter = false;
};

const std::vector<Pictures>& told_with_pictures() {
  static const std::vector<Pictures> all = {
      {41, hear::EasyTopic::happy, "Day services", {"kind", "people"}, 5, "I like the drums."},
      {27, hear::EasyTopic::sad, "Home care", {"late", "rushed"}, 2, "No time for my hair.", true},
      {16, hear::EasyTopic::idea, "Blue Badge and transport", {"transport"}, 0, ""},
      {6,
       hear::EasyTopic::sad,
       "Learning disability and autism team",
       {"no_answer", "confusing"},
       1,
       ""},
  };
  return all;
}

// Sent on paper, and typed in by the contact team.
struct Paper {
  int back;
  hear::Kind kind;
  std::string service;
  std::string words;
  hear::WayIn way;
  std::string kept_as;
  hear::EqualityAnswers equality = {};  // from the sheet that is kept apart
};

const std::vector<Paper>& sent_on_paper() {
  static const std::vector<Paper> all = {
      {33, hear::Kind::compliment, "Occupational therapy and equipment",
       "The man who fitted the rail came back to see that I could use it. I can.",
       hear::WayIn::large_print, "Box 4, paper 12"},
      {19,
       hear::Kind::complaint,
       "Financial assessment and charging",
       "I have had three bills for the same week. I am 84 and I do not use a computer.",
       hear::WayIn::paper,
       "Box 4, paper 15",
       {{"age_band", "75_to_84"}, {"disability", "limited_a_lot"}}},
      {12,
       hear::Kind::suggestion,
       "Care homes",
       "Put the menu on the table in big letters. My eyes are not what they were.",
       hear::WayIn::large_print,
       "Box 4, paper 17",
       {{"age_band", "85_and_over"}, {"sex", "female"}}},
      {9, hear::Kind::compliment, "Home care",
       "Something good happened. They were kind to me. I felt very good.\n\nGrace sings.",
       hear::WayIn::paper_easy_read, "Box 4, paper 18"},
  };
  return all;
}

base::Instant office_day(const Known& known, int back, const std::string& of) {
  Dice dice(seed_for(known.seed, of, static_cast<std::uint64_t>(back)));
  return in_office_hours(working_day(base::add_days(known.calendar.as_at(), -back - 2)), dice);
}

void put_pictures(Timeline& timeline, Known& known, const Pictures& each) {
  timeline.at(office_day(known, each.back, "pictures"), known.visitor,
              [&known, &each](auto& writer, const auto& work) {
                hear::Draft draft;
                draft.easy_read = hear::EasyRead{each.topic, each.picks, each.face, each.own_words,
                                                 each.supporter};
                draft.given.kind = hear::kind_of(each.topic);
                draft.given.service_ref = known.ref("service:" + each.service);
                draft.given.relationship = hear::Relationship::person;
                draft.anonymous = !each.supporter;
                if (each.supporter) {
                  draft.given.identity.contact = {"Key worker",           "",  "01632 960173", "",
                                                  hear::ContactBy::phone, true};
                }
                const auto token = "demo pictures " + std::to_string(each.back);
                hear::keep_draft(writer, work, token, draft);
                must(hear::send_draft(writer, work, token));
                hear::drop_draft(writer, work, token);
              });
}

void put_paper(Timeline& timeline, Known& known, const Paper& each) {
  timeline.at(office_day(known, each.back, "paper"), known.person("contact"),
              [&known, &each](auto& writer, const auto& work) {
                hear::NewCase given;
                given.kind = each.kind;
                given.words = each.words;
                given.service_ref = known.ref("service:" + each.service);
                given.relationship = hear::Relationship::person;
                given.channel = hear::Channel::letter;
                given.identity.equality = each.equality;
                given.received = base::add_days(work.today(), -1);
                const auto received = must(hear::receive(writer, work, given));
                hear::keep_way(writer, work, received.ref, {each.way, each.kept_as});
                if (each.kept_as == "Box 4, paper 17") {
                  const std::string scan(base::embedded_file(embedded_demo(), "scan.pdf"));
                  auto by_officer = work;
                  by_officer.actor = known.person("complaints");
                  must(hear::add_scan(writer, by_officer, received.ref, scan, "paper 17.pdf"));
                }
              });
}

// How people reach the council, and what is signed. The numbers are Ofcom's for drama, and the
// videos are at an address that nobody can have.
void put_details(Timeline& timeline, Known& known) {
  timeline.at(office_day(known, 62, "details"), known.person("quality"),
              [](auto& writer, const auto& work) {
                const record::CouncilDetails details{
                    "Adult social care feedback\nTown Hall\nMarket Street\nAldermere\nZZ1 1AA",
                    "01632 960 100",
                    "feedback@aldermere.example",
                    "01632 960 999",
                    "01632 960 998",
                    "https://interpreters.example.org/aldermere"};
                must(record::set_council_details(writer, work, details));
                const std::vector<record::SignVideo> videos = {
                    {"start", "https://videos.example.org/an-example-not-a-video",
                     "An example: telling us about your care", 3, true},
                    {"tell_us", "https://videos.example.org/an-example-of-the-form",
                     "An example: how to fill in the form", 5, true},
                    {"easy_read", "https://videos.example.org/an-example-with-pictures",
                     "An example: telling us with pictures", 2, false}};
                for (const auto& each : videos) {
                  must(record::set_sign_video(writer, work, each));
                }
              });
}

}  // namespace

void put_ways_in(Timeline& timeline, Known& known) {
  put_details(timeline, known);
  for (const auto& each : told_with_pictures()) put_pictures(timeline, known, each);
  for (const auto& each : sent_on_paper()) put_paper(timeline, known, each);
}

}  // namespace throughline::demo
