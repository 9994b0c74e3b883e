#include "web/hear/joint_review/review_view.hpp"

#include "act/act.hpp"
#include "hear/joint_review/learning.hpp"
#include "hear/joint_review/timeline.hpp"
#include "record/line.hpp"

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

std::string party_class(const jr::Party& party, base::Date today) {
  if (party.is_late(today)) return "govuk-tag--red";
  switch (party.state) {
    case jr::PartyState::submitted:
      return "govuk-tag--green";
    case jr::PartyState::accepted:
      return "govuk-tag--blue";
    case jr::PartyState::invited:
      return "govuk-tag--yellow";
    default:
      return "govuk-tag--grey";
  }
}

PartyView party_view(const jr::Party& party, base::Date today) {
  PartyView view;
  view.ref = party.ref;
  view.name = party.name;
  view.state = party_state_words(party, today);
  view.state_class = party_class(party, today);
  view.due = base::to_long_text(party.due);
  view.waits = party.state == jr::PartyState::invited || party.state == jr::PartyState::accepted;
  view.late = party.is_late(today);
  view.submitted = party.state == jr::PartyState::submitted;
  view.declined_why = party.declined_why;
  if (party.view) view.view = label(*party.view);
  view.otherwise = party.otherwise;
  view.may_withdraw = view.waits && party.ref != jr::council_party;
  return view;
}

PartView part_view(const jr::Party& party) {
  PartView view{party.name, party.submitted_on ? base::to_long_text(*party.submitted_on) : "", {}};
  const auto& part = *party.part;
  const auto add = [&](const char* heading, const std::string& text) {
    if (!text.empty()) view.answers.push_back({heading, text});
  };
  add("What happened as we saw it", part.saw);
  add("What went well", part.went_well);
  add("What we learned", part.learned);
  add("What got in the way", part.in_the_way);
  add("What we will do", part.will_do);
  return view;
}

JointActionView action_view(const Call& call, store::Reader& reader, const jr::JointAction& each) {
  JointActionView view;
  const auto action = act::find_action(reader, call.authority.id, each.action_ref);
  if (!action) return view;
  view.title = action->title;
  view.owner = each.party_name.empty() ? call.authority.name : each.party_name;
  view.due = base::to_long_text(action->due);
  view.status = act::label_of(action->status);
  if (call.may("GET", "/actions/{ref}")) view.href = record::page_of(each.action_ref);
  return view;
}

void fill_cases(ReviewBodyView& view, const Call& call, store::Reader& reader) {
  const bool opens = call.may("GET", "/cases/{ref}");
  for (const auto& link : record::links_to(reader, call.authority.id, view.ref)) {
    if (link.relation != record::Relation::reviewed_in) continue;
    const auto node = record::find_node(reader, call.authority.id, link.from);
    if (!node) continue;
    // Whoever may not open a case sees that there is one and no more.
    view.cases.push_back(
        {link.from, opens ? node->title : link.from, opens ? record::page_of(link.from) : ""});
  }
}

}  // namespace

std::string review_state_class(jr::State state) {
  switch (state) {
    case jr::State::asked:
      return "govuk-tag--yellow";
    case jr::State::open:
      return "govuk-tag--blue";
    case jr::State::closed:
      return "govuk-tag--green";
    case jr::State::declined:
      break;
  }
  return "govuk-tag--grey";
}

std::string incident_words(const jr::Review& review) {
  const auto from = base::to_long_text(review.from);
  return review.to && *review.to != review.from ? from + " to " + base::to_long_text(*review.to)
                                                : from;
}

std::string party_state_words(const jr::Party& party, base::Date today) {
  if (party.is_late(today)) {
    return party.state == jr::PartyState::invited ? "No answer, late" : "Part late";
  }
  return std::string(label(party.state));
}

ReviewBodyView review_body(const Call& call, store::Reader& reader, const jr::Review& review) {
  const auto today = call.work.today();
  ReviewBodyView view;
  view.ref = review.ref;
  view.href = record::page_of(review.ref);
  view.title = review.title;
  view.state = label(review.state);
  view.state_class = review_state_class(review.state);
  view.when = incident_words(review);
  view.service = review.service_name;
  view.why = review.why;
  if (review.due) view.due = base::to_long_text(*review.due);
  view.asked_by = review.asked_by_name;
  view.declined_why = review.declined_why;
  if (review.closed_on) view.closed_on = base::to_long_text(*review.closed_on);
  view.learning = review.learning;
  view.no_actions_why = review.no_actions_why;
  view.names_parties = review.names_parties;
  view.whole = review.whole;
  view.asked = review.state == jr::State::asked;
  view.declined = review.state == jr::State::declined;
  view.open = review.state == jr::State::open;
  view.closed = review.state == jr::State::closed;
  view.by_partner = call.work.actor.role == record::Role::partner;
  const auto us = jr::acting_for(reader, call.work).value_or("");
  for (const auto& each : review.parties) {
    view.parties.push_back(party_view(each, today));
    if (each.part) view.parts.push_back(part_view(each));
  }
  for (const auto& each : review.facts) {
    const auto when = base::to_long_text(each.on) + (each.at.empty() ? "" : ", " + each.at);
    view.facts.push_back({std::to_string(each.number), when, each.fact, each.party_name,
                          view.open && (!view.by_partner || each.party_ref == us)});
  }
  if (!review.whole) return view;
  for (const auto& each : jr::joint_actions(reader, call.authority.id, review)) {
    view.actions.push_back(action_view(call, reader, each));
  }
  for (const auto& ref : jr::theme_refs(reader, call.authority.id, review.ref)) {
    if (const auto node = record::find_node(reader, call.authority.id, ref)) {
      view.themes.push_back(node->title);
    }
  }
  if (!view.by_partner) fill_cases(view, call, reader);
  if (call.work.actor.role == record::Role::assessor && !view.cases.empty()) {
    const auto count = view.cases.size();
    view.cases_said = std::to_string(count) + (count == 1 ? " case" : " cases");
    view.cases.clear();
  }
  return view;
}

}  // namespace throughline::web
