#include "web/judge/views.hpp"

#include <algorithm>

namespace throughline::web::judging {
namespace {

constexpr int drawing_width = 200;

const char* voice_hint(judge::Voice voice) {
  switch (voice) {
    case judge::Voice::people:
      return "Adults who use services, residents, co-production members";
    case judge::Voice::carers:
      return "Family and friends who care without pay";
    case judge::Voice::staff:
      return "Social workers, occupational therapists, commissioners";
    case judge::Voice::leaders:
      return "Managers, the director, elected members";
    case judge::Voice::partners:
      return "Health, police, voluntary groups, Healthwatch, boards";
    case judge::Voice::providers:
      return "Care homes, home care, supported living";
    case judge::Voice::processes:
      return "Policies, audits, strategies, what was done";
    case judge::Voice::data:
      return "A figure that is measured";
  }
  return "";
}

}  // namespace

std::string DateView::typed() const {
  if (day.empty() && month.empty() && year.empty()) return {};
  return day + "/" + month + "/" + year;
}

DateView date_view(base::Date date) {
  return {std::to_string(static_cast<unsigned>(date.day())),
          std::to_string(static_cast<unsigned>(date.month())),
          std::to_string(static_cast<int>(date.year()))};
}

DateView date_typed(const http::Form& form, const std::string& name) {
  return {form.get(name + "-day"), form.get(name + "-month"), form.get(name + "-year")};
}

std::string in_london(const std::string& instant) {
  const auto at = base::instant_from_text(instant);
  return at ? base::to_london_text(*at) : instant;
}

std::string long_date(const std::string& date) {
  const auto read = base::date_from_text(date);
  return read ? base::to_long_text(*read) : date;
}

RecordView record_view(const record::Node& node) {
  const auto kind = record::kind_of(node.ref);
  return {node.ref,   kind ? std::string(record::label(*kind)) : "",
          node.title, long_date(node.dated),
          node.state, record::page_of(node.ref)};
}

EvidenceView evidence_view(const judge::Framework& framework, const judge::Evidence& evidence,
                           base::Date today) {
  const judge::Statement* statement = framework.find(evidence.statement);
  const auto category =
      std::ranges::find(framework.categories, evidence.category, &judge::EvidenceCategory::key);
  EvidenceView view;
  view.ref = evidence.ref;
  view.href = record::page_of(evidence.ref);
  view.statement = evidence.statement;
  view.statement_name = statement ? statement->name : evidence.statement;
  view.claim = evidence.claim;
  view.voice = to_text(evidence.voice);
  view.voice_label = label(evidence.voice);
  view.bearing = to_text(evidence.bearing);
  view.bearing_label = label(evidence.bearing);
  view.category = category == framework.categories.end() ? evidence.category : category->name;
  view.strength = label(evidence.strength);
  view.dated = base::to_long_text(evidence.dated);
  view.review_by = base::to_long_text(evidence.review_by);
  view.stale = evidence.stale(today);
  view.withdrawn = evidence.state == judge::EvidenceState::withdrawn;
  for (const record::Node& source : evidence.sources) view.sources.push_back(record_view(source));
  return view;
}

std::vector<EvidenceView> evidence_views(const judge::Framework& framework,
                                         const std::vector<judge::Evidence>& evidence,
                                         base::Date today) {
  std::vector<EvidenceView> views;
  for (const judge::Evidence& each : evidence) {
    views.push_back(evidence_view(framework, each, today));
  }
  return views;
}

BalanceView balance(int supporting, int contrary, int most) {
  const int scale = std::max(most, 1);
  return {supporting, contrary, drawing_width * supporting / scale,
          drawing_width * contrary / scale};
}

ScoreView score_view(const judge::Framework& framework, const judge::Score& score) {
  const judge::Level* level = framework.level(score.score);
  return {score.ref,
          record::page_of(score.ref),
          score.score,
          level ? level->label : "",
          score.rationale,
          score.left_out_because,
          in_london(score.scored_at),
          score.by_name,
          score.standing};
}

std::vector<ChoiceView> statement_choices(const judge::Framework& framework,
                                          const std::vector<std::string>& chosen) {
  std::vector<ChoiceView> choices;
  for (const judge::Statement& statement : framework.statements) {
    const bool is_chosen = std::ranges::find(chosen, statement.key) != chosen.end();
    choices.push_back({statement.key, statement.name, is_chosen, is_chosen});
  }
  return choices;
}

std::vector<ChoiceView> voice_choices(const std::string& chosen) {
  std::vector<ChoiceView> choices;
  for (const judge::Voice voice : judge::all_voices) {
    const bool is_chosen = to_text(voice) == chosen;
    choices.push_back({std::string(to_text(voice)), std::string(label(voice)), is_chosen, is_chosen,
                       HintView{voice_hint(voice)}});
  }
  return choices;
}

}  // namespace throughline::web::judging
