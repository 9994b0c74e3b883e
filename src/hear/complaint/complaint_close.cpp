#include "hear/answer/answer_mail.hpp"
#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/numbers.hpp"
#include "record/bank_holidays.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

bool is_joined(store::Reader& reader, const record::Work& work, const std::string& case_ref,
               record::Relation relation) {
  const auto links = record::links_from(reader, work.authority_id, case_ref);
  return std::ranges::find(links, relation, &record::Link::relation) != links.end();
}

void check_learned(store::Reader& reader, const record::Work& work, const std::string& case_ref,
                   const Learned& learned, std::vector<base::Problem>& problems) {
  if (!learned.learning) {
    problems.push_back({"learning", "Choose what was learned"});
    return;
  }
  if (learned.learning == Learning::action &&
      !is_joined(reader, work, case_ref, record::Relation::raised)) {
    problems.push_back({"learning",
                        "Raise an action from this complaint, or add the complaint to "
                        "an action, before you choose this"});
  }
  if (learned.learning == Learning::theme &&
      !is_joined(reader, work, case_ref, record::Relation::has_theme)) {
    problems.push_back({"learning", "Give the complaint a theme before you choose this"});
  }
  const auto missing = learned.learning == Learning::none    ? "Enter why there is nothing to learn"
                       : learned.learning == Learning::theme ? "Enter what was learned"
                                                             : "";
  check_words(problems, "note", learned.note, most_point_characters, missing);
}

// Closes the case itself. Its outcome stays empty: a complaint's outcome is that of its points.
base::Result<void> close_case(store::Writer& writer, const record::Work& work, Case found,
                              const std::string& answer) {
  found.status = Status::closed;
  found.answer = answer;
  found.closed = base::to_text(work.today());
  auto kept = keep_case(writer, work, found);
  if (kept) queue_answer(writer, work, found.ref);
  return kept;
}

}  // namespace

base::Result<void> record_response(store::Writer& writer, const record::Work& work,
                                   const std::string& case_ref, std::int64_t version,
                                   const NewResponse& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  std::vector<base::Problem> problems;
  check_past(problems, "sent", given.sent, complaint, work.today(),
             "Enter the date the response was sent");
  if (given.means != Means::letter && given.means != Means::email &&
      given.means != Means::posted_here) {
    problems.push_back({"means", "Choose how it was sent: the response must be in writing"});
  }
  check_words(problems, "summary", given.summary, most_long_characters,
              "Enter what the person reads with their reference");
  if (!given.says_how_considered || !given.says_what_is_done || !given.says_ombudsman) {
    problems.push_back({"says",
                        "The response must say all three. Tick each that it says, or send "
                        "one that does"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));

  if (!complaint.first_response) complaint.first_response = given.sent;
  complaint.responded = given.sent;
  writer.execute(
      "insert into complaint_responses (authority_id, case_ref, number, round, sent, means, "
      "summary, sent_by) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      {work.authority_id, case_ref, next_number(writer, work, "complaint_responses", case_ref),
       complaint.round, stored(given.sent), std::string(to_text(*given.means)), given.summary,
       work.actor.user_ref});
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  record::Details details{{"sent", base::to_long_text(*given.sent)},
                          {"how", std::string(label(*given.means))}};
  if (complaint.respond_by) {
    details.emplace_back("in time", *given.sent <= *complaint.respond_by ? "yes" : "no");
  }
  record::append_event(writer, work, case_ref, "response sent", details);
  return {};
}

base::Result<void> close_complaint(store::Writer& writer, const record::Work& work,
                                   const std::string& case_ref, std::int64_t version,
                                   const Learned& learned) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  const bool refused = complaint.late_decision == "refused";
  const auto points = points_of(writer, work.authority_id, case_ref);
  const auto outcome = overall(points);
  std::vector<base::Problem> problems;
  if (!refused && points.empty()) {
    problems.push_back({"points", "Add the points of the complaint, and what was found on each"});
  } else if (!refused && !outcome) {
    problems.push_back({"points", "Record what was found on every point"});
  }
  const bool withdrawn = outcome && outcome->finding == Finding::withdrawn;
  if (!complaint.responded && !withdrawn) {
    problems.push_back({"response", "Record the response that was sent"});
  }
  check_learned(writer, work, case_ref, learned, problems);
  if (!problems.empty()) return base::refuse(std::move(problems));

  complaint.learning = learned.learning;
  complaint.learning_note = learned.note;
  const auto responses = responses_of(writer, work.authority_id, case_ref);
  const std::string answer =
      complaint.responded ? responses.back().summary : "The complaint was withdrawn.";
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  if (auto closed = close_case(writer, work, found->found, answer); !closed) return closed;
  record::append_event(
      writer, work, case_ref, "closed",
      {{"outcome", outcome ? std::string(label(outcome->finding)) : "not taken on: made too late"},
       {"learning", std::string(label(*learned.learning))}});
  return {};
}

base::Result<void> keep_as_concern(store::Writer& writer, const record::Work& work,
                                   const std::string& case_ref, std::int64_t version,
                                   const PutRight& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  const auto& [spoken, complaint] = *found;
  if (spoken.channel != Channel::phone && spoken.channel != Channel::in_person) {
    return base::refuse(base::ErrorKind::conflict,
                        "Only a complaint that was made by word of mouth can be kept as a concern");
  }
  const auto last = last_day_as_concern(record::working_days(), complaint.begun);
  if (!last || work.today() > *last) {
    return base::refuse(base::ErrorKind::conflict,
                        "The next working day is over, so this stays a complaint");
  }
  std::vector<base::Problem> problems;
  if (!given.satisfied) {
    problems.push_back({"satisfied",
                        "Only what the person is satisfied with is put right. Tick "
                        "this, or go on with the complaint"});
  }
  check_words(problems, "answer", given.answer, most_long_characters, "Enter what was done");
  if (!problems.empty()) return base::refuse(std::move(problems));

  end_complaint(writer, work, case_ref, "concern");
  auto kept = spoken;
  kept.kind = Kind::concern;
  kept.outcome = Outcome::did;
  if (kept.officer_ref.empty()) kept.officer_ref = work.actor.user_ref;
  if (auto closed = close_case(writer, work, kept, given.answer); !closed) return closed;
  writer.execute("update case_themes set kind = $3 where authority_id = $1 and case_ref = $2",
                 {work.authority_id, case_ref, std::string(to_text(kept.kind))});
  record::append_event(writer, work, case_ref, "kept as a concern",
                       {{"kind", "Complaint to Concern"},
                        {"person satisfied", "yes"},
                        {"could be until", base::to_long_text(*last)}});
  return {};
}

}  // namespace throughline::hear
