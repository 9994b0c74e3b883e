#include "web/hear/joint_review/review_waiting.hpp"

#include "act/act.hpp"
#include "hear/joint_review/parties.hpp"
#include "hear/joint_review/timeline.hpp"
#include "record/line.hpp"

namespace throughline::web {

namespace jr = hear::joint_review;

std::vector<ReviewWaitingView> review_waiting(const Call& call, store::Reader& reader) {
  const auto today = call.work.today();
  std::vector<ReviewWaitingView> waiting;
  for (const auto& each : jr::waiting_for(reader, call.work)) {
    const bool invited = each.state == jr::PartyState::invited;
    waiting.push_back({record::page_of(each.ref) + (invited ? "" : "/part"),
                       (invited ? "Say whether you take part: " : "Write our part: ") + each.title,
                       base::to_long_text(each.due), each.due < today});
  }
  // Those of the council stand among its actions.
  if (call.work.actor.role != record::Role::partner) return waiting;
  for (const auto& each : jr::own_actions(reader, call.work)) {
    const auto action = act::find_action(reader, call.authority.id, each.action_ref);
    if (!action || action->ended) continue;
    waiting.push_back({record::page_of(each.review_ref), "See it through: " + action->title,
                       base::to_long_text(action->due), act::is_late(*action, today)});
  }
  return waiting;
}

}  // namespace throughline::web
