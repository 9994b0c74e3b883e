#include "hear/survey/question_set.hpp"
#include "hear/survey/wave.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/question_view.hpp"
#include "web/hear/survey/survey_errors.hpp"
#include "web/hear/survey/survey_pages.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct WaveLineView {
  std::string ref;
  std::string name;
  std::string dates;
  std::string state;
  std::string state_class;
  std::int64_t responses = 0;
  std::int64_t asked = 0;
};
BOOST_DESCRIBE_STRUCT(WaveLineView, (), (ref, name, dates, state, state_class, responses, asked))

struct SurveyView {
  std::string ref;
  std::string title;
  std::string audience;
  bool named = false;
  std::string introduction;
  std::string made_from;
  std::string made_from_title;
  std::vector<QuestionView> questions;
  std::vector<WaveLineView> waves;
  bool answered = false;
  bool may_change = false;
  std::vector<std::string> unfinished;
  std::vector<HistoryView> history;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SurveyView, (),
                      (ref, title, audience, named, introduction, made_from, made_from_title,
                       questions, waves, answered, may_change, unfinished, history, errors))

WaveLineView wave_line(store::Reader& reader, const Call& call, const survey::Wave& wave) {
  WaveLineView line{wave.ref,
                    wave.name,
                    base::to_long_text(wave.opens) + " to " + base::to_long_text(wave.closes),
                    "Open",
                    "govuk-tag--green",
                    survey::responses(reader, call.authority.id, wave.ref),
                    wave.asked.value_or(0)};
  const auto today = call.work.today();
  if (today < wave.opens) {
    line.state = "Not open yet";
    line.state_class = "govuk-tag--yellow";
  } else if (wave.closes < today) {
    line.state = "Closed";
    line.state_class = "govuk-tag--grey";
  }
  return line;
}

void add_made_from(store::Reader& reader, const Call& call, const survey::Survey& found,
                   SurveyView& view) {
  if (const auto* set = survey::find_question_set(found.made_from)) {
    view.made_from_title = set->title + " (" + set->owner + ")";
  } else if (const auto first = survey::find_survey(reader, call.authority.id, found.made_from)) {
    view.made_from = first->ref;
    view.made_from_title = first->title;
  }
}

}  // namespace

http::Response show_survey(Call& call, const base::Error* error) {
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<SurveyView> {
    const auto found = survey::find_survey(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    SurveyView made;
    made.ref = found->ref;
    made.title = found->title;
    made.audience = survey::label(found->audience);
    made.named = found->named;
    made.introduction = found->introduction;
    add_made_from(reader, call, *found, made);
    const auto all = survey::questions(reader, call.authority.id, found->ref);
    for (const auto& question : all) made.questions.push_back(question_view(question, all));
    for (const auto& problem : survey::unfinished(all)) made.unfinished.push_back(problem.message);
    for (const auto& wave : survey::waves(reader, call.authority.id, found->ref)) {
      made.waves.push_back(wave_line(reader, call, wave));
    }
    made.answered = survey::has_answers(reader, call.authority.id, found->ref);
    made.may_change = call.may("POST", "/surveys/{ref}/questions");
    made.history = history_views(record::history(reader, call.authority.id, found->ref));
    return made;
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such survey", {}});
  auto shown = *view;
  if (error) shown.errors = form_errors(*error);
  return page(call, "hear/survey/survey.html", templates::to_value(shown), error ? 400 : 200);
}

http::Response survey_page(Call& call) {
  return show_survey(call, nullptr);
}

http::Response survey_preview_page(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    const auto found = survey::find_survey(reader, call.authority.id, call.parameter("ref"));
    if (!found) return error_page(call, {base::ErrorKind::not_found, "No such survey", {}});
    const auto all = survey::questions(reader, call.authority.id, found->ref);
    templates::List shown;
    for (const auto& question : all) {
      shown.push_back(templates::to_value(question_view(question, all)));
    }
    return page(call, "hear/survey/preview.html",
                templates::Fields{{"ref", found->ref},
                                  {"title", found->title},
                                  {"introduction", found->introduction},
                                  {"named", found->named},
                                  {"questions", std::move(shown)},
                                  {"errors", no_errors()}});
  });
}

}  // namespace throughline::web
