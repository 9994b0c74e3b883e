#include "base/digits.hpp"
#include "hear/survey/wave.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/survey/wave_pages.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct WaveFormView {
  std::string survey_ref;
  std::string survey_title;
  std::string ref;  // empty: a new one
  std::int64_t version = 0;
  std::string name;
  DatePartsView opens;
  DatePartsView closes;
  std::vector<ChoiceView> who;
  std::string asked;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(WaveFormView, (),
                      (survey_ref, survey_title, ref, version, name, opens, closes, who, asked,
                       errors))

WaveFormView view_of(const survey::WaveForm& form) {
  WaveFormView view;
  view.name = form.name;
  view.asked = form.asked;
  if (const auto opens = base::date_from_text(form.opens)) view.opens = date_parts(*opens);
  if (const auto closes = base::date_from_text(form.closes)) view.closes = date_parts(*closes);
  view.who = {choice("anyone", "Anyone who has the address", !form.invited_only,
                     "It can be sent round, printed on a letter or put on a website"),
              choice("invited", "People who were sent a link of their own", form.invited_only,
                     "Each link can be used once. Answers are not joined to the links")};
  return view;
}

struct Typed {
  survey::WaveForm form;
  std::vector<base::Problem> dates;  // what is wrong with the boxes of the dates
};

Typed typed_in(const http::Form& form) {
  Typed typed;
  typed.form.name = form.get("name");
  typed.form.invited_only = form.get("invited_only") == "invited";
  typed.form.asked = form.get("asked");
  if (const auto date = read_date(form, "opens", "First day", typed.dates)) {
    typed.form.opens = base::to_text(*date);
  }
  if (const auto date = read_date(form, "closes", "Last day", typed.dates)) {
    typed.form.closes = base::to_text(*date);
  }
  return typed;
}

// The boxes know better what is wrong with a date than the date that they did not make.
base::Error with_dates(base::Error error, const std::vector<base::Problem>& dates) {
  for (const auto& date : dates) {
    bool put = false;
    for (auto& problem : error.problems) {
      if (problem.field != date.field) continue;
      problem.message = date.message;
      put = true;
    }
    if (!put) error.problems.push_back(date);
  }
  return error;
}

http::Response show(Call& call, WaveFormView view, const std::string& survey_ref,
                    const base::Error* error) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return survey::find_survey(reader, call.authority.id, survey_ref);
  });
  if (!found) return error_page(call, {base::ErrorKind::not_found, "No such survey", {}});
  view.survey_ref = survey_ref;
  view.survey_title = found->title;
  if (error) view.errors = form_errors(*error);
  const int status = !error ? 200 : error->kind == base::ErrorKind::conflict ? 409 : 400;
  return page(call, "hear/survey/wave_form.html", templates::to_value(view), status);
}

http::Response show_typed(Call& call, const Typed& typed, const survey::Wave* wave,
                          const std::string& survey_ref, const base::Error& error) {
  auto view = view_of(typed.form);
  view.opens = date_parts(call.request.form, "opens");
  view.closes = date_parts(call.request.form, "closes");
  if (wave) {
    view.ref = wave->ref;
    view.version = wave->version;
  }
  const auto shown = with_dates(error, typed.dates);
  return show(call, std::move(view), survey_ref, &shown);
}

std::optional<survey::Wave> wave_of(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return survey::find_wave(reader, call.authority.id, call.parameter("ref"));
  });
}

}  // namespace

http::Response new_wave_page(Call& call) {
  survey::WaveForm form;
  form.opens = base::to_text(call.work.today());
  form.closes = base::to_text(base::add_days(call.work.today(), 28));
  return show(call, view_of(form), call.parameter("ref"), nullptr);
}

http::Response receive_wave(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto opened = call.database.write([&](store::Writer& writer) {
    return survey::open_wave(writer, call.work, call.parameter("ref"), typed.form);
  });
  if (opened) {
    return redirect_with_message(call, "/waves/" + opened->ref, "Wave made. Give out its address.");
  }
  if (opened.error().kind == base::ErrorKind::not_found) return error_page(call, opened.error());
  return show_typed(call, typed, nullptr, call.parameter("ref"), opened.error());
}

http::Response wave_details_page(Call& call) {
  const auto wave = wave_of(call);
  if (!wave) return error_page(call, {base::ErrorKind::not_found, "No such wave", {}});
  auto view = view_of(survey::form_of(*wave));
  view.ref = wave->ref;
  view.version = wave->version;
  return show(call, std::move(view), wave->survey_ref, nullptr);
}

http::Response receive_wave_details(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return survey::change_wave(writer, call.work, call.parameter("ref"), version, typed.form);
  });
  if (changed) return redirect_with_message(call, "/waves/" + changed->ref, "Wave changed");
  const auto wave = wave_of(call);
  if (!wave) return error_page(call, changed.error());
  return show_typed(call, typed, &*wave, wave->survey_ref, changed.error());
}

}  // namespace throughline::web
