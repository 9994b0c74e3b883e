#include "base/digits.hpp"
#include "hear/survey/question_set.hpp"
#include "hear/survey/survey.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/survey/survey_pages.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct SurveyFormView {
  std::string ref;  // empty: a new one
  std::int64_t version = 0;
  std::string title;
  std::vector<ChoiceView> audiences;
  std::vector<ChoiceView> named;
  std::string introduction;
  std::string set;  // the key of the national set that it is made from
  std::string set_title;
  std::string set_owner;
  std::string set_source;
  std::string set_note;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SurveyFormView, (),
                      (ref, version, title, audiences, named, introduction, set, set_title,
                       set_owner, set_source, set_note, errors))

SurveyFormView view_of(const survey::SurveyForm& form) {
  SurveyFormView view;
  view.title = form.title;
  view.introduction = form.introduction;
  for (const auto audience : survey::all_audiences) {
    const auto text = survey::to_text(audience);
    view.audiences.push_back(choice(text, survey::label(audience), text == form.audience));
  }
  view.named = {choice("no", "No, it is anonymous", form.named == "no",
                       "Nothing joins an answer to a person. People say more"),
                choice("yes", "Yes, people give their names", form.named == "yes",
                       "They are told so before they begin")};
  return view;
}

void add_set(SurveyFormView& view, const std::string& key) {
  const auto* set = survey::find_question_set(key);
  if (!set) return;
  view.set = set->key;
  view.set_title = set->title;
  view.set_owner = set->owner;
  view.set_source = set->source;
  view.set_note = set->note;
}

survey::SurveyForm typed_in(const http::Form& form) {
  return {form.get("title"), form.get("audience"), form.get("named"), form.get("introduction")};
}

http::Response show(Call& call, const SurveyFormView& view, int status = 200) {
  return page(call, "hear/survey/survey_form.html", templates::to_value(view), status);
}

}  // namespace

http::Response new_survey_page(Call& call) {
  survey::SurveyForm form;
  form.named = "no";
  const auto key = call.request.query.get("set");
  if (const auto* set = survey::find_question_set(key)) {
    form.title = set->title;
    form.audience = survey::to_text(set->audience);
  }
  auto view = view_of(form);
  add_set(view, key);
  return show(call, view);
}

http::Response receive_survey(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto key = call.request.form.get("set");
  const auto made = call.database.write([&](store::Writer& writer) {
    return key.empty() ? survey::create_survey(writer, call.work, typed)
                       : survey::create_from_set(writer, call.work, key, typed);
  });
  if (made) {
    return redirect_with_message(call, "/surveys/" + made->ref,
                                 key.empty() ? "Survey made. Add its questions."
                                             : "Survey made. Put the official words in.");
  }
  auto view = view_of(typed);
  add_set(view, key);
  view.errors = form_errors(made.error());
  return show(call, view, 400);
}

http::Response survey_details_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return survey::find_survey(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, {base::ErrorKind::not_found, "No such survey", {}});
  auto view = view_of(survey::form_of(*found));
  view.ref = found->ref;
  view.version = found->version;
  return show(call, view);
}

http::Response receive_survey_details(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto typed = typed_in(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return survey::change_survey(writer, call.work, ref, version, typed);
  });
  if (changed) return redirect_with_message(call, "/surveys/" + ref, "Survey changed");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  auto view = view_of(typed);
  view.ref = ref;
  const auto now = call.database.read(
      [&](store::Reader& reader) { return survey::find_survey(reader, call.authority.id, ref); });
  view.version = now ? now->version : version;
  view.errors = form_errors(changed.error());
  return show(call, view, changed.error().kind == base::ErrorKind::conflict ? 409 : 400);
}

http::Response receive_survey_version(Call& call) {
  const auto made = call.database.write([&](store::Writer& writer) {
    return survey::copy_survey(writer, call.work, call.parameter("ref"));
  });
  if (!made) return error_page(call, made.error());
  return redirect_with_message(call, "/surveys/" + made->ref,
                               "New version made. Its questions can be changed.");
}

}  // namespace throughline::web
