#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/numbers.hpp"
#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <cctype>

namespace throughline::hear {
namespace {

constexpr int most_months_to_review = 12;

// A copy of what was typed, as a ref is written: "case-12 " is "CASE-12".
std::string tidy_ref(std::string typed) {
  std::erase_if(typed, [](unsigned char c) { return std::isspace(c) != 0; });
  std::ranges::transform(typed, typed.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return typed;
}

}  // namespace

base::Result<void> add_note(store::Writer& writer, const record::Work& work,
                            const std::string& case_ref, const std::string& words) {
  const auto found = any_complaint(writer, work, case_ref);
  if (!found) return tl::make_unexpected(found.error());
  std::vector<base::Problem> problems;
  check_words(problems, "words", words, most_long_characters, "Enter the note");
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "insert into complaint_notes (authority_id, case_ref, number, at, author_ref, words) "
      "values ($1, $2, $3, $4, $5, $6)",
      {work.authority_id, case_ref, next_number(writer, work, "complaint_notes", case_ref),
       base::to_text(work.now), work.actor.user_ref, words});
  record::append_event(writer, work, case_ref, "note added");
  return {};
}

base::Result<void> limit_contact(store::Writer& writer, const record::Work& work,
                                 const std::string& case_ref, const NewContactLimit& given) {
  const auto found = any_complaint(writer, work, case_ref);
  if (!found) return tl::make_unexpected(found.error());
  if (contact_limit_of(writer, work.authority_id, case_ref)) {
    return base::refuse(base::ErrorKind::conflict, "Contact is limited already");
  }
  std::vector<base::Problem> problems;
  check_words(problems, "reason", given.reason, most_point_characters, "Enter why");
  const auto today = work.today();
  if (!given.review_on) {
    problems.push_back({"review", "Enter the date on which this is looked at again"});
  } else if (*given.review_on <= today ||
             *given.review_on > base::add_months(today, most_months_to_review)) {
    problems.push_back({"review", "The date must be in the next 12 months"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "insert into contact_limits (authority_id, case_ref, number, decided, decided_by, reason, "
      "review_on, ended) values ($1, $2, $3, $4, $5, $6, $7, '')",
      {work.authority_id, case_ref, next_number(writer, work, "contact_limits", case_ref),
       base::to_text(today), work.actor.user_ref, given.reason, stored(given.review_on)});
  record::append_event(writer, work, case_ref, "contact limited",
                       {{"review on", base::to_long_text(*given.review_on)}});
  return {};
}

base::Result<void> end_contact_limit(store::Writer& writer, const record::Work& work,
                                     const std::string& case_ref) {
  const auto found = any_complaint(writer, work, case_ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto rows = writer.execute(
      "update contact_limits set ended = $3 "
      "where authority_id = $1 and case_ref = $2 and ended = ''",
      {work.authority_id, case_ref, base::to_text(work.today())});
  if (rows == 0) return base::refuse(base::ErrorKind::conflict, "Contact is not limited");
  record::append_event(writer, work, case_ref, "contact limit ended");
  return {};
}

base::Result<void> refer_to_ombudsman(store::Writer& writer, const record::Work& work,
                                      const std::string& case_ref, std::int64_t version,
                                      std::optional<base::Date> on, const std::string& reference) {
  auto found = any_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  std::vector<base::Problem> problems;
  check_past(problems, "on", on, complaint, work.today(),
             "Enter the date on which the Ombudsman told us, or the person did");
  check_words(problems, "reference", reference, most_short_characters, "");
  if (!problems.empty()) return base::refuse(std::move(problems));
  complaint.ombudsman_on = on;
  complaint.ombudsman_reference = reference;
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  record::append_event(writer, work, case_ref, "with the Ombudsman",
                       {{"on", base::to_long_text(*on)}});
  return {};
}

base::Result<void> link_repeat(store::Writer& writer, const record::Work& work,
                               const std::string& case_ref, const std::string& earlier_ref,
                               std::optional<Likeness> likeness) {
  const auto found = any_complaint(writer, work, case_ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto ref = tidy_ref(earlier_ref);
  std::vector<base::Problem> problems;
  const auto earlier = find_case(writer, work.authority_id, ref);
  if (ref.empty()) {
    problems.push_back({"earlier", "Enter the reference of the earlier case, like CASE-1042"});
  } else if (!earlier) {
    problems.push_back({"earlier", "There is no case with this reference"});
  } else if (ref == case_ref) {
    problems.push_back({"earlier", "A complaint cannot repeat itself"});
  } else if (earlier->received > found->found.received) {
    problems.push_back({"earlier", "This case came later. Open that one and join it to this"});
  }
  if (!likeness) problems.push_back({"likeness", "Choose what they have in common"});
  if (!problems.empty()) return base::refuse(std::move(problems));
  const bool person = *likeness == Likeness::same_person;
  record::add_link(
      writer, work,
      {ref, person ? record::Relation::repeated_in : record::Relation::echoed_in, case_ref});
  record::append_event(writer, work, case_ref, "joined to an earlier case",
                       {{"earlier", ref}, {"in common", person ? "the person" : "the matter"}});
  return {};
}

}  // namespace throughline::hear
