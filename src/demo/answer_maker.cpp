#include "demo/complaint_maker.hpp"
#include "demo/listening_script.hpp"
#include "demo/makers.hpp"
#include "demo/words.hpp"
#include "hear/answer/follow_up.hpp"
#include "hear/hear.hpp"
#include "record/outbox.hpp"

#include <array>

namespace throughline::demo {
namespace {

using hear::Fixed;
using std::chrono::days;
using std::chrono::hours;

constexpr std::string_view told_whether_fixed = "told whether it is fixed";

const record::Actor& by_itself() {
  static const record::Actor program{"", "Throughline", record::Role::visitor};
  return program;
}

// Mail of the last day still waits, as it does where no server has been named.
void put_mail_after(Timeline& timeline, Known& known, std::size_t at, base::Instant closed) {
  if (closed > base::london_midnight(known.calendar.as_at()) - hours(30)) return;
  timeline.at(
      closed + std::chrono::seconds(20), by_itself(),
      [&known, at](store::Writer& writer, const record::Work& work) {
        for (const auto& mail : record::mail_about(writer, work.authority_id, known.cases[at])) {
          if (mail.state != record::MailState::waiting) continue;
          record::note_mail_sent(writer, work, mail);
        }
      });
}

void put_mail(Timeline& timeline, Known& known, std::size_t at) {
  for (const auto& when : {known.planned[at].closed, known.planned[at].closed_again}) {
    if (when) put_mail_after(timeline, known, at, *when);
  }
}

struct Said {
  Fixed fixed = Fixed::yes;
  std::string words;
  base::Instant when;
};

std::optional<Said> what_they_say(const Known& known, const ListeningScript& script,
                                  const PlannedCase& planned) {
  Dice dice(seed_for(planned.seed, told_whether_fixed));
  if (!planned.closed || planned.reopened || planned.group == Group::praise) return std::nullopt;
  if (!dice.chance(0.22)) return std::nullopt;
  Said said;
  said.fixed = std::array{Fixed::yes, Fixed::partly, Fixed::no}.at(dice.weighed({56, 24, 20}));
  if (dice.chance(0.45)) {
    said.words = dice.pick(script.said.at(std::string(hear::to_text(said.fixed))));
  }
  said.when = *planned.closed + days(dice.from(1, 18)) + hours(dice.from(0, 5));
  if (said.when >= base::london_midnight(known.calendar.as_at())) return std::nullopt;
  return said;
}

std::optional<std::string> standing(store::Reader& reader, const record::Work& work,
                                    const std::string& case_ref) {
  const auto all = hear::follow_ups_of(reader, work.authority_id, case_ref);
  if (all.empty() || !all.front().stands) return std::nullopt;
  return all.front().ref;
}

void put_decision(Timeline& timeline, Known& known, std::size_t at, const Said& said) {
  const auto& planned = known.planned[at];
  Dice dice(seed_for(planned.seed, "decided"));
  const auto end = base::london_midnight(known.calendar.as_at());
  const auto when = said.when + days(dice.from(2, 5));
  if (said.fixed == Fixed::yes || when >= end) return;
  const auto& officer =
      known.person(known.main && planned.officer == 1 ? "feedback" : "complaints");
  const bool again = said.fixed == Fixed::no && dice.chance(0.5);
  timeline.at(when, officer, [&known, at, again](store::Writer& writer, const record::Work& work) {
    const auto ref = standing(writer, work, known.cases[at]);
    if (!ref) return;
    if (again) {
      must(hear::reopen_from_follow_up(writer, work, *ref));
    } else {
      must(hear::note_follow_up_read(writer, work, *ref));
    }
  });
  const auto answered = when + days(dice.from(6, 15));
  if (!again || answered >= end) return;
  put_mail_after(timeline, known, at, answered);
  timeline.at(answered, officer, [&known, at](store::Writer& writer, const record::Work& work) {
    const auto found = hear::find_case(writer, work.authority_id, known.cases[at]);
    if (!found || found->status == hear::Status::closed) return;
    if (found->kind == hear::Kind::complaint) {
      close_complaint_again(writer, work, known, at);
      return;
    }
    must(hear::close(
        writer, work, found->ref, found->version,
        {hear::Outcome::did, second_answer_to(known.script.voices, known.planned[at])}));
  });
}

}  // namespace

void put_answers_back(Timeline& timeline, Known& known) {
  const auto script = read_listening_script();
  for (std::size_t at = 0; at < known.planned.size(); ++at) {
    put_mail(timeline, known, at);
    const auto said = what_they_say(known, script, known.planned[at]);
    if (!said) continue;
    timeline.at(said->when, known.visitor,
                [&known, at, said](store::Writer& writer, const record::Work& work) {
                  const auto found = hear::find_case(writer, work.authority_id, known.cases[at]);
                  if (!found || found->status != hear::Status::closed) return;
                  must(hear::say_whether_fixed(writer, work, found->receipt, said->fixed));
                  if (said->words.empty()) return;
                  must(hear::add_follow_up_words(writer, work, found->receipt, said->words));
                });
    put_decision(timeline, known, at, *said);
  }
}

}  // namespace throughline::demo
