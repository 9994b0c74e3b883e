#pragma once

// Redaction: before what someone said travels to people who may not read the case (evidence, what
// is published, an assessor), what could show who they are is taken out. The program suggests what
// that is, a person confirms it, and only the confirmed version travels. The words themselves are
// kept as they came, for those who may read the case.
//
// It refuses to confirm by itself, and to show a version of words that are no longer there.

#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"
#include "text/personal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

inline constexpr std::size_t most_redaction_spans = 2'000;
inline constexpr std::size_t most_redaction_phrases = 200;

struct Redaction {
  std::string case_ref;
  std::string words;  // with "[name]" and the like where something was taken out
  std::vector<text::PersonalSpan> spans;  // of the original words
  std::string words_hash;                 // of the original words
  std::string confirmed_at;               // instant
  std::string by_name;
};

// What a person sees before they confirm.
struct RedactionDraft {
  std::string case_ref;
  std::string words;  // the original
  std::string words_hash;
  std::vector<text::PersonalSpan> suggested;  // by the program
  std::optional<Redaction> confirmed;         // the version that stands, if there is one
};

// What they decided.
struct RedactionChoice {
  std::string words_hash;                 // of the words that they saw
  std::vector<text::PersonalSpan> spans;  // suggestions that they left ticked
  std::vector<std::string> phrases;       // other words to take out, wherever they stand
};

// Errors: not_found.
[[nodiscard]] base::Result<RedactionDraft> draft_redaction(store::Reader& reader,
                                                           const std::string& authority_id,
                                                           const std::string& case_ref);

// The spans of a choice, joined.
// Errors: not_found; conflict, when the words are no longer those that were seen; invalid, when a
// phrase does not stand in the words or a span is none of theirs.
[[nodiscard]] base::Result<std::vector<text::PersonalSpan>> spans_of(const RedactionDraft& draft,
                                                                     const RedactionChoice& choice);

// Keeps the version as confirmed by the actor.
// Errors: those of spans_of.
[[nodiscard]] base::Result<Redaction> confirm_redaction(store::Writer& writer,
                                                        const record::Work& work,
                                                        const std::string& case_ref,
                                                        const RedactionChoice& choice);

// The confirmed version; nothing while nobody confirmed one, or when the words were erased since.
[[nodiscard]] std::optional<Redaction> find_redaction(store::Reader& reader,
                                                      const std::string& authority_id,
                                                      const std::string& case_ref);

// Names that were given with a case, apart from the words; for looking for them in other words.
[[nodiscard]] std::vector<std::string> names_given(store::Reader& reader,
                                                   const std::string& authority_id,
                                                   const std::string& case_ref);

}  // namespace throughline::hear
