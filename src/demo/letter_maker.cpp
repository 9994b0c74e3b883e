#include "demo/complaint_maker.hpp"
#include "demo/makers.hpp"
#include "demo/words.hpp"
#include "hear/letter/fields.hpp"
#include "hear/letter/letter.hpp"
#include "hear/letter/letter_template.hpp"

namespace throughline::demo {
namespace {

namespace letter = hear::letter;

// Letters of the last months only: a council that begins to write them here, not three years ago.
constexpr int first_letters_days_ago = 150;

const record::Actor& officer_of(const Known& known, const PlannedCase& planned) {
  return known.person(known.main && planned.officer == 1 ? "feedback" : "complaints");
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), with);
    at += with.size();
  }
  return text;
}

// What an officer fills in where nothing was known.
std::string completed(std::string body, base::Date today) {
  for (const auto& left : letter::left_to_enter(body)) {
    const bool name = left.find("name") != std::string::npos;
    const bool date = left.find("date") != std::string::npos;
    body = replaced(body, left,
                    name   ? "Sir or Madam"
                    : date ? base::to_long_text(base::add_days(today, 25))
                           : "We looked into what you told us and spoke to the people concerned.");
  }
  return body;
}

letter::Letter write(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                     letter::Kind kind, bool contact, bool sent) {
  letter::NewLetter given;
  given.kind = kind;
  given.with_identity = contact;
  auto made = must(letter::draft_letter(writer, work, case_ref, given));
  if (!sent) return made;
  const letter::Words words{made.recipient, completed(made.body, work.today())};
  return must(letter::change_letter(writer, work, made.ref, made.version, words));
}

void put_letter(Timeline& timeline, Known& known, std::size_t at, letter::Kind kind,
                base::Instant when, bool sent) {
  const auto& planned = known.planned[at];
  timeline.at(when, officer_of(known, planned),
              [&known, at, kind, sent](store::Writer& writer, const record::Work& work) {
                const auto identity = identity_of(known.script.voices, known.planned[at]).contact;
                const auto made =
                    write(writer, work, known.cases[at], kind, !identity.empty(), sent);
                if (!sent) return;
                const auto by = identity.by == hear::ContactBy::post ? letter::SentBy::post
                                                                     : letter::SentBy::email;
                must(letter::send_letter(writer, work, made.ref, made.version, {by, work.today()}));
              });
}

// Of those who left a way to be reached, some are written to.
bool can_be_written_to(const Known& known, const PlannedCase& planned) {
  const auto contact = identity_of(known.script.voices, planned).contact;
  return contact.consents && !contact.name.empty();
}

void put_own_template(Timeline& timeline, Known& known) {
  timeline.at(known.moment("5m+3", "letter template"), known.person("quality"),
              [](store::Writer& writer, const record::Work& work) {
                auto text = letter::shipped_template(letter::Kind::thanks).text;
                text = replaced(text, "Yours sincerely",
                                "With your permission we would like to show your words, without "
                                "your name, to new members of our teams. Tell me if you would "
                                "rather we did not.\n\nYours sincerely");
                must(letter::change_template(writer, work, letter::Kind::thanks, 0, text));
              });
}

// Complaints of which the steps were recorded when they were taken; the letters are kept beside.
void put_complaint_letters(Timeline& timeline, Known& known, std::size_t at) {
  const auto& planned = known.planned[at];
  if (put_right_at_once(planned)) return;
  put_letter(timeline, known, at, letter::Kind::acknowledgement,
             *planned.looked_into + std::chrono::minutes(30), true);
  put_letter(timeline, known, at, letter::Kind::response,
             *planned.closed + std::chrono::minutes(10), true);
}

}  // namespace

void put_letters(Timeline& timeline, Known& known) {
  if (!known.main) return;
  put_own_template(timeline, known);
  const auto from = base::add_days(known.calendar.as_at(), -first_letters_days_ago);
  int drafts = 2;
  for (std::size_t at = known.planned.size(); at-- > 0;) {
    const auto& planned = known.planned[at];
    if (base::london_date(planned.received) < from) break;
    if (!can_be_written_to(known, planned)) continue;
    if (planned.kind == hear::Kind::compliment && planned.closed && planned.seed % 3 == 0) {
      put_letter(timeline, known, at, letter::Kind::thanks, *planned.closed, true);
    }
    if (planned.kind == hear::Kind::complaint && planned.closed && planned.looked_into &&
        planned.seed % 3 == 0) {
      put_complaint_letters(timeline, known, at);
    }
    // A concern that is answered by letter, after it was closed with the same answer.
    if (planned.kind == hear::Kind::concern && planned.closed && planned.seed % 4 == 0) {
      put_letter(timeline, known, at, letter::Kind::reply,
                 *planned.closed + std::chrono::minutes(20), true);
    }
    if (drafts > 0 && planned.looked_into && !planned.closed &&
        planned.kind == hear::Kind::concern) {
      put_letter(timeline, known, at, letter::Kind::reply,
                 *planned.looked_into + std::chrono::minutes(20), false);
      --drafts;
    }
  }
}

}  // namespace throughline::demo
