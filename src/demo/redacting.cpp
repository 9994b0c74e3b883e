#include "demo/redacting.hpp"

#include "demo/timeline.hpp"
#include "hear/redaction/redaction.hpp"
#include "hear/redaction/travel.hpp"
#include "record/line.hpp"

namespace throughline::demo {

void redact_as_suggested(store::Writer& writer, const record::Work& work,
                         const std::string& case_ref) {
  const auto draft = must(hear::draft_redaction(writer, work.authority_id, case_ref));
  must(hear::confirm_redaction(writer, work, case_ref, {draft.words_hash, draft.suggested, {}}));
}

void redact_what_is_quoted(store::Writer& writer, const record::Work& work,
                           const std::string& action_ref, const std::string& text) {
  for (const auto& link : record::links_to(writer, work.authority_id, action_ref)) {
    if (record::kind_of(link.from) != record::NodeKind::case_) continue;
    if (hear::problems_with_travel(writer, work.authority_id, {link.from}, text).empty()) continue;
    redact_as_suggested(writer, work, link.from);
  }
}

}  // namespace throughline::demo
