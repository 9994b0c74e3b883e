#pragma once

// The Local Account: the council's public report of a year of adult social care, gathered from the
// record and signed by a co-production group (the board). It stands at the end of the line.
//
// A draft is counted from the record as at a day and can be counted again. People write a note
// beside each chapter, or leave the chapter out and say why. Members of the board sign the text as
// it stands (signature.hpp), a leader approves it, and it is published: frozen, whatever becomes of
// the record (publishing.hpp). A correction is a new version; the one before stays readable.
// Decision: docs/adr/0024-a-local-account-is-signed-by-the-hash-of-its-text.md

#include "base/result.hpp"
#include "publish/local_account/content.hpp"
#include "record/authority.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::publish::local_account {

inline constexpr std::size_t most_note_characters = 10'000;
inline constexpr std::size_t most_reason_characters = 300;
inline constexpr std::int64_t usual_signatures = 2;
inline constexpr std::int64_t most_signatures = 20;

enum class State { draft, published, replaced, withdrawn, given_up };
[[nodiscard]] std::string_view to_text(State state);
[[nodiscard]] std::string_view label(State state);

// One version of one year, without its chapters.
struct Account {
  std::string ref;  // "ACCOUNT-2"
  int year = 0;
  std::int64_t version = 0;  // 0: a draft
  State state = State::draft;
  std::string corrects;  // the ref of the version that it corrects; may be empty
  std::string what_changed;
  std::string group_ref;  // whose members sign; empty: not chosen
  std::string group_name;
  base::Date counted_on;
  base::Date changed_on;  // the day on which text or figures last changed
  std::string approved_text;
  std::string approved_at;
  std::string approved_by;
  std::string content_hash;
  std::string published_at;
  std::string published_by;
  std::string replaced_by;
  std::string ended_at;  // withdrawn or given up
  std::string ended_by;
  std::string ended_because;
  std::string begun_by;

  [[nodiscard]] std::string title() const;  // "Local Account 2025-26"
};

// A chapter as it is written.
struct WrittenChapter {
  Chapter chapter{};
  ChapterText text;
  std::int64_t version = 1;
  std::string saved_at;  // instant; empty: nobody wrote yet
  std::string saved_by;
};

// Newest year first, and newest version first.
[[nodiscard]] std::vector<Account> accounts(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] std::optional<Account> find_account(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& ref);
// In the order in which they are printed.
[[nodiscard]] std::vector<WrittenChapter> chapters_of(store::Reader& reader,
                                                      const std::string& authority_id,
                                                      const std::string& ref);
[[nodiscard]] std::optional<WrittenChapter> find_chapter(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         const std::string& ref, Chapter chapter);
// The earlier saves of a chapter's words, newest first; without the latest.
[[nodiscard]] std::vector<WrittenChapter> earlier_words(store::Reader& reader,
                                                        const std::string& authority_id,
                                                        const std::string& ref, Chapter chapter);
// What it says: as published, or as the draft stands.
[[nodiscard]] Content content_of(store::Reader& reader, const record::Authority& authority,
                                 const Account& account);

// Years that have begun, latest first, from that of the first case on.
[[nodiscard]] std::vector<int> years_to_report(store::Reader& reader,
                                               const std::string& authority_id, base::Date today);

// How many members must sign before it can be published.
[[nodiscard]] std::int64_t signatures_needed(store::Reader& reader,
                                             const std::string& authority_id);
// Errors: invalid ("signatures"), unless 1 to 20.
[[nodiscard]] base::Result<void> set_signatures_needed(store::Writer& writer,
                                                       const record::Work& work,
                                                       const std::string& typed);

// The verbs of who writes. Errors of all: not_found; conflict, when it is no draft.

// Begins the draft of a year and counts it. Errors: invalid ("year"), for a year that has not begun
// or that has a draft, or was published: that is corrected.
[[nodiscard]] base::Result<Account> begin_account(store::Writer& writer, const record::Work& work,
                                                  const record::Authority& authority, int year);
// Begins a new version of a published one, with its words; figures are counted anew.
// Errors besides: conflict, when it is not the one that stands, or a draft of the year is there;
// invalid ("what_changed").
[[nodiscard]] base::Result<Account> begin_correction(store::Writer& writer,
                                                     const record::Work& work,
                                                     const record::Authority& authority,
                                                     const std::string& ref,
                                                     const std::string& what_changed);
// Counts every chapter anew, as at today. Notes stay.
[[nodiscard]] base::Result<void> count_again(store::Writer& writer, const record::Work& work,
                                             const record::Authority& authority,
                                             const std::string& ref);

struct ChapterForm {
  std::string note;  // Markdown without headings
  bool left_out = false;
  std::string why_left_out;
};
// Errors besides: invalid ("note", "why_left_out"); conflict, when it changed since `version`.
[[nodiscard]] base::Result<void> write_chapter(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, Chapter chapter,
                                               std::int64_t version, const ChapterForm& form);
// Errors besides: invalid ("group").
[[nodiscard]] base::Result<void> choose_board(store::Writer& writer, const record::Work& work,
                                              const std::string& ref, const std::string& group_ref);
// A draft that is not gone on with. Errors besides: invalid ("reason").
[[nodiscard]] base::Result<void> give_up(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, const std::string& reason);

// Puts the nodes of all Local Accounts on the line anew, for `throughline rebuild`.
void rebuild_local_accounts(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::publish::local_account
