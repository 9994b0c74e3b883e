#include "hear/progress.hpp"

#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "record/trace.hpp"

namespace throughline::hear {
namespace {

bool is_change(record::NodeKind kind) {
  return kind == record::NodeKind::action || kind == record::NodeKind::proof ||
         kind == record::NodeKind::publication;
}

}  // namespace

std::vector<Change> changes_from(store::Reader& reader, const std::string& authority_id,
                                 const std::string& case_ref) {
  std::vector<Change> changes;
  const auto trace = record::trace(reader, authority_id, case_ref, record::Direction::forward);
  if (!trace) return changes;
  for (const auto& step : trace->steps) {
    const auto kind = record::kind_of(step.node.ref);
    if (!kind || !is_change(*kind) || step.seen_before) continue;
    changes.push_back({step.node.ref, *kind, step.node.title, step.node.dated, step.node.state});
  }
  return changes;
}

std::optional<Progress> progress(store::Reader& reader, const std::string& authority_id,
                                 std::string_view typed_receipt) {
  const auto found = find_by_receipt(reader, authority_id, typed_receipt);
  if (!found) return std::nullopt;
  Progress told;
  told.kind = found->kind;
  told.received = found->received;
  told.status = found->status;
  if (found->status == Status::closed) {
    told.outcome = found->outcome;
    told.answer = found->answer;
    told.closed = found->closed;
  }
  if (found->kind == Kind::complaint) {
    const auto complaint = find_complaint(reader, authority_id, found->ref);
    if (complaint && complaint->ended.empty()) {
      told.complaint = ComplaintProgress{complaint->begun,        complaint->acknowledge_by,
                                         complaint->acknowledged, complaint->respond_by,
                                         complaint->responded,    complaint->period_ends};
    }
  }
  told.changes = changes_from(reader, authority_id, found->ref);
  return told;
}

}  // namespace throughline::hear
