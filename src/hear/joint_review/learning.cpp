#include "hear/joint_review/learning.hpp"

#include "hear/joint_review/inside.hpp"
#include "hear/joint_review/timeline.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <set>

namespace throughline::hear::joint_review {
namespace {

// Joins the themes that were chosen and parts from the others.
void put_themes(store::Writer& writer, const record::Work& work, const std::string& ref,
                const std::vector<std::string>& chosen) {
  const std::set<std::string> wanted(chosen.begin(), chosen.end());
  for (const auto& each : theme_refs(writer, work.authority_id, ref)) {
    if (!wanted.contains(each)) {
      record::remove_link(writer, work, {ref, record::Relation::has_theme, each});
    }
  }
  for (const auto& each : wanted) {
    record::add_link(writer, work, {ref, record::Relation::has_theme, each});
  }
}

void forget_views(store::Writer& writer, const record::Work& work, const std::string& ref) {
  writer.execute(
      "update joint_review_parties set agrees = '', otherwise = '' where authority_id = $1 and "
      "review_ref = $2",
      {work.authority_id, ref});
}

}  // namespace

std::vector<std::string> theme_refs(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  std::vector<std::string> refs;
  for (const auto& link : record::links_from(reader, authority_id, ref)) {
    if (link.relation == record::Relation::has_theme) refs.push_back(link.to);
  }
  return refs;
}

base::Result<void> keep_learning(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, const LearningForm& form) {
  const auto before = open_for_council(writer, work, ref);
  if (!before) return tl::make_unexpected(before.error());
  std::vector<base::Problem> problems;
  check_text(problems, "learning", form.learning, most_learning, "Enter what was learned",
             form.looked);
  for (const auto& each : form.theme_refs) {
    if (record::kind_of(each) == record::NodeKind::theme &&
        record::find_node(writer, work.authority_id, each)) {
      continue;
    }
    problems.push_back({"themes", "Choose themes from the list"});
    break;
  }
  check_text(problems, "no_actions_why", form.no_actions_why, most_reason, "", form.looked);
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (before->version != form.version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else changed this review while you were writing");
  }
  const std::string learning(text::trimmed(form.learning));
  writer.execute(
      "update joint_reviews set learning = $3, no_actions_why = $4, names_parties = $5, "
      "version = version + 1 where "
      "authority_id = $1 and ref = $2",
      {work.authority_id, ref, learning, std::string(text::trimmed(form.no_actions_why)),
       std::int64_t{form.names_parties}});
  if (learning != before->learning) forget_views(writer, work, ref);
  put_themes(writer, work, ref, form.theme_refs);
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "learning written",
                       {{"says who took part", form.names_parties ? "yes" : "no"}});
  return {};
}

base::Result<void> say_view(store::Writer& writer, const record::Work& work, const std::string& ref,
                            const std::string& view, const std::string& otherwise, Looked looked) {
  const auto found = find_review(writer, work, ref);
  const auto us = acting_for(writer, work);
  if (!found || !us || *us == council_party || !found->whole) return no_such_review();
  if (found->learning.empty()) {
    return base::refuse(base::ErrorKind::conflict, "There is no learning note yet");
  }
  std::vector<base::Problem> problems;
  const auto said = view_from_text(view);
  if (!said) problems.push_back({"view", "Choose whether you agree"});
  if (said == View::otherwise) {
    check_text(problems, "otherwise", otherwise, most_why, "Enter how you see it", looked);
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "update joint_review_parties set agrees = $4, otherwise = $5 where authority_id = $1 and "
      "review_ref = $2 and party_ref = $3",
      {work.authority_id, ref, *us, std::string(to_text(*said)),
       said == View::otherwise ? otherwise : std::string()});
  record::append_event(
      writer, work, ref, "said whether they agree",
      {{"organisation", found->party(*us)->name}, {"they say", std::string(label(*said))}});
  return {};
}

std::vector<std::string> missing_to_close(store::Reader& reader, const std::string& authority_id,
                                          const Review& review) {
  std::vector<std::string> missing;
  for (const auto& each : review.parties) {
    if (each.state == PartyState::invited) {
      missing.push_back(each.name + " has not said whether it takes part");
    }
    if (each.state == PartyState::accepted) missing.push_back("The part of " + each.name);
  }
  if (review.learning.empty()) missing.emplace_back("The learning note");
  if (review.no_actions_why.empty() && joint_actions(reader, authority_id, review).empty()) {
    missing.emplace_back("A joint action, or why there is none");
  }
  return missing;
}

base::Result<void> close_review(store::Writer& writer, const record::Work& work,
                                const std::string& ref) {
  const auto found = open_for_council(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto missing = missing_to_close(writer, work.authority_id, *found);
  if (!missing.empty()) {
    std::string said = "It cannot be closed yet. What is missing: ";
    for (std::size_t at = 0; at < missing.size(); ++at) said += (at > 0 ? "; " : "") + missing[at];
    return base::refuse(base::ErrorKind::conflict, said);
  }
  writer.execute(
      "update joint_reviews set state = 'closed', closed_on = $3, version = version + 1 where "
      "authority_id = $1 and ref = "
      "$2",
      {work.authority_id, ref, base::to_text(work.today())});
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "agreed and closed");
  return {};
}

base::Result<void> reopen_review(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, const std::string& reason) {
  const auto found = find_review(writer, work, ref);
  if (!found || acting_for(writer, work) != council_party) return no_such_review();
  if (found->state != State::closed) {
    return base::refuse(base::ErrorKind::conflict, "This review is not closed");
  }
  std::vector<base::Problem> problems;
  check_text(problems, "reason", reason, most_reason, "Enter why it is opened again", Looked::no);
  if (warns_of_names({base::ErrorKind::invalid, "", problems})) {
    problems = {{"reason",
                 "Leave out names and whatever else shows who somebody is: the history keeps this "
                 "for good"}};
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "update joint_reviews set state = 'open', closed_on = '', version = version + 1 where "
      "authority_id = $1 and ref = "
      "$2",
      {work.authority_id, ref});
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "opened again", {}, std::string(text::trimmed(reason)));
  return {};
}

std::vector<SharedLearning> shared_learning(store::Reader& reader, const std::string& authority_id,
                                            int offset, int most) {
  std::vector<std::string> refs;
  for (const auto& row :
       reader.rows("select ref from joint_reviews where authority_id = $1 and state = 'closed' "
                   "order by closed_on desc, number desc limit $2 offset $3",
                   {authority_id, std::int64_t{most}, std::int64_t{offset}})) {
    refs.push_back(row.text(0));
  }
  std::vector<SharedLearning> shared;
  for (const auto& ref : refs) {
    const auto review = whole_review(reader, authority_id, ref).value();
    SharedLearning each{review.ref,
                        review.title,
                        review.service_name,
                        review.learning,
                        review.closed_on.value(),
                        {},
                        {}};
    for (const auto& party : review.parties) {
      if (!party.takes_part()) continue;
      const auto name = review.names_parties ? party.name : std::string();
      if (review.names_parties) each.parties.push_back(party.name);
      if (party.view == View::otherwise) each.otherwise.push_back({name, party.otherwise});
    }
    shared.push_back(std::move(each));
  }
  return shared;
}

std::int64_t count_shared_learning(store::Reader& reader, const std::string& authority_id) {
  return reader.number(
      "select count(*) from joint_reviews where authority_id = $1 and state = 'closed'",
      {authority_id});
}

}  // namespace throughline::hear::joint_review
