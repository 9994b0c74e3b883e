#include "web/hear/complaint/response_pages.hpp"

#include "hear/complaint/clock.hpp"
#include "record/bank_holidays.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/complaint_view.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <array>

namespace throughline::web {

namespace {

struct ResponseView {
  FormHead head;
  std::vector<ComplaintPointView> points;
  DatePartsView sent;
  std::vector<ChoiceView> means;
  std::vector<ChoiceView> says;
  std::string summary;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ResponseView, (), (head, points, sent, means, says, summary, errors))

struct ConcernView {
  FormHead head;
  std::string last_day;  // empty when it is too late, or was not spoken
  bool satisfied = false;
  std::string answer;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ConcernView, (), (head, last_day, satisfied, answer, errors))

struct NeedView {
  std::string text;
  std::string href;
  std::string advice;  // what the link says
  std::string field;
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(NeedView, (), (text, href, advice, field, met))

struct JoinedView {
  std::string title;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(JoinedView, (), (title, href))

struct ClosureView {
  FormHead head;
  std::vector<NeedView> needs;
  std::string outcome;
  std::string why;
  std::vector<ChoiceView> learnings;
  std::vector<JoinedView> actions;
  std::vector<JoinedView> themes;
  std::string note;
  bool may_raise = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ClosureView, (),
                      (head, needs, outcome, why, learnings, actions, themes, note, may_raise,
                       errors))

constexpr std::array in_writing = {hear::Means::letter, hear::Means::email,
                                   hear::Means::posted_here};
constexpr std::array must_say = {
    std::pair{"considered", "How we looked into it, and what we concluded on each point"},
    std::pair{"done", "What has been done or will be done to put it right"},
    std::pair{"ombudsman", "The right to go to the Local Government and Social Care Ombudsman"}};

bool said(const http::Form& form, std::string_view what) {
  const auto all = form.all("says");
  return std::ranges::find(all, what) != all.end();
}

http::Response show_response(Call& call, const ShownComplaint& shown, const http::Form& form,
                             templates::Value errors, int status) {
  ResponseView view;
  view.head = head_of(shown);
  view.points = point_views(call.database.read([&](store::Reader& reader) {
    return hear::points_of(reader, call.authority.id, shown.found.ref);
  }));
  view.sent = date_parts(form, "sent");
  view.means = choices(in_writing, {form.get("means")});
  for (const auto& [value, text] : must_say) {
    view.says.push_back(choice(value, text, said(form, value)));
  }
  view.summary = form.get("summary");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/response.html", templates::to_value(view), status);
}

http::Response show_concern(Call& call, const ShownComplaint& shown, const http::Form& form,
                            templates::Value errors, int status) {
  ConcernView view;
  view.head = head_of(shown);
  view.last_day = last_day_as_concern_text(shown.found, shown.complaint, call.work.today());
  view.satisfied = form.get("satisfied") == "yes";
  view.answer = form.get("answer");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/concern.html", templates::to_value(view), status);
}

void fill_joined(ClosureView& view, store::Reader& reader, const std::string& council) {
  for (const auto& link : record::links_from(reader, council, view.head.ref)) {
    const auto node = record::find_node(reader, council, link.to);
    if (!node) continue;
    const JoinedView joined{node->title, record::page_of(link.to)};
    if (link.relation == record::Relation::raised) view.actions.push_back(joined);
    if (link.relation == record::Relation::has_theme) view.themes.push_back(joined);
  }
}

void fill_needs(ClosureView& view, const ShownComplaint& shown,
                const std::vector<hear::ComplaintPoint>& points) {
  const auto base = "/cases/" + view.head.ref;
  const auto whole = hear::overall(points);
  if (whole) {
    view.outcome = hear::label(whole->finding);
    view.why = whole->why;
  }
  const auto undecided = std::ranges::count_if(
      points, [](const hear::ComplaintPoint& point) { return !point.finding.has_value(); });
  if (shown.complaint.late_decision != "refused") {
    view.needs.push_back({points.empty() ? "No points are written down"
                          : undecided > 0
                              ? std::to_string(undecided) + " of " + std::to_string(points.size()) +
                                    " points have no outcome yet"
                              : "Every point has its outcome",
                          base + "/points", "Points", "points", whole.has_value()});
  }
  const bool withdrawn = whole && whole->finding == hear::Finding::withdrawn;
  view.needs.push_back(
      {shown.complaint.responded
           ? "The response was sent on " + base::to_long_text(*shown.complaint.responded)
       : withdrawn ? "No response is needed: all of it was withdrawn"
                   : "The response is not recorded yet",
       base + "/response", "Response", "response", shown.complaint.responded || withdrawn});
}

http::Response show_closure(Call& call, const ShownComplaint& shown, const http::Form& form,
                            templates::Value errors, int status) {
  ClosureView view;
  view.head = head_of(shown);
  call.database.read([&](store::Reader& reader) {
    fill_joined(view, reader, call.authority.id);
    fill_needs(view, shown, hear::points_of(reader, call.authority.id, view.head.ref));
  });
  view.learnings = choices(hear::all_learnings, {form.get("learning")});
  view.note = form.get("note");
  view.may_raise = call.may("GET", "/actions/new");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/closure.html", templates::to_value(view), status);
}

}  // namespace

http::Response response_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form fresh;
    const auto today = date_parts(call.work.today());
    fresh.add("sent-day", today.day);
    fresh.add("sent-month", today.month);
    fresh.add("sent-year", today.year);
    fresh.add("summary", shown.found.answer);
    return show_response(call, shown, fresh, std::move(errors), status);
  });
}

http::Response receive_response(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  hear::NewResponse given;
  given.sent = read_optional_date(form, "sent", "date the response was sent", problems);
  given.means = hear::means_from_text(form.get("means"));
  given.summary = form.get("summary");
  given.says_how_considered = said(form, "considered");
  given.says_what_is_done = said(form, "done");
  given.says_ombudsman = said(form, "ombudsman");
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::record_response(writer, call.work, call.parameter("ref"), complaint_version(form),
                                 given);
  });
  if (outcome) return back_to_complaint(call, "Response recorded");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_response(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response keep_as_concern_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show_concern(call, shown, {}, std::move(errors), status);
  });
}

http::Response receive_keeping_as_concern(Call& call) {
  const auto& form = call.request.form;
  const hear::PutRight given{form.get("satisfied") == "yes", form.get("answer")};
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::keep_as_concern(writer, call.work, call.parameter("ref"), complaint_version(form),
                                 given);
  });
  if (outcome) return back_to_complaint(call, "Kept as a concern that was put right");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_concern(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response complaint_closure_page(Call& call) {
  return show_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show_closure(call, shown, {}, std::move(errors), status);
  });
}

http::Response receive_complaint_closure(Call& call) {
  const auto& form = call.request.form;
  const hear::Learned given{hear::learning_from_text(form.get("learning")), form.get("note")};
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::close_complaint(writer, call.work, call.parameter("ref"), complaint_version(form),
                                 given);
  });
  if (outcome) return back_to_complaint(call, "Complaint closed. The person can read the answer");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_closure(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

}  // namespace throughline::web
