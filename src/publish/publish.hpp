#pragma once

// PUBLISH: the front door. What a council judged about itself becomes pages that anyone can read,
// frozen on the day; and people see what changed because they spoke.
//
// It refuses to publish what nobody approved, and never shows a case's words, a name or a ref.

#include "judge/judge.hpp"
#include "publish/publication.hpp"
#include "publish/you_said.hpp"
#include "record/authority.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>

namespace throughline::publish {

// --- The assessment ---

// The page of a statement as it would be published now.
// Errors: not_found, when there is no such statement; invalid, when it has no score yet.
[[nodiscard]] base::Result<StatementPage> preview_statement(store::Reader& reader,
                                                            const record::Authority& authority,
                                                            const judge::Rules& rules,
                                                            const std::string& statement);
[[nodiscard]] SummaryPage preview_summary(store::Reader& reader, const record::Authority& authority,
                                          const judge::Rules& rules);

// What stands in the way of publishing, and what to know before it.
[[nodiscard]] PublicationCheck check_publication(store::Reader& reader,
                                                 const record::Authority& authority,
                                                 const judge::Rules& rules, base::Date today);
// Freezes and publishes every statement that is ready, and joins their scores to the publication.
// Errors: forbidden; invalid, while something stops it; conflict, when it changed after the check.
[[nodiscard]] base::Result<Publication> publish_assessment(store::Writer& writer,
                                                           const record::Work& work,
                                                           const record::Authority& authority,
                                                           const judge::Rules& rules,
                                                           const PublicationDraft& draft);
// Takes it from the public; the one before it does not come back.
[[nodiscard]] base::Result<Publication> withdraw_publication(store::Writer& writer,
                                                             const record::Work& work,
                                                             const std::string& ref,
                                                             const std::string& reason);
// Newest first.
[[nodiscard]] std::vector<Publication> publications(store::Reader& reader,
                                                    const std::string& authority_id);
[[nodiscard]] base::Result<Publication> find_publication(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         const std::string& ref);
// What the public sees; nothing when nothing is published, or the latest was withdrawn.
[[nodiscard]] std::optional<Publication> standing_publication(store::Reader& reader,
                                                              const std::string& authority_id);
[[nodiscard]] SummaryPage published_summary(store::Reader& reader, const std::string& authority_id,
                                            const std::string& ref);
[[nodiscard]] std::optional<StatementPage> published_statement(store::Reader& reader,
                                                               const std::string& authority_id,
                                                               const std::string& ref,
                                                               const std::string& statement);

// --- You said, we did ---

// Saves the public wording of an action; when shown, it is a publication on the line.
// Errors: not_found; invalid, with every problem.
[[nodiscard]] base::Result<PublicWording> word_action(store::Writer& writer,
                                                      const record::Work& work,
                                                      const WordingDraft& draft);
[[nodiscard]] std::optional<PublicWording> wording_of(store::Reader& reader,
                                                      const std::string& authority_id,
                                                      const std::string& action_ref);
// What the public sees, newest first.
[[nodiscard]] std::vector<YouSaid> you_said_we_did(store::Reader& reader,
                                                   const std::string& authority_id, int most = 20,
                                                   int offset = 0);
[[nodiscard]] int count_shown(store::Reader& reader, const std::string& authority_id);
// Every action with its wording, if it has one; for staff.
[[nodiscard]] std::vector<YouSaid> actions_to_word(store::Reader& reader,
                                                   const std::string& authority_id, int most = 50,
                                                   int offset = 0);
[[nodiscard]] int count_actions_to_word(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] base::Result<YouSaid> action_to_word(store::Reader& reader,
                                                   const std::string& authority_id,
                                                   const std::string& action_ref);

// --- The line ---

// Put the nodes of all publications on the line anew, for `throughline rebuild`. A wording is
// called by what its action is called now, so the nodes of actions come first.
void rebuild_publications(store::Writer& writer, const std::string& authority_id);
void rebuild_public_wordings(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::publish
