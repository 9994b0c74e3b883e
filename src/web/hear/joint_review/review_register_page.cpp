#include "web/hear/joint_review/review_register_page.hpp"

#include "formats/csv.hpp"
#include "hear/joint_review/timeline.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/joint_review/review_view.hpp"
#include "web/http/url.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <sstream>

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

struct ReviewLineView {
  std::string href;
  std::string title;
  std::string service;
  std::string when;
  std::string parts;
  std::string due;
  std::string state;
  std::string state_class;
};
BOOST_DESCRIBE_STRUCT(ReviewLineView, (),
                      (href, title, service, when, parts, due, state, state_class))

struct ReviewRegisterView {
  std::vector<OptionView> states;
  std::vector<OptionView> services;
  std::vector<ReviewLineView> reviews;
  std::string count;
  std::string file;
  bool late = false;
  bool by_partner = false;
  bool may_begin = false;
};
BOOST_DESCRIBE_STRUCT(ReviewRegisterView, (),
                      (states, services, reviews, count, file, late, by_partner, may_begin))

jr::ReviewFilter filter_in(const http::Form& query) {
  jr::ReviewFilter filter;
  filter.state = jr::state_from_text(query.get("state"));
  filter.late_only = query.get("state") == "late";
  filter.service_ref = query.get("service");
  return filter;
}

std::string parts_words(const jr::Review& review) {
  if (review.state != jr::State::open && review.state != jr::State::closed) return "";
  const auto in = std::ranges::count(review.parties, jr::PartyState::submitted, &jr::Party::state);
  const auto take_part = std::ranges::count_if(review.parties, [](const jr::Party& each) {
    return each.takes_part() || each.state == jr::PartyState::invited;
  });
  return std::to_string(in) + " of " + std::to_string(take_part) + " in";
}

ReviewLineView line_of(const jr::Review& review, base::Date today) {
  ReviewLineView line;
  line.href = record::page_of(review.ref);
  line.title = review.title;
  line.service = review.service_name;
  line.when = incident_words(review);
  line.parts = parts_words(review);
  if (review.due && review.state == jr::State::open) line.due = base::to_long_text(*review.due);
  const auto late = review.late_parts(today);
  line.state = late == 0 ? std::string(label(review.state))
                         : std::to_string(late) + (late == 1 ? " part late" : " parts late");
  line.state_class = late == 0 ? review_state_class(review.state) : "govuk-tag--red";
  return line;
}

std::string date_text(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : "";
}

}  // namespace

http::Response review_register_page(Call& call) {
  const auto& query = call.request.query;
  const auto filter = filter_in(query);
  const auto chosen = query.get("state");
  ReviewRegisterView view;
  view.by_partner = call.work.actor.role == record::Role::partner;
  view.may_begin = call.may("GET", "/joint-reviews/new");
  view.states = {option("", "Any", chosen)};
  for (const auto each : jr::all_states) {
    view.states.push_back(option(to_text(each), label(each), chosen));
  }
  view.states.push_back(option("late", "A part is late", chosen));
  view.services = {option("", "Every service", filter.service_ref)};
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : record::services(reader, call.authority.id)) {
      view.services.push_back(option(each.ref, each.name, filter.service_ref));
    }
    for (const auto& each : jr::reviews(reader, call.work, filter)) {
      view.reviews.push_back(line_of(each, call.work.today()));
    }
  });
  const auto count = view.reviews.size();
  view.count =
      count == 0 ? "None here" : std::to_string(count) + (count == 1 ? " review" : " reviews");
  if (call.may("GET", "/joint-reviews.csv")) {
    http::Form kept;
    if (!chosen.empty()) kept.add("state", chosen);
    if (!filter.service_ref.empty()) kept.add("service", filter.service_ref);
    const auto text = http::encode_form(kept);
    view.file = "/joint-reviews.csv" + (text.empty() ? "" : "?" + text);
  }
  return page(call, "hear/joint_review/register.html", templates::to_value(view));
}

http::Response review_register_file(Call& call) {
  std::ostringstream text;
  formats::CsvWriter writer(text, formats::CsvFor::spreadsheets);
  writer.row({"ref", "title", "service", "happened_from", "happened_to", "asked_by", "state",
              "parts_due", "closed_on", "joint_actions", "organisation", "stands", "part_due",
              "submitted_on", "says_of_the_learning"});
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : jr::reviews(reader, call.work, filter_in(call.request.query))) {
      const auto actions = jr::joint_actions(reader, call.authority.id, each).size();
      const std::vector<std::string> row{each.ref,
                                         each.title,
                                         each.service_name,
                                         base::to_text(each.from),
                                         date_text(each.to),
                                         each.asked_by_name,
                                         std::string(label(each.state)),
                                         date_text(each.due),
                                         date_text(each.closed_on),
                                         std::to_string(actions)};
      if (each.parties.empty()) {
        auto alone = row;
        alone.insert(alone.end(), {"", "", "", "", ""});
        writer.row(alone);
      }
      // One row for each organisation, each with the whole review.
      for (const auto& party : each.parties) {
        auto with = row;
        with.insert(with.end(), {party.name, std::string(label(party.state)),
                                 base::to_text(party.due), date_text(party.submitted_on),
                                 party.view ? std::string(label(*party.view)) : ""});
        writer.row(with);
      }
    }
  });
  return http::Response::download(text.str(), "text/csv; charset=utf-8", "joint-reviews.csv");
}

}  // namespace throughline::web
