#include "web/prove/proof_page.hpp"

#include "count/count.hpp"
#include "prove/prove.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"
#include "web/prove/verdict_view.hpp"

namespace throughline::web {

namespace {

struct ProofView {
  std::string ref;
  std::string heading;
  std::string classes;
  std::string reason;
  std::string action_ref;
  std::string action;
  std::string measure_ref;
  std::string measure;
  std::string change_date;
  std::string as_at;
  std::string points_before;
  std::string points_after;
  std::string mean_before;
  std::string mean_after;
  std::vector<HistoryView> history;
  bool may_trace = false;
  bool may_add_evidence = false;
};
BOOST_DESCRIBE_STRUCT(ProofView, (),
                      (ref, heading, classes, reason, action_ref, action, measure_ref, measure,
                       change_date, as_at, points_before, points_after, mean_before, mean_after,
                       history, may_trace, may_add_evidence))

std::string long_date(const std::string& text) {
  const auto date = base::date_from_text(text);
  return date ? base::to_long_text(*date) : text;
}

ProofView view_of(store::Reader& reader, const std::string& council, const prove::Proof& proof) {
  ProofView view;
  view.ref = proof.ref;
  view.heading = verdict_heading(stats::in_words(proof.outcome));
  view.classes = verdict_classes(stats::to_text(proof.outcome));
  view.reason = proof.reason;
  view.action_ref = proof.action_ref;
  view.measure_ref = proof.measure_ref;
  view.change_date = long_date(proof.change_date);
  view.as_at = long_date(proof.as_at);
  view.points_before = std::to_string(proof.points_before);
  view.points_after = std::to_string(proof.points_after);
  if (const auto action = act::find_action(reader, council, proof.action_ref)) {
    view.action = action->title;
  }
  if (const auto measure = count::find_measure(reader, council, proof.measure_ref)) {
    view.measure = measure->name;
    const auto shown = [&](const std::optional<double>& mean) {
      return mean ? count::with_unit(*mean, measure->unit) : std::string();
    };
    view.mean_before = shown(proof.mean_before);
    view.mean_after = shown(proof.mean_after);
  }
  view.history = history_views(record::history(reader, council, proof.ref));
  return view;
}

// The verdict that stands recorded already when nothing has changed since today's last recording: a
// button that was pressed twice records once.
bool says_the_same(const prove::Proof& a, const prove::Proof& b) {
  return a.as_at == b.as_at && a.outcome == b.outcome && a.reason == b.reason &&
         a.measure_ref == b.measure_ref && a.change_date == b.change_date &&
         a.mean_after == b.mean_after && a.mean_before == b.mean_before;
}

}  // namespace

http::Response receive_proof(Call& call) {
  const auto& ref = call.parameter("ref");
  std::optional<prove::Proof> earlier;
  const auto recorded =
      call.database.write([&](store::Writer& writer) -> base::Result<prove::Proof> {
        earlier.reset();
        const auto before = prove::proofs_of(writer, call.authority.id, ref);
        auto proof = prove::record_proof(writer, call.work, ref);
        if (!proof || before.empty() || !says_the_same(before.front(), *proof)) return proof;
        earlier = before.front();
        return base::refuse(base::ErrorKind::conflict, "This verdict is recorded already");
      });
  if (earlier) return http::Response::redirect("/proofs/" + earlier->ref);
  if (!recorded) return error_page(call, recorded.error());
  return redirect_with_message(call, "/proofs/" + recorded->ref, "Verdict recorded");
}

http::Response proof_page(Call& call) {
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<ProofView> {
    const auto proof = prove::find_proof(reader, call.authority.id, call.parameter("ref"));
    if (!proof) return std::nullopt;
    return view_of(reader, call.authority.id, *proof);
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such verdict", {}});
  view->may_trace = call.may("GET", "/trace/{ref}");
  view->may_add_evidence = call.may("GET", "/evidence/new");
  return page(call, "prove/proof.html", templates::to_value(*view));
}

}  // namespace throughline::web
