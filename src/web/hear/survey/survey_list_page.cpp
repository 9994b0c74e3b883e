#include "hear/survey/question_set.hpp"
#include "hear/survey/survey.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/survey_pages.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct SurveyLineView {
  std::string ref;
  std::string title;
  std::string audience;
  bool named = false;
  std::int64_t questions = 0;
  std::int64_t waves = 0;
  std::int64_t responses = 0;
};
BOOST_DESCRIBE_STRUCT(SurveyLineView, (),
                      (ref, title, audience, named, questions, waves, responses))

struct SetView {
  std::string key;
  std::string title;
  std::string owner;
};
BOOST_DESCRIBE_STRUCT(SetView, (), (key, title, owner))

struct SurveyListView {
  std::vector<SurveyLineView> surveys;
  std::vector<SetView> sets;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(SurveyListView, (), (surveys, sets, may_add))

}  // namespace

http::Response survey_list_page(Call& call) {
  SurveyListView view;
  view.may_add = call.may("GET", "/surveys/new");
  const auto lines = call.database.read(
      [&](store::Reader& reader) { return survey::surveys(reader, call.authority.id); });
  for (const auto& line : lines) {
    view.surveys.push_back({line.survey.ref, line.survey.title,
                            std::string(survey::label(line.survey.audience)), line.survey.named,
                            line.questions, line.waves, line.responses});
  }
  for (const auto& set : survey::question_sets()) {
    view.sets.push_back({set.key, set.title, set.owner});
  }
  return page(call, "hear/survey/survey_list.html", templates::to_value(view));
}

}  // namespace throughline::web
