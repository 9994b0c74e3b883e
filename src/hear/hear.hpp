#pragma once

// HEAR, the first stage of the line: what people, unpaid carers, staff and neighbours tell the
// council, through the public form, by phone, letter or in person, or from a file. This is its
// front door: the verbs. It keeps words exactly as they came, keeps who said them apart, and
// refuses to judge what they mean: that is for understand.

#include "hear/case.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>

namespace throughline::hear {

struct Received {
  std::string ref;
  std::string receipt;
  bool again = false;  // this submission had made its case before; nothing was added
};

// Takes in what someone said. The same submission key gives the same case again.
// Errors: invalid, with every problem.
[[nodiscard]] base::Result<Received> receive(store::Writer& writer, const record::Work& work,
                                             const NewCase& given);

[[nodiscard]] std::optional<Case> find_case(store::Reader& reader, const std::string& authority_id,
                                            const std::string& ref);
// By what a person typed of their receipt; upper and lower case, spaces and dashes are forgiven.
[[nodiscard]] std::optional<Case> find_by_receipt(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  std::string_view typed);
[[nodiscard]] std::optional<Received> find_by_submission(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         const std::string& submission_key);

// The verbs of an officer. Each is given the version of the case that the officer was looking at.
// Errors of all: not_found; conflict, when the case has changed since, or is not in a state that
// allows it; invalid, with every problem.

// Starts looking into a case, in the actor's name.
[[nodiscard]] base::Result<void> look_into(store::Writer& writer, const record::Work& work,
                                           const std::string& ref, std::int64_t version);

struct Closing {
  std::optional<Outcome> outcome;
  std::string answer;  // what the person reads: what was done, or why not
};
// Refuses a complaint, which has rules of its own (complaint/complaint.hpp).
[[nodiscard]] base::Result<void> close(store::Writer& writer, const record::Work& work,
                                       const std::string& ref, std::int64_t version,
                                       const Closing& closing);

[[nodiscard]] base::Result<void> reopen(store::Writer& writer, const record::Work& work,
                                        const std::string& ref, std::int64_t version,
                                        const std::string& reason);

struct Correction {
  std::optional<Kind> kind;
  std::string service_ref;  // empty: not about one service
  std::string reason;       // why the first was wrong
  // From when it is a complaint, when it becomes one: the clock runs from there. Nothing: from the
  // day it came, because it was one all along.
  std::optional<base::Date> complaint_since = std::nullopt;
};
[[nodiscard]] base::Result<void> correct(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, std::int64_t version,
                                         const Correction& correction);

// Puts the nodes and the searched words of all cases back from what is known of them, for
// `throughline rebuild`.
void rebuild_cases(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::hear
