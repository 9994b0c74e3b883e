#include "web/hear/case_work_pages.hpp"

#include "hear/hear.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/hear/complaint/response_pages.hpp"
#include "web/page.hpp"

#include <charconv>

namespace throughline::web {

namespace {

struct CaseWorkView {
  std::string ref;
  std::string title;
  std::string version;
  std::string words;
  std::vector<ChoiceView> outcomes;
  std::string answer;
  std::vector<ChoiceView> kinds;
  std::vector<ChoiceView> services;
  std::string reason;
  bool becomes = false;  // it is no complaint now, so that it can become one
  std::vector<ChoiceView> sinces;
  DatePartsView since;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CaseWorkView, (),
                      (ref, title, version, words, outcomes, answer, kinds, services, reason,
                       becomes, sinces, since, errors))

std::int64_t version_in(const http::Form& form) {
  const auto text = form.get("version");
  std::int64_t version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

std::optional<hear::Case> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return hear::find_case(reader, call.authority.id, call.parameter("ref"));
  });
}

http::Response no_such_case(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
}

http::Response already_closed(Call& call) {
  return error_page(
      call, {base::ErrorKind::conflict, "This case is already closed. Open it again first", {}});
}

CaseWorkView view_of(const hear::Case& found) {
  CaseWorkView view;
  view.ref = found.ref;
  view.title = hear::title(found);
  view.version = std::to_string(found.version);
  view.words = found.words;
  return view;
}

// The form again, with what is wrong. The version is the newest, so that sending it once more, now
// knowingly, goes through.
http::Response show_again(Call& call, const char* template_name, CaseWorkView view,
                          const base::Error& error) {
  view.errors = form_errors(error);
  const int status = error.kind == base::ErrorKind::conflict ? 409 : 400;
  return page(call, template_name, templates::to_value(view), status);
}

http::Response back_to_case(Call& call, const std::string& message) {
  return redirect_with_message(call, "/cases/" + call.parameter("ref"), message);
}

std::vector<ChoiceView> services_of(Call& call, std::string_view chosen) {
  auto views = service_choices(call.database.read([&](store::Reader& reader) {
    return record::services(reader, call.authority.id);
  }),
                               chosen);
  views.insert(views.begin(), choice("", "Not about one service", chosen.empty()));
  return views;
}

// From when it is a complaint, when it becomes one.
void fill_since(CaseWorkView& view, const hear::Case& found, const http::Form& form) {
  view.becomes = found.kind != hear::Kind::complaint;
  const auto said = form.get("since-when");
  view.sinces = {
      choice("received", "The day it came: it was a complaint all along", said != "later"),
      choice("later", "A later day, when the person asked for it", said == "later")};
  view.since = date_parts(form, "since");
}

std::vector<ChoiceView> plain_kinds(std::string_view chosen) {
  return choices(hear::all_kinds, {std::string(chosen)});
}

}  // namespace

http::Response receive_looking_into(Call& call) {
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return hear::look_into(writer, call.work, call.parameter("ref"), version_in(call.request.form));
  });
  if (!outcome) return error_page(call, outcome.error());
  return back_to_case(call, "You are looking into this case");
}

http::Response closure_page(Call& call) {
  const auto found = find(call);
  if (!found) return no_such_case(call);
  if (found->status == hear::Status::closed) return already_closed(call);
  if (found->kind == hear::Kind::complaint) return complaint_closure_page(call);
  auto view = view_of(*found);
  view.outcomes = choices(hear::all_outcomes, {});
  view.answer = found->answer;
  return page(call, "hear/closure.html", templates::to_value(view));
}

http::Response receive_closure(Call& call) {
  const auto before = find(call);
  if (!before) return no_such_case(call);
  if (before->status == hear::Status::closed) return already_closed(call);
  if (before->kind == hear::Kind::complaint) return receive_complaint_closure(call);
  const auto& form = call.request.form;
  const hear::Closing closing{hear::outcome_from_text(form.get("outcome")), form.get("answer")};
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return hear::close(writer, call.work, call.parameter("ref"), version_in(form), closing);
  });
  if (outcome) return back_to_case(call, "Case closed. The person can read your answer");
  const auto found = find(call);
  if (!found) return no_such_case(call);
  auto view = view_of(*found);
  view.outcomes = choices(hear::all_outcomes, {form.get("outcome")});
  view.answer = closing.answer;
  return show_again(call, "hear/closure.html", std::move(view), outcome.error());
}

http::Response reopening_page(Call& call) {
  const auto found = find(call);
  if (!found) return no_such_case(call);
  return page(call, "hear/reopening.html", templates::to_value(view_of(*found)));
}

http::Response receive_reopening(Call& call) {
  const auto& form = call.request.form;
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return hear::reopen(writer, call.work, call.parameter("ref"), version_in(form),
                        form.get("reason"));
  });
  if (outcome) return back_to_case(call, "Case open again");
  const auto found = find(call);
  if (!found) return no_such_case(call);
  auto view = view_of(*found);
  view.reason = form.get("reason");
  return show_again(call, "hear/reopening.html", std::move(view), outcome.error());
}

http::Response correction_page(Call& call) {
  const auto found = find(call);
  if (!found) return no_such_case(call);
  auto view = view_of(*found);
  view.kinds = plain_kinds(hear::to_text(found->kind));
  view.services = services_of(call, found->service_ref);
  fill_since(view, *found, {});
  return page(call, "hear/correction.html", templates::to_value(view));
}

http::Response receive_correction(Call& call) {
  const auto& form = call.request.form;
  hear::Correction correction{hear::kind_from_text(form.get("kind")), form.get("service"),
                              form.get("reason")};
  std::vector<base::Problem> problems;
  if (correction.kind == hear::Kind::complaint && form.get("since-when") == "later") {
    correction.complaint_since =
        read_date(form, "since", "date since when it is a complaint", problems);
  }
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::correct(writer, call.work, call.parameter("ref"), version_in(form), correction);
  });
  if (outcome) return back_to_case(call, "Case corrected");
  const auto found = find(call);
  if (!found) return no_such_case(call);
  auto view = view_of(*found);
  view.kinds = plain_kinds(form.get("kind"));
  view.services = services_of(call, correction.service_ref);
  fill_since(view, *found, form);
  view.reason = correction.reason;
  return show_again(call, "hear/correction.html", std::move(view), outcome.error());
}

}  // namespace throughline::web
