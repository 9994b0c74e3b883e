#include "hear/joint_review/parties.hpp"

#include "hear/joint_review/inside.hpp"
#include "hear/partner/partner.hpp"
#include "record/event.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::hear::joint_review {
namespace {

constexpr std::string_view part_columns = "saw, went_well, learned, in_the_way, will_do";

std::optional<Part> part_in(store::Reader& reader, const std::string& table,
                            const record::Work& work, const std::string& ref,
                            const std::string& party_ref) {
  const auto row = reader.row("select " + std::string(part_columns) + " from " + table +
                                  " where authority_id = $1 and review_ref = $2 and party_ref = $3",
                              {work.authority_id, ref, party_ref});
  if (!row) return std::nullopt;
  return Part{row->text(0), row->text(1), row->text(2), row->text(3), row->text(4)};
}

void remove_part(store::Writer& writer, const std::string& table, const record::Work& work,
                 const std::string& ref, const std::string& party_ref) {
  writer.execute(
      "delete from " + table + " where authority_id = $1 and review_ref = $2 and party_ref = $3",
      {work.authority_id, ref, party_ref});
}

void put_part(store::Writer& writer, const std::string& table, const record::Work& work,
              const std::string& ref, const std::string& party_ref, const Part& part) {
  remove_part(writer, table, work, ref, party_ref);
  writer.execute("insert into " + table + " (authority_id, review_ref, party_ref, " +
                     std::string(part_columns) + ") values ($1, $2, $3, $4, $5, $6, $7, $8)",
                 {work.authority_id, ref, party_ref, part.saw, part.went_well, part.learned,
                  part.in_the_way, part.will_do});
}

void set_state(store::Writer& writer, const record::Work& work, const std::string& ref,
               const std::string& party_ref, PartyState state, const std::string& declined_why,
               const std::string& submitted_on) {
  writer.execute(
      "update joint_review_parties set state = $4, declined_why = $5, submitted_on = $6, version = "
      "version + 1 where authority_id = $1 and review_ref = $2 and party_ref = $3",
      {work.authority_id, ref, party_ref, std::string(to_text(state)), declined_why, submitted_on});
}

// The organisation of whoever is at work, in a review under way that it has not left.
base::Result<Party> our_party(store::Reader& reader, const record::Work& work,
                              const std::string& ref) {
  const auto found = open_for_us(reader, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto* mine = found->party(acting_for(reader, work).value_or(""));
  if (!mine || mine->state == PartyState::withdrawn) return no_such_review();
  return *mine;
}

base::Result<Party> before_submission(store::Reader& reader, const record::Work& work,
                                      const std::string& ref) {
  auto mine = our_party(reader, work, ref);
  if (mine && mine->state == PartyState::submitted) {
    return base::refuse(base::ErrorKind::conflict, "Your part is in. Take it back to change it");
  }
  return mine;
}

Part trimmed(const Part& part) {
  const auto cut = [](const std::string& text) { return std::string(text::trimmed(text)); };
  return {cut(part.saw), cut(part.went_well), cut(part.learned), cut(part.in_the_way),
          cut(part.will_do)};
}

enum class Keeping { draft, submission };

base::Result<Party> check_part(store::Reader& reader, const record::Work& work,
                               const std::string& ref, const PartForm& form, Keeping keeping) {
  auto mine = before_submission(reader, work, ref);
  if (!mine) return mine;
  if (mine->state != PartyState::accepted) {
    return base::refuse(base::ErrorKind::conflict, "Say first that you take part");
  }
  const bool all = keeping == Keeping::submission;
  const auto& part = form.part;
  std::vector<base::Problem> problems;
  check_text(problems, "saw", part.saw, most_part_answer,
             all ? "Enter what happened as you saw it" : "", form.looked);
  check_text(problems, "went_well", part.went_well, most_part_answer, "", form.looked);
  check_text(problems, "learned", part.learned, most_part_answer,
             all ? "Enter what you learned" : "", form.looked);
  check_text(problems, "in_the_way", part.in_the_way, most_part_answer, "", form.looked);
  check_text(problems, "will_do", part.will_do, most_part_answer, "", form.looked);
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (mine->version != form.version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Somebody of your organisation changed this while you were writing");
  }
  return mine;
}

}  // namespace

base::Result<void> invite(store::Writer& writer, const record::Work& work, const std::string& ref,
                          const std::string& partner_ref, std::optional<base::Date> due) {
  const auto found = open_for_council(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  std::vector<base::Problem> problems;
  const auto partner = find_partner(writer, work.authority_id, partner_ref);
  if (!partner || !partner->active) {
    problems.push_back({"partner", "Choose an organisation from the list"});
  }
  if (!due) problems.push_back({"due", "Enter the day by which they write their part"});
  if (due && *due < work.today()) problems.push_back({"due", "This day cannot be in the past"});
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto* before = found->party(partner_ref);
  if (before && before->state == PartyState::submitted) {
    return base::refuse(base::ErrorKind::conflict, "Their part is in already");
  }
  const bool takes_part = before && before->state == PartyState::accepted;
  put_party(writer, work, ref, partner_ref, takes_part ? PartyState::accepted : PartyState::invited,
            *due);
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, takes_part ? "given another day" : "invited",
                       {{"organisation", partner->name}, {"part due", base::to_text(*due)}});
  return {};
}

base::Result<void> withdraw_invitation(store::Writer& writer, const record::Work& work,
                                       const std::string& ref, const std::string& partner_ref) {
  const auto found = open_for_council(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto* party = found->party(partner_ref);
  const bool asked = party && party->ref != council_party &&
                     (party->state == PartyState::invited || party->state == PartyState::accepted);
  if (!asked) {
    return base::refuse(base::ErrorKind::conflict, "There is no invitation to withdraw");
  }
  const auto partner = find_partner(writer, work.authority_id, partner_ref);
  const bool wrote = part_in(writer, "joint_review_drafts", work, ref, partner_ref).has_value();
  if (wrote && partner && partner->active) {
    return base::refuse(base::ErrorKind::conflict,
                        "They have begun to write their part, so the invitation stands. Ask them "
                        "to submit it, or to decline");
  }
  remove_part(writer, "joint_review_drafts", work, ref, partner_ref);
  set_state(writer, work, ref, partner_ref, PartyState::withdrawn, "", "");
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "invitation withdrawn", {{"organisation", party->name}});
  return {};
}

base::Result<void> accept_invitation(store::Writer& writer, const record::Work& work,
                                     const std::string& ref) {
  const auto mine = before_submission(writer, work, ref);
  if (!mine) return tl::make_unexpected(mine.error());
  if (mine->state == PartyState::accepted) return {};
  set_state(writer, work, ref, mine->ref, PartyState::accepted, "", "");
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "takes part", {{"organisation", mine->name}});
  return {};
}

base::Result<void> decline_invitation(store::Writer& writer, const record::Work& work,
                                      const std::string& ref, const std::string& why,
                                      Looked looked) {
  const auto mine = before_submission(writer, work, ref);
  if (!mine) return tl::make_unexpected(mine.error());
  if (mine->ref == council_party) {
    return base::refuse(base::ErrorKind::conflict, "The council takes part in its own reviews");
  }
  std::vector<base::Problem> problems;
  check_text(problems, "declined_why", why, most_reason, "Enter why you do not take part", looked);
  if (!problems.empty()) return base::refuse(std::move(problems));
  remove_part(writer, "joint_review_drafts", work, ref, mine->ref);
  set_state(writer, work, ref, mine->ref, PartyState::declined, std::string(text::trimmed(why)),
            "");
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "does not take part", {{"organisation", mine->name}});
  return {};
}

std::optional<Part> own_part(store::Reader& reader, const record::Work& work,
                             const std::string& ref) {
  const auto found = find_review(reader, work, ref);
  if (!found) return std::nullopt;
  const auto* mine = found->party(acting_for(reader, work).value_or(""));
  if (!mine || !mine->takes_part()) return std::nullopt;
  if (mine->part) return mine->part;
  return part_in(reader, "joint_review_drafts", work, ref, mine->ref).value_or(Part{});
}

base::Result<void> save_draft(store::Writer& writer, const record::Work& work,
                              const std::string& ref, const PartForm& form) {
  const auto mine = check_part(writer, work, ref, form, Keeping::draft);
  if (!mine) return tl::make_unexpected(mine.error());
  put_part(writer, "joint_review_drafts", work, ref, mine->ref, trimmed(form.part));
  set_state(writer, work, ref, mine->ref, PartyState::accepted, "", "");
  record::append_event(writer, work, ref, "part drafted", {{"organisation", mine->name}});
  return {};
}

base::Result<void> submit_part(store::Writer& writer, const record::Work& work,
                               const std::string& ref, const PartForm& form) {
  const auto mine = check_part(writer, work, ref, form, Keeping::submission);
  if (!mine) return tl::make_unexpected(mine.error());
  remove_part(writer, "joint_review_drafts", work, ref, mine->ref);
  put_part(writer, "joint_review_parts", work, ref, mine->ref, trimmed(form.part));
  set_state(writer, work, ref, mine->ref, PartyState::submitted, "", base::to_text(work.today()));
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "part submitted", {{"organisation", mine->name}});
  return {};
}

base::Result<void> take_back_part(store::Writer& writer, const record::Work& work,
                                  const std::string& ref) {
  const auto mine = our_party(writer, work, ref);
  if (!mine) return tl::make_unexpected(mine.error());
  if (mine->state != PartyState::submitted || !mine->part) {
    return base::refuse(base::ErrorKind::conflict, "There is no part to take back");
  }
  remove_part(writer, "joint_review_parts", work, ref, mine->ref);
  put_part(writer, "joint_review_drafts", work, ref, mine->ref, *mine->part);
  set_state(writer, work, ref, mine->ref, PartyState::accepted, "", "");
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "part taken back", {{"organisation", mine->name}});
  return {};
}

std::vector<Waiting> waiting_for(store::Reader& reader, const record::Work& work) {
  const auto us = acting_for(reader, work);
  if (!us) return {};
  std::vector<Waiting> waiting;
  for (const auto& row :
       reader.rows("select r.ref, r.title, y.state, y.due from joint_review_parties y join "
                   "joint_reviews r on r.authority_id = y.authority_id and r.ref = y.review_ref "
                   "where y.authority_id = $1 and y.party_ref = $2 and r.state = 'open' and "
                   "y.state in ('invited', 'accepted') order by y.due, r.number",
                   {work.authority_id, *us})) {
    waiting.push_back({row.text(0), row.text(1), party_state_from_text(row.text(2)).value(),
                       base::date_from_text(row.text(3)).value()});
  }
  return waiting;
}

}  // namespace throughline::hear::joint_review
