#pragma once

// A letter from the council to someone about their case: begun from a template with what is known
// filled in, put right by an officer, and kept with the case. It stands on the line after the case.
//
// It holds the person's name and address, so only those who may see who someone is may see it; its
// title and its events hold neither. Filling in the name is a look at the identity and is written
// down as one, and so is opening the letter later. This room sends nothing: it records that a
// person did, how and when.

#include "base/date.hpp"
#include "base/result.hpp"
#include "hear/complaint/words.hpp"
#include "hear/letter/kinds.hpp"
#include "record/line.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear::letter {

inline constexpr std::size_t most_body_characters = 30'000;
inline constexpr std::size_t most_recipient_characters = 1'000;
inline constexpr std::size_t most_reason_characters = 2'000;

struct Letter {
  std::string ref;  // "LETTER-7"
  std::string case_ref;
  Kind kind = Kind::acknowledgement;
  State state = State::draft;
  std::int64_t template_version = 0;  // what it was begun from
  std::string recipient;              // name and address, as on the envelope; may be empty
  std::string body;
  std::string extension_reason;           // of a letter that we need longer
  std::optional<base::Date> extended_to;  // the same
  base::Date drafted;
  std::string drafted_by_ref;
  std::string drafted_by;
  std::optional<base::Date> sent;
  std::optional<SentBy> sent_by;
  std::int64_t version = 1;

  // The date that stands on it.
  [[nodiscard]] base::Date dated() const { return sent.value_or(drafted); }
};

// "Acknowledgement letter about CASE-12": without a name.
[[nodiscard]] std::string title(const Letter& letter);

struct NewLetter {
  std::optional<Kind> kind;
  bool with_identity = false;    // fill in the name and address that the person left
  std::string extension_reason;  // both only for a letter that we need longer
  std::optional<base::Date> extended_to;
};

// Begins a letter about a case.
// Errors: not_found; invalid, with every problem: kind, with_identity, extension_reason,
// extended_to.
[[nodiscard]] base::Result<Letter> draft_letter(store::Writer& writer, const record::Work& work,
                                                const std::string& case_ref,
                                                const NewLetter& given);

struct Words {
  std::string recipient;
  std::string body;
};

// The verbs that follow are given the version of the letter that the officer was looking at.
// Errors of all: not_found; conflict, when it has changed since or is no draft any more; invalid.
[[nodiscard]] base::Result<Letter> change_letter(store::Writer& writer, const record::Work& work,
                                                 const std::string& ref, std::int64_t version,
                                                 const Words& words);

struct Sending {
  std::optional<SentBy> by;
  std::optional<base::Date> on;
  // What the complaint wants to know beside (complaint_step.hpp); the rest is not looked at.
  std::optional<Complexity> complexity = std::nullopt;  // of an acknowledgement
  std::optional<bool> agreed = std::nullopt;            // of a longer time: by the person
  std::string summary = {};                             // of a response: what the person reads
  bool says_how_considered = false;
  bool says_what_is_done = false;
  bool says_ombudsman = false;
};
// Records that it went out, and with it the step of the complaint that it is. Refuses a letter in
// which something is still left to enter.
[[nodiscard]] base::Result<Letter> send_letter(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, std::int64_t version,
                                               const Sending& sending);
[[nodiscard]] base::Result<Letter> discard_letter(store::Writer& writer, const record::Work& work,
                                                  const std::string& ref, std::int64_t version,
                                                  const std::string& reason);

[[nodiscard]] std::optional<Letter> find_letter(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::string& ref);
// Of one case, oldest first.
[[nodiscard]] std::vector<Letter> letters_of(store::Reader& reader, const std::string& authority_id,
                                             const std::string& case_ref);
// How somebody comes to see what a letter says.
enum class Opened { page, form, pdf, word, html };
[[nodiscard]] std::string_view label(Opened how);  // "As PDF"

// The letter, to show to the actor. That they opened it is written down in the history of its case,
// once a day for each way: somebody who reads a page again has not looked twice.
[[nodiscard]] std::optional<Letter> open_letter(store::Writer& writer, const record::Work& work,
                                                const std::string& ref, Opened how);
// In one state, newest first.
[[nodiscard]] std::vector<Letter> letters_in(store::Reader& reader, const std::string& authority_id,
                                             State state, int most);
[[nodiscard]] std::int64_t count_letters(store::Reader& reader, const std::string& authority_id,
                                         State state);

// Puts the nodes of all letters on the line anew, for `throughline rebuild`.
void rebuild_letters(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::hear::letter
