#include "demo/listening_script.hpp"
#include "demo/makers.hpp"
#include "hear/compliment/compliment.hpp"
#include "hear/concern/concern.hpp"
#include "hear/idea/idea.hpp"
#include "hear/point/point.hpp"
#include "record/outbox.hpp"
#include "understand/understand.hpp"

#include <memory>

namespace throughline::demo {
namespace {

using std::chrono::days;
using std::chrono::hours;
using Script = std::shared_ptr<const ListeningScript>;

const record::Actor& by_itself() {
  static const record::Actor program{"", "Throughline", record::Role::visitor};
  return program;
}

base::Instant end_of(const Known& known) {
  return base::london_midnight(known.calendar.as_at());
}

base::Instant days_back(const Known& known, int back, const std::string& of) {
  Dice dice(seed_for(known.seed, of, static_cast<std::uint64_t>(back)));
  return in_office_hours(working_day(base::add_days(known.calendar.as_at(), -back - 2)), dice);
}

void put_idea(Timeline& timeline, Known& known, const Script& script, std::size_t at) {
  const auto& idea = script->ideas[at];
  const auto key = "idea:" + std::to_string(at);
  const auto raised = days_back(known, idea.back, "idea");
  timeline.at(
      raised, known.person(idea.by), [&known, script, at, key](auto& writer, const auto& work) {
        const auto& each = script->ideas[at];
        known.refs[key] = must(hear::raise_idea(
            writer, work,
            {hear::idea_sort_from_text(each.sort), each.words, "", each.in_confidence, ""}));
      });
  if (!idea.theme.empty()) {
    timeline.at(raised + hours(20), known.person("feedback"),
                [&known, script, at, key](auto& writer, const auto& work) {
                  must(understand::set_themes(writer, work, known.ref(key),
                                              {known.ref("theme:" + script->ideas[at].theme)}));
                });
  }
  const auto replied = raised + days(idea.after) + hours(1);
  if (idea.after == 0 || replied >= end_of(known)) return;
  timeline.at(replied, known.person("psw"),
              [&known, script, at, key](auto& writer, const auto& work) {
                const auto& each = script->ideas[at];
                must(hear::close(writer, work, known.ref(key), 1,
                                 {hear::outcome_from_text(each.outcome), each.reply}));
              });
  timeline.at(
      replied + std::chrono::seconds(20), by_itself(),
      [&known, key](auto& writer, const auto& work) {
        for (const auto& mail : record::mail_about(writer, work.authority_id, known.ref(key))) {
          record::note_mail_sent(writer, work, mail);
        }
      });
  if (idea.heard.empty() || replied + days(2) >= end_of(known)) return;
  timeline.at(replied + days(2), known.person(idea.by),
              [&known, script, at, key](auto& writer, const auto& work) {
                must(hear::say_listened(writer, work, known.ref(key),
                                        *hear::fixed_from_text(script->ideas[at].heard)));
              });
}

// As the program does by itself while it serves.
void put_escalations(Timeline& timeline, Known& known) {
  for (int back = 180; back >= 1; --back) {
    timeline.at(base::london_midnight(base::add_days(known.calendar.as_at(), -back)) + hours(1),
                by_itself(), [](auto& writer, const auto& work) {
                  static_cast<void>(hear::escalate_overdue(writer, work));
                });
  }
}

void put_concern(Timeline& timeline, Known& known, const Script& script, std::size_t at) {
  const auto& concern = script->concerns[at];
  const auto key = "concern:" + std::to_string(at);
  const auto logged = days_back(known, concern.back, "concern");
  timeline.at(logged, known.person(concern.by),
              [&known, script, at, key](auto& writer, const auto& work) {
                const auto& each = script->concerns[at];
                hear::NewConcern given;
                given.given.words = each.words;
                given.given.service_ref = known.ref("service:" + each.service);
                given.given.relationship = hear::Relationship::family;
                given.given.channel = hear::Channel::phone;
                given.resolved = each.done;
                known.refs[key] = must(hear::log_concern(writer, work, given)).ref;
              });
  if (!concern.complaint) return;
  timeline.at(logged + days(3), known.person(concern.by),
              [&known, key](auto& writer, const auto& work) {
                must(hear::make_complaint(writer, work, known.ref(key), hear::PersonWishes::yes));
              });
}

// Some name a worker, who is thanked; some are passed up; the latest of those are shared.
void put_praise(Timeline& timeline, Known& known, const Script& script) {
  std::size_t shared = 0;
  for (std::size_t i = known.planned.size(); i > 0; --i) {
    const std::size_t at = i - 1;
    const auto& planned = known.planned[at];
    if (planned.kind != hear::Kind::compliment || !planned.closed || planned.reopened) continue;
    Dice dice(seed_for(planned.seed, "praise"));
    const auto when = *planned.closed + hours(1);
    if (!dice.chance(0.3) || when + days(3) >= end_of(known)) continue;
    const auto worker = dice.pick(known.script.voices.slots.at("worker"));
    const auto how = dice.pick(std::vector<hear::ThankedBy>{
        hear::ThankedBy::in_person, hear::ThankedBy::message, hear::ThankedBy::meeting});
    const bool up = dice.chance(0.4);
    timeline.at(when, known.person("feedback"),
                [&known, at, worker, up](auto& writer, const auto& work) {
                  must(hear::name_worker(writer, work, known.cases[at], worker, ""));
                  if (up) must(hear::pass_up(writer, work, known.cases[at]));
                });
    timeline.at(when + days(2), known.person("quality"),
                [&known, at, how](auto& writer, const auto& work) {
                  must(hear::thank_worker(writer, work, known.cases[at], 1, how));
                });
    if (!up || shared == script->shared.size()) continue;
    const auto words = script->shared[shared++];
    timeline.at(when + days(2) + hours(1), known.person("quality"),
                [&known, at, words](auto& writer, const auto& work) {
                  must(hear::share(writer, work, known.cases[at], words));
                });
  }
}

void put_point(Timeline& timeline, Known& known, const Script& script, std::size_t at) {
  const auto key = "point:" + std::to_string(at);
  constexpr int asked_for = 120;
  // Well before the first press, whatever weekends do to either day.
  const auto made = days_back(known, asked_for + 7, "point");
  timeline.at(
      made, known.person("quality"), [&known, script, at, key](auto& writer, const auto& work) {
        const auto& each = script->points[at];
        known.refs[key] =
            must(hear::add_point(writer, work, each.name, known.ref("service:" + each.service)))
                .code;
      });
  const int last = script->points[at].over ? asked_for - 8 : 1;
  for (int back = asked_for - 2; back >= last; --back) {
    Dice dice(seed_for(known.seed, key, static_cast<std::uint64_t>(back)));
    const bool good = dice.chance(script->points[at].good);
    const int face = good ? dice.from(4, 5) : dice.from(1, 3);
    const auto words = dice.chance(0.08) && face != 3
                           ? dice.pick(good ? script->good_face_words : script->bad_face_words)
                           : std::string();
    timeline.at(days_back(known, back, key), known.visitor,
                [&known, key, face, words](auto& writer, const auto& work) {
                  static_cast<void>(
                      must(hear::press_face(writer, work, known.ref(key), {face, words, ""})));
                });
  }
}

}  // namespace

void put_voices(Timeline& timeline, Known& known) {
  if (!known.main) return;
  const auto script = std::make_shared<const ListeningScript>(read_listening_script());
  for (std::size_t at = 0; at < script->ideas.size(); ++at) put_idea(timeline, known, script, at);
  put_escalations(timeline, known);
  for (std::size_t at = 0; at < script->concerns.size(); ++at) {
    put_concern(timeline, known, script, at);
  }
  put_praise(timeline, known, script);
  for (std::size_t at = 0; at < script->points.size(); ++at) put_point(timeline, known, script, at);
}

}  // namespace throughline::demo
