#pragma once

// The register of the Ombudsman's decisions: its verbs. Decisions are added, corrected, joined to
// the case that was taken to the Ombudsman and to the actions that they raised; recommendations
// have a date by which they must be done.

#include "hear/ombudsman/decision.hpp"
#include "record/line.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

// Errors: invalid, with every problem; conflict, when the reference is here already.
[[nodiscard]] base::Result<Decision> add_decision(store::Writer& writer, const record::Work& work,
                                                  const DecisionForm& form);
// Errors: the same; not_found; conflict, when it has changed since `version`.
[[nodiscard]] base::Result<Decision> change_decision(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::string& ref, std::int64_t version,
                                                     const DecisionForm& form);

[[nodiscard]] std::optional<Decision> find_decision(store::Reader& reader,
                                                    const std::string& authority_id,
                                                    const std::string& ref);

struct DecisionFilter {
  std::string year;  // "2025-26": 1 April to 31 March; empty: all
  std::optional<Verdict> verdict;
  bool overdue = false;  // only those with a recommendation that is overdue
};
// Latest first, with their recommendations.
[[nodiscard]] std::vector<Decision> decisions(store::Reader& reader,
                                              const std::string& authority_id,
                                              const DecisionFilter& filter, base::Date today);

// "2025-26", the year to 31 March that a day lies in.
[[nodiscard]] std::string year_of(base::Date date);
// The first and the last day of it; nothing when it is no such year.
[[nodiscard]] std::optional<std::pair<base::Date, base::Date>> days_of(std::string_view year);

// Errors: not_found; invalid, when it was not upheld or a field is wrong ("what", "due").
[[nodiscard]] base::Result<void> recommend(store::Writer& writer, const record::Work& work,
                                           const std::string& ref, const std::string& what,
                                           std::optional<base::Date> due);
// Errors: not_found; invalid ("done", "evidence"); conflict, when it is done already.
[[nodiscard]] base::Result<void> complete(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, std::int64_t number,
                                          std::optional<base::Date> done,
                                          const std::string& evidence);

// Joins the decision to an action that it raised.
// Errors: not_found; invalid ("action"), when there is no such action.
[[nodiscard]] base::Result<void> join_action(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, const std::string& action_ref);

// How many recommendations are overdue, for the home page.
[[nodiscard]] std::int64_t count_overdue(store::Reader& reader, const std::string& authority_id,
                                         base::Date today);

// Puts the nodes of all decisions back, for `throughline rebuild`.
void rebuild_ombudsman(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::hear
