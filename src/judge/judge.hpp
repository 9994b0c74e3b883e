#pragma once

// JUDGE: the front door. A council attaches evidence to the quality statements, weighs it, scores
// itself with a reason, writes the findings that will be published, and sees what the nine scores
// come to. Here voices and figures become a judgement that can be followed back to them.
//
// It refuses a score without evidence or reason, and never decides a score itself.

#include "judge/evidence.hpp"
#include "judge/findings.hpp"
#include "judge/framework.hpp"
#include "judge/overall.hpp"
#include "judge/readiness.hpp"
#include "judge/score.hpp"
#include "judge/yardsticks.hpp"
#include "record/event.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

namespace throughline::judge {

// What everything that judges is given beside the database.
struct Rules {
  Framework framework;
  Yardsticks yardsticks;
};
[[nodiscard]] Rules built_in_rules();

// --- Evidence ---

// Adds one piece of evidence for each statement named (two for each when the draft is mixed).
// Errors: invalid, with every problem of the draft.
[[nodiscard]] base::Result<std::vector<Evidence>> add_evidence(store::Writer& writer,
                                                               const record::Work& work,
                                                               const Rules& rules,
                                                               const EvidenceDraft& draft);
// Replaces what it says; what it said before is kept as a revision. `from_revision` is the revision
// that the person saw. The draft names one statement and is not mixed.
// Errors: not_found; conflict, when someone else corrected it meanwhile or it was withdrawn;
// invalid.
[[nodiscard]] base::Result<Evidence> correct_evidence(store::Writer& writer,
                                                      const record::Work& work, const Rules& rules,
                                                      const std::string& ref, int from_revision,
                                                      const EvidenceDraft& draft,
                                                      const std::string& reason);
[[nodiscard]] base::Result<Evidence> withdraw_evidence(store::Writer& writer,
                                                       const record::Work& work,
                                                       const std::string& ref,
                                                       const std::string& reason);

[[nodiscard]] base::Result<Evidence> find_evidence(store::Reader& reader,
                                                   const std::string& authority_id,
                                                   const std::string& ref);
// Newest first, by the date that it is about.
[[nodiscard]] std::vector<Evidence> list_evidence(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const EvidenceFilter& filter, base::Date today);
[[nodiscard]] int count_evidence(store::Reader& reader, const std::string& authority_id,
                                 const EvidenceFilter& filter, base::Date today);
// Current evidence of every statement, counted by voice and bearing.
[[nodiscard]] std::vector<EvidenceCount> evidence_counts(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         base::Date today);
// Oldest first.
[[nodiscard]] std::vector<EvidenceRevision> evidence_revisions(store::Reader& reader,
                                                               const std::string& authority_id,
                                                               const std::string& ref);
// The scores that weighed it, oldest first.
[[nodiscard]] std::vector<Score> scores_with(store::Reader& reader, const std::string& authority_id,
                                             const std::string& evidence_ref);

// --- Scores ---

// Scores a statement and joins the weighed evidence to the score.
// Errors: invalid, with every problem; conflict, when evidence came in after the form was shown.
[[nodiscard]] base::Result<Score> score_statement(store::Writer& writer, const record::Work& work,
                                                  const Rules& rules, const ScoreDraft& draft);
// Records who was told about a score at the lowest level.
[[nodiscard]] base::Result<Score> escalate(store::Writer& writer, const record::Work& work,
                                           const Rules& rules, const EscalationDraft& draft);
[[nodiscard]] base::Result<Score> find_score(store::Reader& reader, const std::string& authority_id,
                                             const std::string& ref);
// Every score of a statement, the standing one first.
[[nodiscard]] std::vector<Score> scores_of(store::Reader& reader, const std::string& authority_id,
                                           const Framework& framework,
                                           const std::string& statement);
[[nodiscard]] Weighed weighed(store::Reader& reader, const std::string& authority_id,
                              const std::string& score_ref);

// --- Findings ---

// Saves a new version of the key findings.
// Errors: invalid; conflict, when someone saved another version meanwhile.
[[nodiscard]] base::Result<Findings> write_findings(store::Writer& writer, const record::Work& work,
                                                    const Rules& rules, const FindingsDraft& draft);
// Puts the actor's name to the text and score as they stand. `content_hash` is what they saw.
// Errors: forbidden, for a role that may not approve; conflict, when it changed meanwhile; invalid,
// when there is no score or no text to approve.
[[nodiscard]] base::Result<Findings> approve_findings(store::Writer& writer,
                                                      const record::Work& work, const Rules& rules,
                                                      const std::string& statement,
                                                      const std::string& content_hash);
// The latest version; an empty one of version 0 when nothing has been written.
[[nodiscard]] Findings findings_of(store::Reader& reader, const std::string& authority_id,
                                   const Framework& framework, const std::string& statement);

// --- Overall ---

[[nodiscard]] Overall overall(store::Reader& reader, const std::string& authority_id,
                              const Framework& framework);
// Records a professional judgement beside the rating that was worked out.
// Errors: invalid, without a reason, a known rating, or nine scores to judge beside.
[[nodiscard]] base::Result<RatingOverride> override_rating(store::Writer& writer,
                                                           const record::Work& work,
                                                           const Rules& rules,
                                                           const std::string& rating,
                                                           const std::string& reason);
[[nodiscard]] base::Result<RatingOverride> withdraw_override(store::Writer& writer,
                                                             const record::Work& work,
                                                             const Framework& framework,
                                                             const std::string& reason);
// Every override there was, newest first.
[[nodiscard]] std::vector<RatingOverride> overrides(store::Reader& reader,
                                                    const std::string& authority_id,
                                                    const Framework& framework);

// --- The line ---

// Put the nodes of all evidence and scores on the line anew, for `throughline rebuild`.
void rebuild_evidence(store::Writer& writer, const std::string& authority_id, const Rules& rules);
void rebuild_scores(store::Writer& writer, const std::string& authority_id, const Rules& rules);

}  // namespace throughline::judge
