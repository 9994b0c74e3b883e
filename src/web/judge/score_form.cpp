#include "web/judge/rules.hpp"
#include "web/judge/score_page.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

using namespace judging;

struct WeighView {
  EvidenceView evidence;
  bool weighed = true;
};
BOOST_DESCRIBE_STRUCT(WeighView, (), (evidence, weighed))

struct ScoreFormView {
  std::string key;
  std::string name;
  std::string commitment;
  std::optional<ScoreView> before;
  std::vector<ChoiceView> levels;
  std::string rationale;
  std::vector<WeighView> supporting;
  std::vector<WeighView> contrary;
  std::string left_out_because;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ScoreFormView, (),
                      (key, name, commitment, before, levels, rationale, supporting, contrary,
                       left_out_because, errors))

judge::ScoreDraft draft_of(Call& call) {
  const http::Form& form = call.request.form;
  judge::ScoreDraft draft;
  draft.statement = call.parameter("key");
  draft.score = form.get("score");
  draft.rationale = form.get("rationale");
  draft.shown = form.all("shown");
  draft.weighed = form.all("weighed");
  draft.left_out_because = form.get("left_out_because");
  return draft;
}

// Evidence that the person has not seen before starts as weighed.
bool is_weighed(const judge::ScoreDraft* draft, const std::string& ref) {
  if (!draft) return true;
  const bool shown = std::ranges::find(draft->shown, ref) != draft->shown.end();
  return !shown || std::ranges::find(draft->weighed, ref) != draft->weighed.end();
}

http::Response show(Call& call, const judge::ScoreDraft* draft, templates::Value errors,
                    int status) {
  const judge::Framework& framework = judging_rules().framework;
  const judge::Statement* statement = framework.find(call.parameter("key"));
  if (!statement) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such quality statement", {}});
  }
  ScoreFormView view;
  view.key = statement->key;
  view.name = statement->name;
  view.commitment = statement->commitment;
  view.errors = std::move(errors);
  for (const judge::Level& level : framework.levels) {
    const std::string value = std::to_string(level.score);
    view.levels.push_back(
        {value, framework.score_label(level.score), draft && draft->score == value});
  }
  if (draft) {
    view.rationale = draft->rationale;
    view.left_out_because = draft->left_out_because;
  }
  call.database.read([&](store::Reader& reader) {
    judge::EvidenceFilter filter;
    filter.statement = statement->key;
    for (const judge::Evidence& each :
         judge::list_evidence(reader, call.authority.id, filter, call.work.today())) {
      WeighView weigh{evidence_view(framework, each, call.work.today()),
                      is_weighed(draft, each.ref)};
      (each.bearing == judge::Bearing::supporting ? view.supporting : view.contrary)
          .push_back(std::move(weigh));
    }
    const auto scores = judge::scores_of(reader, call.authority.id, framework, statement->key);
    if (!scores.empty()) view.before = score_view(framework, scores.front());
  });
  return page(call, "judge/score_form.html", templates::to_value(view), status);
}

}  // namespace

http::Response score_form_page(Call& call) {
  return show(call, nullptr, no_errors(), 200);
}

http::Response receive_score(Call& call) {
  const judge::ScoreDraft draft = draft_of(call);
  const auto scored = call.database.write([&](store::Writer& writer) {
    return judge::score_statement(writer, call.work, judging_rules(), draft);
  });
  if (scored) {
    return redirect_with_message(call, record::page_of(scored->ref),
                                 "Scored " + std::to_string(scored->score));
  }
  if (scored.error().kind == base::ErrorKind::not_found) return error_page(call, scored.error());
  const int status = scored.error().kind == base::ErrorKind::conflict ? 409 : 400;
  return show(call, &draft, form_errors(scored.error()), status);
}

}  // namespace throughline::web
