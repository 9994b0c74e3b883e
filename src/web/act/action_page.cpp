#include "web/act/action_page.hpp"

#include "act/act.hpp"
#include "prove/prove.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "web/act/action_words.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"
#include "web/prove/verdict_view.hpp"

namespace throughline::web {

namespace {

struct RecordedView {
  std::string href;
  std::string heading;
  std::string as_at;
};
BOOST_DESCRIBE_STRUCT(RecordedView, (), (href, heading, as_at))

struct ActionView {
  std::string ref;
  std::string title;
  std::string aim;
  std::string owner;
  std::string due;
  std::string status;
  std::string status_class;
  bool late = false;
  bool open = false;
  std::string began;
  std::string ended;
  std::string outcome;
  std::vector<SourceView> sources;
  VerdictView verdict;
  std::vector<RecordedView> proofs;
  std::vector<HistoryView> history;
  bool may_change = false;
  bool may_trace = false;
  bool may_add_evidence = false;
  bool may_word = false;
};
BOOST_DESCRIBE_STRUCT(ActionView, (),
                      (ref, title, aim, owner, due, status, status_class, late, open, began, ended,
                       outcome, sources, verdict, proofs, history, may_change, may_trace,
                       may_add_evidence, may_word))

ActionView view_of(const act::Action& action, base::Date today) {
  ActionView view;
  view.ref = action.ref;
  view.title = action.title;
  view.aim = action.aim;
  view.owner = action.owner_name;
  view.due = base::to_long_text(action.due);
  view.status = act::label_of(action.status);
  view.status_class = status_classes(action.status);
  view.late = act::is_late(action, today);
  view.open = !action.ended;
  if (action.began) view.began = base::to_long_text(*action.began);
  if (action.ended) {
    view.ended = base::to_long_text(*action.ended);
    view.outcome = action.outcome;
  }
  return view;
}

void fill_line(ActionView& view, const Call& call, store::Reader& reader,
               const act::Action& action) {
  const auto& council = call.authority.id;
  view.sources = source_views(call, reader, sources_of(call, reader, action.ref));
  view.verdict = verdict_view(call, reader, action);
  for (const auto& proof : prove::proofs_of(reader, council, action.ref)) {
    const auto as_at = base::date_from_text(proof.as_at);
    view.proofs.push_back({"/proofs/" + proof.ref, verdict_heading(stats::in_words(proof.outcome)),
                           as_at ? base::to_long_text(*as_at) : proof.as_at});
  }
  view.history = history_views(record::history(reader, council, action.ref));
}

}  // namespace

http::Response action_page(Call& call) {
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<ActionView> {
    const auto action = act::find_action(reader, call.authority.id, call.parameter("ref"));
    if (!action) return std::nullopt;
    auto shown = view_of(*action, call.work.today());
    fill_line(shown, call, reader, *action);
    return shown;
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such action", {}});
  view->may_change = call.may("GET", "/actions/{ref}/change");
  view->may_trace = call.may("GET", "/trace/{ref}");
  view->may_add_evidence = call.may("GET", "/evidence/new");
  view->may_word = call.may("GET", "/actions/{ref}/wording");
  return page(call, "act/action.html", templates::to_value(*view));
}

}  // namespace throughline::web
