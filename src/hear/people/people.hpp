#pragma once

// One person's data: found across cases by a name, an address, a telephone number or a reference;
// shown; taken out as a file; erased or pseudonymised everywhere, except what must stay, with why.
// data/personal.csv says which tables hold it and what becomes of each. Every look is an event.
//
// It does not know who is one person: someone chooses the cases that are theirs. Events hold none
// of a person's data by design and are never changed.

#include "hear/case.hpp"
#include "record/line.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::hear {

inline constexpr std::size_t most_matches = 200;
inline constexpr std::size_t most_cases_of_person = 500;

struct PersonMatch {
  Case found;                   // without its words
  std::vector<std::string> by;  // "Name", "Phone number", "Mentioned in the words"
  bool on_hold = false;
};

// A row that names someone beside the cases: who answered a survey by name, say.
struct NamedMatch {
  std::string id;      // "survey_names|WAVE-1|7KQ4": how a form names the row
  std::string record;  // "WAVE-1"
  std::string what;    // "That they answered a survey that was not anonymous"
  std::string name;
  std::string email;
  std::vector<std::string> keys;
};

struct PeopleFound {
  std::vector<PersonMatch> matches;  // best first: contact details, then words
  bool more = false;                 // there are more than most_matches
  std::vector<NamedMatch> named;     // the first most_matches
};

// Looks for a person; the history says that somebody looked, and not for whom.
// Errors: invalid, when what was typed is too short to look for.
[[nodiscard]] base::Result<PeopleFound> find_people(store::Writer& writer, const record::Work& work,
                                                    const std::string& typed);

// Everything that is held with one case.
// Shape: a table of rows; every cell is text.
struct HeldTable {
  std::string name;  // "case_words"
  std::string what;  // "What they said in their own words"
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct CaseHeld {
  std::string ref;
  std::string title;
  bool on_hold = false;
  std::vector<HeldTable> tables;  // those that hold a row
};

struct PersonData {
  std::vector<CaseHeld> cases;
  std::vector<NamedMatch> named;
  // Records made from these cases in the council's own words: a person must read them.
  std::vector<record::Node> made_from_them;
};

enum class Looking { to_show, to_export };

// Of cases, and of rows that name them beside the cases.
// Errors: not_found; invalid, without either or without a reason.
[[nodiscard]] base::Result<PersonData> look_at_person(store::Writer& writer,
                                                      const record::Work& work,
                                                      const std::vector<std::string>& case_refs,
                                                      const std::string& reason, Looking looking,
                                                      const std::vector<std::string>& named = {});

// As JSON, for a machine.
[[nodiscard]] std::string person_json(const PersonData& data, const record::Work& work);

enum class Way { erase, pseudonymise };
[[nodiscard]] std::string_view to_text(Way way);  // "erase"

// What an erasure does to one table.
struct Becomes {
  std::string what;
  std::string becomes;  // "Deleted"
  bool goes = false;
  std::string why;  // why it stays; empty when it goes
};
[[nodiscard]] std::vector<Becomes> what_becomes(Way way);

// Records made from cases, which no rule can change: evidence, public wordings and the like.
[[nodiscard]] std::vector<record::Node> made_from(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::vector<std::string>& case_refs);

// What stands in the way of an erasure, a sentence each: holds, redactions that are missing.
[[nodiscard]] std::vector<std::string> against_erasing(store::Reader& reader,
                                                       const std::string& authority_id,
                                                       const std::vector<std::string>& case_refs,
                                                       Way way);

struct Erased {
  int cases = 0;
  int named = 0;          // rows beside the cases
  std::string pseudonym;  // "Person 7KQ4-MX2P"; empty when erased
};

// Erases or pseudonymises cases, and rows that name the person beside them; all or none.
// Errors: not_found; invalid, without either or without a reason; conflict, when something stands
// in the way.
[[nodiscard]] base::Result<Erased> erase_person(store::Writer& writer, const record::Work& work,
                                                const std::vector<std::string>& case_refs, Way way,
                                                const std::string& reason,
                                                const std::vector<std::string>& named = {});

// Takes out who spoke and how to reach them, and leaves what they said; for retention.
// Errors: conflict, when the case is on hold.
[[nodiscard]] base::Result<void> erase_contact(store::Writer& writer, const record::Work& work,
                                               const std::string& case_ref,
                                               const std::string& reason);

struct Erasure {
  std::string way;  // "erase", "pseudonymise", "contact"
  std::string at;
  std::string by_name;
  std::string reason;
};
// What was erased of a case, latest last.
[[nodiscard]] std::vector<Erasure> erasures_of(store::Reader& reader,
                                               const std::string& authority_id,
                                               const std::string& case_ref);

// --- Who looked ---

struct Look {
  std::int64_t sequence = 0;
  std::string at;
  std::string who;
  std::string subject;  // "CASE-12", or "people" for a search
  std::string verb;     // "identity seen", "letter opened", "data seen" ...
  std::string reason;
};

// Latest first; those before an event, or the latest when `before` is 0.
[[nodiscard]] std::vector<Look> looks(store::Reader& reader, const std::string& authority_id,
                                      const std::string& who, std::int64_t before,
                                      std::size_t most);

}  // namespace throughline::hear
