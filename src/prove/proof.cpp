#include "prove/proof.hpp"

#include "count/count.hpp"
#include "prove/proof_store.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <stdexcept>

namespace throughline::prove {
namespace {

using base::ErrorKind;

std::string title_of(const act::Action& action, stats::Outcome outcome) {
  return action.title + ": " + std::string(stats::in_words(outcome));
}

record::Node node_of(const act::Action& action, const Proof& proof) {
  return {proof.ref, title_of(action, proof.outcome), proof.as_at,
          std::string(stats::to_text(proof.outcome))};
}

}  // namespace

base::Result<stats::Verdict> test_action(store::Reader& reader, const std::string& authority_id,
                                         const act::Action& action) {
  if (action.measure_ref.empty()) {
    return base::refuse(ErrorKind::conflict,
                        "Choose the measure that this action should move, to see whether it did");
  }
  if (!action.began) {
    return base::refuse(ErrorKind::conflict,
                        "Say when this action began, to tell before and after apart");
  }
  const auto measure = count::find_measure(reader, authority_id, action.measure_ref);
  if (!measure) {
    return base::refuse(ErrorKind::not_found, "There is no measure " + action.measure_ref);
  }
  return stats::judge_change(count::series(reader, authority_id, measure->ref), *action.began,
                             measure->improvement);
}

base::Result<Proof> record_proof(store::Writer& writer, const record::Work& work,
                                 const std::string& action_ref) {
  const auto action = act::find_action(writer, work.authority_id, action_ref);
  if (!action) return base::refuse(ErrorKind::not_found, "There is no action " + action_ref);
  const auto verdict = test_action(writer, work.authority_id, *action);
  if (!verdict) return tl::make_unexpected(verdict.error());
  Proof proof;
  proof.ref = record::next_ref(writer, work, record::NodeKind::proof);
  proof.action_ref = action->ref;
  proof.measure_ref = action->measure_ref;
  proof.outcome = verdict->outcome;
  proof.reason = verdict->reason;
  proof.change_date = base::to_text(*action->began);
  proof.as_at = base::to_text(work.today());
  proof.points_before = verdict->points_before;
  proof.points_after = verdict->points_after;
  if (verdict->baseline) proof.mean_before = verdict->baseline->mean;
  proof.mean_after = verdict->mean_after;
  proof.recorded = base::to_text(work.now);
  proof.recorded_by = work.actor.name;
  insert_proof(writer, work.authority_id, proof);
  record::put_node(writer, work.authority_id, node_of(*action, proof));
  record::add_link(writer, work, {action->ref, record::Relation::tested_by, proof.ref});
  record::add_link(writer, work, {proof.measure_ref, record::Relation::tested_by, proof.ref});
  record::append_event(writer, work, proof.ref, "recorded",
                       {{"verdict", std::string(stats::in_words(proof.outcome))},
                        {"action", action->ref},
                        {"measure", proof.measure_ref}});
  return proof;
}

void rebuild_proofs(store::Writer& writer, const std::string& authority_id) {
  std::vector<record::Node> nodes;
  for (const Proof& proof : all_proofs(writer, authority_id)) {
    const auto action = act::find_action(writer, authority_id, proof.action_ref);
    if (!action) throw std::runtime_error(proof.ref + " is of an action that is not there");
    nodes.push_back(node_of(*action, proof));
  }
  record::put_nodes(writer, authority_id, nodes);
}

}  // namespace throughline::prove
