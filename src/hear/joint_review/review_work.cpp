// Beginning a review, asking for one, answering that, and changing what it is about.

#include "hear/joint_review/inside.hpp"
#include "hear/partner/partner.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

namespace throughline::hear::joint_review {
namespace {

std::string text_of(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : "";
}

enum class Asking { council, partner };

std::vector<base::Problem> problems_of(store::Reader& reader, const record::Work& work,
                                       const ReviewForm& form, Asking asking) {
  std::vector<base::Problem> problems;
  check_text(problems, "title", form.title, most_title, "Enter what it is called", form.looked);
  if (!form.from) problems.push_back({"from", "Enter the day on which it happened"});
  if (form.from && *form.from > work.today()) {
    problems.push_back({"from", "The day on which it happened cannot be in the future"});
  }
  if (form.from && form.to && *form.to < *form.from) {
    problems.push_back({"to", "The last day cannot be before the first"});
  }
  if (form.to && *form.to > work.today()) {
    problems.push_back({"to", "The last day cannot be in the future"});
  }
  if (!form.service_ref.empty() &&
      !reader.row("select ref from services where authority_id = $1 and ref = $2",
                  {work.authority_id, form.service_ref})) {
    problems.push_back({"service", "Choose a service from the list"});
  }
  check_text(problems, "why", form.why, most_why, "Enter why we should look at it together",
             form.looked);
  if (asking == Asking::council && !form.due) {
    problems.push_back({"due", "Enter the day by which each writes its part"});
  }
  return problems;
}

void check_due(std::vector<base::Problem>& problems, const std::optional<base::Date>& due,
               base::Date today) {
  if (!due) problems.push_back({"due", "Enter the day by which each writes its part"});
  if (due && *due < today) problems.push_back({"due", "This day cannot be in the past"});
}

std::string add_row(store::Writer& writer, const record::Work& work, const ReviewForm& form,
                    State state, const std::string& asked_by) {
  const auto number = record::next_numbers(
      writer, work.authority_id, std::string(record::prefix(record::NodeKind::joint_review)), 1);
  const auto ref =
      std::string(record::prefix(record::NodeKind::joint_review)) + "-" + std::to_string(number);
  writer.execute(
      "insert into joint_reviews (authority_id, ref, number, title, why, happened_from, "
      "happened_to, service_ref, due, state, asked_by, declined_why, learning, no_actions_why, "
      "names_parties, closed_on, version, added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7, "
      "$8, $9, $10, $11, '', '', '', 0, '', 1, $12, $13)",
      {work.authority_id, ref, number, text::tidied(form.title),
       std::string(text::trimmed(form.why)), text_of(form.from), text_of(form.to), form.service_ref,
       text_of(state == State::asked ? std::nullopt : form.due), std::string(to_text(state)),
       asked_by, base::to_text(work.now), work.actor.user_ref});
  return ref;
}

void put_on_line(store::Writer& writer, const std::string& authority_id, const Review& review) {
  // What was only asked for is not on the line.
  if (review.state != State::open && review.state != State::closed) return;
  record::put_node(
      writer, authority_id,
      {review.ref, review.title, base::to_text(review.from), std::string(label(review.state))});
}

// What a partner asked for and nobody has answered.
base::Result<Review> asked_for(store::Reader& reader, const record::Work& work,
                               const std::string& ref) {
  auto found = whole_review(reader, work.authority_id, ref);
  if (!found || acting_for(reader, work) != council_party) return no_such_review();
  if (found->state != State::asked) {
    return base::refuse(base::ErrorKind::conflict, "Somebody answered this already");
  }
  return *std::move(found);
}

}  // namespace

base::Result<Review> open_for_us(store::Reader& reader, const record::Work& work,
                                 const std::string& ref) {
  auto found = find_review(reader, work, ref);
  if (!found) return no_such_review();
  if (found->state != State::open) {
    return base::refuse(base::ErrorKind::conflict, "This review is not under way");
  }
  return *std::move(found);
}

base::Result<Review> open_for_council(store::Reader& reader, const record::Work& work,
                                      const std::string& ref) {
  if (acting_for(reader, work) != council_party) return no_such_review();
  return open_for_us(reader, work, ref);
}

void bring_up_to_date(store::Writer& writer, const record::Work& work, const std::string& ref) {
  put_on_line(writer, work.authority_id, *whole_review(writer, work.authority_id, ref));
}

void put_party(store::Writer& writer, const record::Work& work, const std::string& ref,
               const std::string& party_ref, PartyState state, base::Date due) {
  writer.execute(
      "insert into joint_review_parties (authority_id, review_ref, party_ref, state, due, "
      "declined_why, submitted_on, agrees, otherwise, version) values ($1, $2, $3, $4, $5, '', '', "
      "'', '', 1) on conflict (authority_id, review_ref, party_ref) do update set state = "
      "excluded.state, due = excluded.due, declined_why = ''",
      {work.authority_id, ref, party_ref, std::string(to_text(state)), base::to_text(due)});
}

base::Result<std::string> begin_review(store::Writer& writer, const record::Work& work,
                                       const ReviewForm& form) {
  auto problems = problems_of(writer, work, form, Asking::council);
  if (form.due && *form.due < work.today()) {
    problems.push_back({"due", "This day cannot be in the past"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto ref = add_row(writer, work, form, State::open, "");
  put_party(writer, work, ref, std::string(council_party), PartyState::accepted, *form.due);
  put_on_line(writer, work.authority_id, *whole_review(writer, work.authority_id, ref));
  record::append_event(writer, work, ref, "begun", {{"parts due", base::to_text(*form.due)}});
  return ref;
}

base::Result<std::string> ask_for_review(store::Writer& writer, const record::Work& work,
                                         const ReviewForm& form) {
  const auto partner = partner_of(writer, work.authority_id, work.actor.user_ref);
  if (!partner) {
    return base::refuse(base::ErrorKind::conflict,
                        "You sign in for no organisation. Ask the council to set it up");
  }
  auto problems = problems_of(writer, work, form, Asking::partner);
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto ref = add_row(writer, work, form, State::asked, partner->ref);
  record::append_event(writer, work, ref, "asked for", {{"by", partner->name}});
  return ref;
}

base::Result<void> take_on(store::Writer& writer, const record::Work& work, const std::string& ref,
                           std::optional<base::Date> due) {
  const auto found = asked_for(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  std::vector<base::Problem> problems;
  check_due(problems, due, work.today());
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "update joint_reviews set state = 'open', due = $3, version = version + 1 where authority_id "
      "= $1 and ref = $2",
      {work.authority_id, ref, base::to_text(*due)});
  put_party(writer, work, ref, std::string(council_party), PartyState::accepted, *due);
  put_party(writer, work, ref, found->asked_by, PartyState::accepted, *due);
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "taken on", {{"parts due", base::to_text(*due)}});
  return {};
}

base::Result<void> decline_request(store::Writer& writer, const record::Work& work,
                                   const std::string& ref, const std::string& why, Looked looked) {
  const auto found = asked_for(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  std::vector<base::Problem> problems;
  check_text(problems, "why", why, most_reason, "Enter why not. The organisation reads it", looked);
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "update joint_reviews set state = 'declined', declined_why = $3, version = version + 1 where "
      "authority_id = $1 and ref = $2",
      {work.authority_id, ref, std::string(text::trimmed(why))});
  record::append_event(writer, work, ref, "declined");
  return {};
}

base::Result<void> change_review(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, std::int64_t version,
                                 const ReviewForm& form) {
  const auto before = open_for_council(writer, work, ref);
  if (!before) return tl::make_unexpected(before.error());
  auto problems = problems_of(writer, work, form, Asking::council);
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (before->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else changed this review while you were writing");
  }
  writer.execute(
      "update joint_reviews set title = $3, why = $4, happened_from = $5, happened_to = $6, "
      "service_ref = $7, due = $8, version = version + 1 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, text::tidied(form.title), std::string(text::trimmed(form.why)),
       text_of(form.from), text_of(form.to), form.service_ref, text_of(form.due)});
  writer.execute(
      "update joint_review_parties set due = $4 where authority_id = $1 and review_ref = $2 and "
      "party_ref = $3",
      {work.authority_id, ref, std::string(council_party), text_of(form.due)});
  bring_up_to_date(writer, work, ref);
  record::Details details;
  if (before->due != form.due) {
    details.emplace_back("parts due", text_of(before->due) + " to " + text_of(form.due));
  }
  record::append_event(writer, work, ref, "changed", details);
  return {};
}

void rebuild_joint_reviews(store::Writer& writer, const std::string& authority_id) {
  std::vector<std::string> refs;
  writer.for_each("select ref from joint_reviews where authority_id = $1 order by number",
                  {authority_id}, [&](const store::Row& row) { refs.push_back(row.text(0)); });
  for (const auto& ref : refs) {
    put_on_line(writer, authority_id, *whole_review(writer, authority_id, ref));
  }
}

}  // namespace throughline::hear::joint_review
