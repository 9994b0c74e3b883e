#include "web/hear/complaint/points_pages.hpp"

#include "base/digits.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/complaint_view.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace throughline::web {

namespace {

struct PointsView {
  FormHead head;
  std::vector<ComplaintPointView> points;
  std::string outcome;
  std::string why;
  std::string words;
  bool open = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PointsView, (), (head, points, outcome, why, words, open, errors))

struct PointFormView {
  FormHead head;
  std::string number;
  std::string words;
  std::vector<ChoiceView> findings;
  std::string reasoning;
  std::vector<ChoiceView> remedies;
  std::string pounds;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PointFormView, (),
                      (head, number, words, findings, reasoning, remedies, pounds, errors))

std::vector<hear::ComplaintPoint> points(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return hear::points_of(reader, call.authority.id, call.parameter("ref"));
  });
}

std::optional<hear::ComplaintPoint> point(Call& call) {
  const auto number = base::digits(call.parameter("point"));
  const auto all = points(call);
  const auto found = std::ranges::find(all, number.value_or(0), &hear::ComplaintPoint::number);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

http::Response show(Call& call, const ShownComplaint& shown, const std::string& words,
                    templates::Value errors, int status) {
  PointsView view;
  view.head = head_of(shown);
  const auto all = points(call);
  view.points = point_views(all);
  if (const auto whole = hear::overall(all)) {
    view.outcome = hear::label(whole->finding);
    view.why = whole->why;
  }
  view.words = words;
  view.open = shown.found.status != hear::Status::closed;
  view.errors = std::move(errors);
  return page(call, "hear/complaint/points.html", templates::to_value(view), status);
}

http::Response show_point(Call& call, const ShownComplaint& shown, const http::Form& form,
                          templates::Value errors, int status) {
  PointFormView view;
  view.head = head_of(shown);
  view.number = call.parameter("point");
  view.words = form.get("words");
  view.findings = choices(hear::all_findings, {form.get("finding")});
  view.findings.push_back(choice("", "Not decided yet", form.get("finding").empty()));
  view.reasoning = form.get("reasoning");
  view.remedies = choices(hear::all_remedies, form.all("remedies"));
  view.pounds = form.get("pounds");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/point.html", templates::to_value(view), status);
}

http::Form form_of(const hear::ComplaintPoint& point) {
  http::Form form;
  form.add("words", point.words);
  form.add("finding", point.finding ? std::string(hear::to_text(*point.finding)) : "");
  form.add("reasoning", point.reasoning);
  for (const auto remedy : point.remedies) {
    form.add("remedies", std::string(hear::to_text(remedy)));
  }
  if (point.pence > 0) {
    form.add("pounds", fmt::format("{}.{:02}", point.pence / 100, point.pence % 100));
  }
  return form;
}

http::Response no_such_point(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such point", {}});
}

}  // namespace

http::Response points_page(Call& call) {
  return show_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show(call, shown, "", std::move(errors), status);
  });
}

http::Response receive_new_point(Call& call) {
  const auto& form = call.request.form;
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::add_complaint_point(writer, call.work, call.parameter("ref"),
                                     complaint_version(form), form.get("words"));
  });
  if (outcome) {
    return redirect_with_message(call, "/cases/" + call.parameter("ref") + "/points",
                                 "Point added");
  }
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show(call, shown, form.get("words"), std::move(errors), status);
      },
      &outcome.error());
}

http::Response complaint_point_page(Call& call) {
  const auto found = point(call);
  if (!found) return no_such_point(call);
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show_point(call, shown, form_of(*found), std::move(errors), status);
  });
}

http::Response receive_complaint_point(Call& call) {
  const auto found = point(call);
  if (!found) return no_such_point(call);
  const auto& form = call.request.form;
  hear::PointForm given{form.get("words"),
                        hear::finding_from_text(form.get("finding")),
                        form.get("reasoning"),
                        {},
                        form.get("pounds")};
  for (const auto& each : form.all("remedies")) {
    if (const auto remedy = hear::remedy_from_text(each)) given.remedies.push_back(*remedy);
  }
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::change_point(writer, call.work, call.parameter("ref"), complaint_version(form),
                              found->number, given);
  });
  if (outcome) {
    return redirect_with_message(call, "/cases/" + call.parameter("ref") + "/points",
                                 "Point " + call.parameter("point") + " saved");
  }
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_point(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

}  // namespace throughline::web
