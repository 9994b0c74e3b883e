#include "hear/letter/letter.hpp"

#include "formats/encoding.hpp"
#include "hear/hear.hpp"
#include "hear/letter/complaint_step.hpp"
#include "hear/letter/fields.hpp"
#include "hear/letter/letter_row.hpp"
#include "hear/letter/letter_template.hpp"
#include "hear/letter/values.hpp"
#include "record/event.hpp"

#include <algorithm>

namespace throughline::hear::letter {
namespace {

bool blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

void check_text(std::vector<base::Problem>& problems, const std::string& field,
                const std::string& text, std::size_t most, const std::string& message) {
  if (!formats::is_utf8(text) || text.find('\0') != std::string::npos || characters(text) > most) {
    problems.push_back({field, message});
  }
}

void check_extension(std::vector<base::Problem>& problems, const NewLetter& given,
                     base::Date today) {
  if (blank(given.extension_reason)) {
    problems.push_back({"extension_reason", "Enter why you need longer"});
  } else {
    check_text(problems, "extension_reason", given.extension_reason, most_reason_characters,
               "Why you need longer must be 2,000 characters or fewer");
  }
  if (!given.extended_to) {
    problems.push_back({"extended_to", "Enter the new date that you will answer by"});
  } else if (*given.extended_to <= today) {
    problems.push_back({"extended_to", "The new date must be after today"});
  }
}

std::vector<base::Problem> problems_of(const Case& found, const NewLetter& given,
                                       base::Date today) {
  std::vector<base::Problem> problems;
  const auto kinds = kinds_for(found.kind);
  if (!given.kind || std::ranges::find(kinds, *given.kind) == kinds.end()) {
    problems.push_back({"kind", "Choose which letter to write"});
  } else if (*given.kind == Kind::extension) {
    check_extension(problems, given, today);
  }
  return problems;
}

// The letter, when it is still a draft and stands as the officer saw it.
base::Result<Letter> as_seen(store::Reader& reader, const record::Work& work,
                             const std::string& ref, std::int64_t version) {
  auto found = find_letter(reader, work.authority_id, ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such letter");
  if (found->state != State::draft) {
    return base::refuse(base::ErrorKind::conflict,
                        found->state == State::sent
                            ? "This letter has been sent. Write a new one instead"
                            : "This letter was discarded. Write a new one instead");
  }
  // A letter is never saved empty; erasing a person's data empties it, and a form that was open
  // then must not bring the words back.
  if (found->body.empty()) {
    return base::refuse(base::ErrorKind::conflict,
                        "What this letter said was erased. Write a new one instead");
  }
  if (found->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this letter while you had it open. Read what changed, "
                        "then try again");
  }
  return *std::move(found);
}

record::Details about(const Letter& letter) {
  return {{"letter", letter.ref}, {"kind", std::string(label(letter.kind))}};
}

// What happens to a letter stands in its own history and in that of its case.
void append(store::Writer& writer, const record::Work& work, const Letter& letter,
            const std::string& verb, record::Details details, const std::string& reason = {}) {
  auto of_case = about(letter);
  of_case.insert(of_case.end(), details.begin(), details.end());
  record::append_events(writer, work,
                        {{letter.ref, verb, std::move(details), reason},
                         {letter.case_ref, "letter " + verb, std::move(of_case), reason}});
}

}  // namespace

std::string title(const Letter& letter) {
  return std::string(label(letter.kind)) + " about " + letter.case_ref;
}

base::Result<Letter> draft_letter(store::Writer& writer, const record::Work& work,
                                  const std::string& case_ref, const NewLetter& given) {
  const auto found = find_case(writer, work.authority_id, case_ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such case");
  if (auto problems = problems_of(*found, given, work.today()); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  Contact contact;
  if (given.with_identity) {
    const auto reason = "To write: " + std::string(label(*given.kind));
    auto identity = look_at_identity(writer, work, case_ref, reason);
    if (!identity) return tl::make_unexpected(identity.error());
    contact = std::move(identity->contact);
  }
  Letter letter;
  letter.kind = *given.kind;
  letter.case_ref = case_ref;
  if (letter.kind == Kind::extension) {
    letter.extension_reason = given.extension_reason;
    letter.extended_to = given.extended_to;
  }
  const auto from = current_template(writer, work.authority_id, letter.kind);
  letter.template_version = from.version;
  letter.recipient = envelope(contact);
  letter.body = merge(from.text, values_for(writer, work, *found, contact, letter));
  letter.drafted = work.today();
  letter.drafted_by_ref = work.actor.user_ref;
  letter.drafted_by = work.actor.name;
  letter.ref = record::next_ref(writer, work, record::NodeKind::letter);
  add(writer, work, letter);
  append(writer, work, letter, "drafted", {});
  return letter;
}

base::Result<Letter> change_letter(store::Writer& writer, const record::Work& work,
                                   const std::string& ref, std::int64_t version,
                                   const Words& words) {
  auto found = as_seen(writer, work, ref, version);
  if (!found) return found;
  std::vector<base::Problem> problems;
  check_text(problems, "recipient", words.recipient, most_recipient_characters,
             "The name and address must be 1,000 characters or fewer");
  if (blank(words.body)) {
    problems.push_back({"body", "Enter the letter"});
  } else {
    check_text(problems, "body", words.body, most_body_characters,
               "The letter must be 30,000 characters or fewer");
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (found->recipient == words.recipient && found->body == words.body) return found;
  found->recipient = words.recipient;
  found->body = words.body;
  auto kept = keep(writer, work, *std::move(found));
  if (kept) record::append_event(writer, work, ref, "changed");
  return kept;
}

base::Result<Letter> send_letter(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, std::int64_t version,
                                 const Sending& sending) {
  auto found = as_seen(writer, work, ref, version);
  if (!found) return found;
  std::vector<base::Problem> problems;
  if (const auto left = left_to_enter(found->body); !left.empty()) {
    std::string what;
    for (const auto& each : left) what += (what.empty() ? "" : ", ") + each;
    problems.push_back({"by", "Change the letter first. It still says " + what});
  } else if (!sending.by) {
    problems.push_back({"by", "Choose how it was sent"});
  }
  const auto of_case = find_case(writer, work.authority_id, found->case_ref);
  if (!sending.on) {
    problems.push_back({"on", "Enter the day it was sent"});
  } else if (*sending.on > work.today()) {
    problems.push_back({"on", "The day it was sent must not be after today"});
  } else if (of_case && *sending.on < of_case->received) {
    problems.push_back({"on", "The day it was sent must not be before the case came, on " +
                                  base::to_long_text(of_case->received)});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (const auto taken = take_step(writer, work, *found, sending); !taken) {
    return tl::make_unexpected(taken.error());
  }
  found->state = State::sent;
  found->sent = sending.on;
  found->sent_by = sending.by;
  auto kept = keep(writer, work, *std::move(found));
  if (!kept) return kept;
  append(writer, work, *kept, "sent",
         {{"how", std::string(label(*kept->sent_by))}, {"on", base::to_text(*kept->sent)}});
  return kept;
}

base::Result<Letter> discard_letter(store::Writer& writer, const record::Work& work,
                                    const std::string& ref, std::int64_t version,
                                    const std::string& reason) {
  auto found = as_seen(writer, work, ref, version);
  if (!found) return found;
  std::vector<base::Problem> problems;
  if (blank(reason)) {
    problems.push_back({"reason", "Enter why you discard it"});
  } else {
    check_text(problems, "reason", reason, 1'000, "Why must be 1,000 characters or fewer");
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  found->state = State::discarded;
  auto kept = keep(writer, work, *std::move(found));
  if (kept) append(writer, work, *kept, "discarded", {}, reason);
  return kept;
}

}  // namespace throughline::hear::letter
