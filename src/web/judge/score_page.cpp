#include "web/judge/score_page.hpp"

#include "web/judge/rules.hpp"
#include "web/judge/views.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

using namespace judging;

struct EscalationView {
  std::string told;
  std::string told_on;
  std::string note;
  std::string by;
  std::string recorded_at;
};
BOOST_DESCRIBE_STRUCT(EscalationView, (), (told, told_on, note, by, recorded_at))

struct ScorePageView {
  ScoreView score;
  std::string statement;
  std::string statement_name;
  bool must_escalate = false;
  std::vector<EscalationView> escalations;
  std::vector<EvidenceView> supporting;
  std::vector<EvidenceView> contrary;
  std::vector<EvidenceView> left_out;
  bool may_escalate = false;
};
BOOST_DESCRIBE_STRUCT(ScorePageView, (),
                      (score, statement, statement_name, must_escalate, escalations, supporting,
                       contrary, left_out, may_escalate))

struct EscalationFormView {
  ScoreView score;
  std::string statement_name;
  std::vector<EscalationView> escalations;
  std::string told;
  DateView told_on;
  std::string note;
  bool may_escalate = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EscalationFormView, (),
                      (score, statement_name, escalations, told, told_on, note, may_escalate,
                       errors))

std::vector<EscalationView> escalation_views(const judge::Score& score) {
  std::vector<EscalationView> views;
  for (const judge::Escalation& each : score.escalations) {
    views.push_back({each.told, base::to_long_text(each.told_on), each.note, each.by_name,
                     in_london(each.recorded_at)});
  }
  return views;
}

base::Result<judge::Score> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return judge::find_score(reader, call.authority.id, call.parameter("ref"));
  });
}

std::string name_of(const std::string& statement) {
  const judge::Statement* found = judging_rules().framework.find(statement);
  return found ? found->name : statement;
}

http::Response show_escalation(Call& call, EscalationFormView view, int status) {
  const auto score = find(call);
  if (!score) return error_page(call, score.error());
  view.score = score_view(judging_rules().framework, *score);
  view.statement_name = name_of(score->statement);
  view.escalations = escalation_views(*score);
  view.may_escalate = call.may("POST", "/scores/{ref}/escalations");
  return page(call, "judge/escalation.html", templates::to_value(view), status);
}

}  // namespace

http::Response score_page(Call& call) {
  const judge::Framework& framework = judging_rules().framework;
  const base::Date today = call.work.today();
  ScorePageView view;
  const auto found = call.database.read([&](store::Reader& reader) {
    auto score = judge::find_score(reader, call.authority.id, call.parameter("ref"));
    if (!score) return score;
    const judge::Weighed weighed = judge::weighed(reader, call.authority.id, score->ref);
    view.supporting = evidence_views(framework, weighed.supporting, today);
    view.contrary = evidence_views(framework, weighed.contrary, today);
    view.left_out = evidence_views(framework, weighed.left_out, today);
    return score;
  });
  if (!found) return error_page(call, found.error());
  view.score = score_view(framework, *found);
  view.statement = found->statement;
  view.statement_name = name_of(found->statement);
  view.must_escalate = found->score <= framework.escalate_at;
  view.escalations = escalation_views(*found);
  view.may_escalate = call.may("POST", "/scores/{ref}/escalations");
  return page(call, "judge/score.html", templates::to_value(view));
}

http::Response escalation_page(Call& call) {
  return show_escalation(call, {}, 200);
}

http::Response receive_escalation(Call& call) {
  const http::Form& form = call.request.form;
  EscalationFormView view;
  view.told = form.get("told");
  view.told_on = date_typed(form, "told_on");
  view.note = form.get("note");
  const std::string& ref = call.parameter("ref");
  const auto escalated = call.database.write([&](store::Writer& writer) {
    return judge::escalate(writer, call.work, judging_rules(),
                           {ref, view.told, view.told_on.typed(), view.note});
  });
  if (escalated) return redirect_with_message(call, record::page_of(ref), "Escalation recorded");
  if (escalated.error().kind != base::ErrorKind::invalid) {
    return error_page(call, escalated.error());
  }
  view.errors = form_errors(escalated.error());
  return show_escalation(call, std::move(view), 400);
}

}  // namespace throughline::web
