// Reading reviews: all of them, one whole, and one as an organisation may see it.

#include "hear/joint_review/inside.hpp"
#include "hear/partner/partner.hpp"
#include "record/authority.hpp"

#include <algorithm>
#include <map>

namespace throughline::hear::joint_review {
namespace {

constexpr std::string_view columns =
    "r.ref, r.title, r.why, r.happened_from, r.happened_to, r.service_ref, coalesce(s.name, ''), "
    "r.due, r.state, r.asked_by, coalesce(p.name, ''), r.declined_why, r.learning, "
    "r.no_actions_why, r.names_parties, r.closed_on, r.version, r.added_at from joint_reviews r "
    "left join services s on s.authority_id = r.authority_id and s.ref = r.service_ref left join "
    "partners p on p.authority_id = r.authority_id and p.ref = r.asked_by where r.authority_id = "
    "$1";

std::optional<base::Date> date_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return base::date_from_text(text).value();
}

Review review_of(const store::Row& row) {
  Review found;
  found.ref = row.text(0);
  found.title = row.text(1);
  found.why = row.text(2);
  found.from = base::date_from_text(row.text(3)).value();
  found.to = date_in(row.text(4));
  found.service_ref = row.text(5);
  found.service_name = row.text(6);
  found.due = date_in(row.text(7));
  found.state = state_from_text(row.text(8)).value();
  found.asked_by = row.text(9);
  found.asked_by_name = row.text(10);
  found.declined_why = row.text(11);
  found.learning = row.text(12);
  found.no_actions_why = row.text(13);
  found.names_parties = row.yes(14);
  found.closed_on = date_in(row.text(15));
  found.version = row.integer(16);
  found.added_at = row.text(17);
  return found;
}

std::string council_name(store::Reader& reader, const std::string& authority_id) {
  const auto council = record::find_authority(reader, authority_id);
  return council ? council->name : std::string();
}

// The organisations of some reviews; `only` is one review, or empty for all.
void add_parties(store::Reader& reader, const std::string& authority_id, const std::string& only,
                 std::vector<Review>& found) {
  std::map<std::string, Review*> by_ref;
  for (auto& each : found) by_ref[each.ref] = &each;
  const auto ours = council_name(reader, authority_id);
  std::string sql =
      "select y.review_ref, y.party_ref, coalesce(p.name, ''), y.state, y.due, y.declined_why, "
      "y.submitted_on, y.agrees, y.otherwise, y.version from joint_review_parties y left join "
      "partners p on p.authority_id = y.authority_id and p.ref = y.party_ref where y.authority_id "
      "= $1";
  store::Values values{authority_id};
  if (!only.empty()) {
    sql += " and y.review_ref = $2";
    values.emplace_back(only);
  }
  for (const auto& row : reader.rows(sql, values)) {
    const auto at = by_ref.find(row.text(0));
    if (at == by_ref.end()) continue;
    Party party;
    party.ref = row.text(1);
    party.name = party.ref == council_party ? ours : row.text(2);
    party.state = party_state_from_text(row.text(3)).value();
    party.due = base::date_from_text(row.text(4)).value();
    party.declined_why = row.text(5);
    party.submitted_on = date_in(row.text(6));
    party.view = view_from_text(row.text(7));
    party.otherwise = row.text(8);
    party.version = row.integer(9);
    at->second->parties.push_back(std::move(party));
  }
  for (auto& each : found) {
    std::ranges::sort(each.parties, {}, [](const Party& party) {
      return std::tuple(party.ref != council_party, party.name, party.ref);
    });
  }
}

void add_parts(store::Reader& reader, const std::string& authority_id, Review& review) {
  for (const auto& row :
       reader.rows("select party_ref, saw, went_well, learned, in_the_way, will_do from "
                   "joint_review_parts where authority_id = $1 and review_ref = $2",
                   {authority_id, review.ref})) {
    const auto party = std::ranges::find(review.parties, row.text(0), &Party::ref);
    if (party == review.parties.end()) continue;
    party->part = Part{row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
  }
}

void add_facts(store::Reader& reader, const std::string& authority_id, Review& review) {
  for (const auto& row :
       reader.rows("select number, happened_on, happened_at, fact, party_ref from "
                   "joint_review_facts where authority_id = $1 and review_ref = $2 order by "
                   "happened_on, happened_at, number",
                   {authority_id, review.ref})) {
    Fact fact{row.integer(0), base::date_from_text(row.text(1)).value(),
              row.text(2),    row.text(3),
              row.text(4),    {}};
    if (const auto* party = review.party(fact.party_ref)) fact.party_name = party->name;
    review.facts.push_back(std::move(fact));
  }
}

// What an organisation may see of it; nothing when it is another's.
std::optional<Review> as_seen_by(Review review, const std::string& party_ref) {
  const auto* mine = review.party(party_ref);
  const bool in = mine && mine->state != PartyState::withdrawn;
  if (!in && review.asked_by != party_ref) return std::nullopt;
  review.whole = in && mine->takes_part();
  if (review.whole) return review;
  review.facts.clear();
  review.learning.clear();
  review.no_actions_why.clear();
  for (auto& each : review.parties) {
    each.part.reset();
    each.view.reset();
    each.otherwise.clear();
    if (each.ref != party_ref) each.declined_why.clear();
  }
  return review;
}

}  // namespace

tl::unexpected<base::Error> no_such_review() {
  return base::refuse(base::ErrorKind::not_found, "There is no such joint review");
}

std::optional<std::string> acting_for(store::Reader& reader, const record::Work& work) {
  if (work.actor.role != record::Role::partner) return std::string(council_party);
  auto partner = partner_of(reader, work.authority_id, work.actor.user_ref);
  if (!partner) return std::nullopt;
  return std::move(partner->ref);
}

std::vector<Review> reviews(store::Reader& reader, const record::Work& work,
                            const ReviewFilter& filter) {
  const auto us = acting_for(reader, work);
  if (!us) return {};
  std::string sql = "select " + std::string(columns);
  store::Values values{work.authority_id};
  const auto bind = [&](std::string value) {
    values.emplace_back(std::move(value));
    return "$" + std::to_string(values.size());
  };
  if (*us != council_party) {
    const auto ours = bind(*us);
    sql += " and (r.asked_by = " + ours +
           " or exists (select 1 from joint_review_parties y where y.authority_id = "
           "r.authority_id and y.review_ref = r.ref and y.party_ref = " +
           ours + " and y.state <> 'withdrawn'))";
  }
  if (filter.state) sql += " and r.state = " + bind(std::string(to_text(*filter.state)));
  if (!filter.service_ref.empty()) sql += " and r.service_ref = " + bind(filter.service_ref);
  std::vector<Review> found;
  for (const auto& row : reader.rows(sql + " order by r.number desc", values)) {
    found.push_back(review_of(row));
  }
  add_parties(reader, work.authority_id, "", found);
  if (filter.late_only) {
    std::erase_if(found, [&](const Review& each) { return each.late_parts(work.today()) == 0; });
  }
  if (*us == council_party) return found;
  std::vector<Review> seen;
  for (auto& each : found) {
    if (auto review = as_seen_by(std::move(each), *us)) seen.push_back(*std::move(review));
  }
  return seen;
}

std::optional<Review> whole_review(store::Reader& reader, const std::string& authority_id,
                                   const std::string& ref) {
  const auto row =
      reader.row("select " + std::string(columns) + " and r.ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  std::vector<Review> found{review_of(*row)};
  add_parties(reader, authority_id, ref, found);
  add_parts(reader, authority_id, found.front());
  add_facts(reader, authority_id, found.front());
  return std::move(found.front());
}

std::optional<Review> find_review(store::Reader& reader, const record::Work& work,
                                  const std::string& ref) {
  const auto us = acting_for(reader, work);
  if (!us) return std::nullopt;
  auto found = whole_review(reader, work.authority_id, ref);
  if (!found || *us == council_party) return found;
  return as_seen_by(*std::move(found), *us);
}

}  // namespace throughline::hear::joint_review
