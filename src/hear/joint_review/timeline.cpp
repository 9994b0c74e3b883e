#include "hear/joint_review/timeline.hpp"

#include "hear/joint_review/inside.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <cctype>

namespace throughline::hear::joint_review {
namespace {

// "9:05" as "09:05"; nothing for what is no time of day.
std::optional<std::string> time_of_day(std::string_view typed) {
  const auto colon = typed.find_first_of(":.");
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || typed.size() != colon + 3) {
    return std::nullopt;
  }
  std::string read = (colon == 1 ? "0" : "") + std::string(typed);
  read[2] = ':';
  for (const std::size_t at : {0, 1, 3, 4}) {
    if (std::isdigit(static_cast<unsigned char>(read[at])) == 0) return std::nullopt;
  }
  if (read.substr(0, 2) > "23" || read.substr(3) > "59") return std::nullopt;
  return read;
}

std::string upper(const std::string& typed) {
  auto ref = text::tidied(typed);
  std::ranges::transform(ref, ref.begin(), [](unsigned char c) { return std::toupper(c); });
  return ref;
}

// A case that is here, by the ref that was typed.
base::Result<std::string> case_named(store::Reader& reader, const record::Work& work,
                                     const std::string& typed) {
  const auto ref = upper(typed);
  if (record::kind_of(ref) != record::NodeKind::case_ ||
      !record::find_node(reader, work.authority_id, ref)) {
    return base::refuse({{"case", "Enter a case that is here, like CASE-12"}});
  }
  return ref;
}

}  // namespace

base::Result<void> add_fact(store::Writer& writer, const record::Work& work, const std::string& ref,
                            const FactForm& form) {
  const auto found = open_for_us(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  if (!found->whole) {
    return base::refuse(base::ErrorKind::conflict, "Say first that you take part");
  }
  const auto us = acting_for(writer, work).value();
  const auto party_ref = us == council_party ? form.party_ref : us;
  const auto* party = found->party(party_ref);
  std::vector<base::Problem> problems;
  if (!form.on) problems.push_back({"on", "Enter the day"});
  if (form.on && *form.on > work.today()) {
    problems.push_back({"on", "The day cannot be in the future"});
  }
  const auto typed_time = text::tidied(form.at);
  const auto time = time_of_day(typed_time);
  if (!typed_time.empty() && !time) {
    problems.push_back({"at", "Enter a time like 14:30, or leave it empty"});
  }
  check_text(problems, "fact", form.fact, most_fact, "Enter what happened", form.looked);
  if (!party || !party->takes_part()) {
    problems.push_back({"party", "Choose an organisation that takes part"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (static_cast<std::int64_t>(found->facts.size()) >= most_facts) {
    return base::refuse(base::ErrorKind::conflict,
                        "There are 200 facts already. Take out what is not needed first");
  }
  std::int64_t number = 1;
  for (const auto& each : found->facts) number = std::max(number, each.number + 1);
  writer.execute(
      "insert into joint_review_facts (authority_id, review_ref, number, happened_on, happened_at, "
      "fact, party_ref) values ($1, $2, $3, $4, $5, $6, $7)",
      {work.authority_id, ref, number, base::to_text(*form.on), time.value_or(""),
       std::string(text::trimmed(form.fact)), party_ref});
  record::append_event(writer, work, ref, "fact added",
                       {{"number", std::to_string(number)}, {"said by", party->name}});
  return {};
}

base::Result<void> remove_fact(store::Writer& writer, const record::Work& work,
                               const std::string& ref, std::int64_t number) {
  const auto found = open_for_us(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto us = acting_for(writer, work).value();
  const auto fact = std::ranges::find(found->facts, number, &Fact::number);
  if (fact == found->facts.end() || (us != council_party && fact->party_ref != us)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such fact");
  }
  writer.execute(
      "delete from joint_review_facts where authority_id = $1 and review_ref = $2 and number = $3",
      {work.authority_id, ref, number});
  record::append_event(writer, work, ref, "fact taken out",
                       {{"number", std::to_string(number)}, {"said by", fact->party_name}});
  return {};
}

base::Result<void> look_at_case(store::Writer& writer, const record::Work& work,
                                const std::string& ref, const std::string& case_ref) {
  const auto found = open_for_council(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto named = case_named(writer, work, case_ref);
  if (!named) return tl::make_unexpected(named.error());
  record::add_link(writer, work, {*named, record::Relation::reviewed_in, ref});
  record::append_event(writer, work, ref, "looks at a case", {{"case", *named}});
  return {};
}

base::Result<void> leave_out_case(store::Writer& writer, const record::Work& work,
                                  const std::string& ref, const std::string& case_ref) {
  const auto found = open_for_council(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto named = case_named(writer, work, case_ref);
  if (!named) return tl::make_unexpected(named.error());
  record::remove_link(writer, work, {*named, record::Relation::reviewed_in, ref});
  record::append_event(writer, work, ref, "no longer looks at a case", {{"case", *named}});
  return {};
}

std::vector<JointAction> joint_actions(store::Reader& reader, const std::string& authority_id,
                                       const Review& review) {
  std::vector<JointAction> found;
  for (const auto& row :
       reader.rows("select l.to_ref, coalesce(a.party_ref, '') from links l left join "
                   "joint_review_actions a on a.authority_id = l.authority_id and a.review_ref = "
                   "l.from_ref and a.action_ref = l.to_ref where l.authority_id = $1 and "
                   "l.from_ref = $2 and l.relation = 'raised' order by l.at, l.to_ref",
                   {authority_id, review.ref})) {
    JointAction action{row.text(0), row.text(1), ""};
    if (const auto* party = review.party(action.party_ref)) action.party_name = party->name;
    found.push_back(std::move(action));
  }
  return found;
}

std::vector<OwnAction> own_actions(store::Reader& reader, const record::Work& work) {
  const auto us = acting_for(reader, work);
  if (!us) return {};
  std::vector<OwnAction> own;
  for (const auto& row :
       reader.rows("select a.review_ref, a.action_ref from joint_review_actions a join "
                   "joint_review_parties y on y.authority_id = a.authority_id and y.review_ref = "
                   "a.review_ref and y.party_ref = a.party_ref where a.authority_id = $1 and "
                   "a.party_ref = $2 and y.state in ('accepted', 'submitted') order by "
                   "a.review_ref, a.action_ref",
                   {work.authority_id, *us})) {
    own.push_back({row.text(0), row.text(1)});
  }
  return own;
}

base::Result<void> give_action(store::Writer& writer, const record::Work& work,
                               const std::string& ref, const std::string& action_ref,
                               const std::string& party_ref) {
  const auto found = open_for_council(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto* party = found->party(party_ref);
  if (!party || !party->takes_part()) {
    return base::refuse({{"owner", "Choose an organisation that takes part"}});
  }
  writer.execute(
      "insert into joint_review_actions (authority_id, review_ref, action_ref, party_ref) values "
      "($1, $2, $3, $4) on conflict (authority_id, review_ref, action_ref) do update set party_ref "
      "= excluded.party_ref",
      {work.authority_id, ref, action_ref, party_ref});
  record::append_event(writer, work, ref, "joint action",
                       {{"action", action_ref}, {"organisation", party->name}});
  return {};
}

}  // namespace throughline::hear::joint_review
