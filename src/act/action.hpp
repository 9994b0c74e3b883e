#pragma once

// An action: something the council will change because of what it heard or found. It stands between
// UNDERSTAND and PROVE: it is raised from cases and themes, and names the measure that it should
// move, so that its effect can be tested later. It does not say whether it worked; `prove` does.

#include "base/date.hpp"
#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::act {

enum class ActionStatus { planned, under_way, done, stopped };

[[nodiscard]] std::string_view to_text(ActionStatus status);   // "under_way"
[[nodiscard]] std::string_view label_of(ActionStatus status);  // "Under way"
[[nodiscard]] std::optional<ActionStatus> action_status_from_text(std::string_view text);

struct Action {
  std::string ref;         // "ACTION-17"
  std::string title;       // "Ring people when a home care visit will be late"
  std::string aim;         // what it should change, and for whom
  std::string owner_ref;   // "USER-3"; empty when the owner does not sign in
  std::string owner_name;  // who sees it through
  base::Date due;
  ActionStatus status = ActionStatus::planned;
  std::optional<base::Date> began;  // the day the change took effect: before and after part here
  std::optional<base::Date> ended;  // done or stopped
  std::string outcome;              // what was done, or why it was stopped
  std::string measure_ref;          // "MEASURE-4": what it should move; empty until chosen
  std::string raised;               // instant
  std::int64_t version = 1;         // goes up with every change
};

// An action that is not finished on the day after it was due is late.
[[nodiscard]] bool is_late(const Action& action, base::Date today);

// What a person fills in. Sources are cases and themes that it answers.
struct ActionForm {
  std::string title;
  std::string aim;
  std::string owner_ref;
  std::string owner_name;
  std::optional<base::Date> due;
  std::string measure_ref;
};

inline constexpr std::size_t longest_title = 200;
inline constexpr std::size_t longest_text = 4000;

// Raises an action from any number of cases and themes (none is allowed: findings come from
// elsewhere too). Errors: invalid, every problem of the form; not_found, for a source or measure
// that this council does not have.
[[nodiscard]] base::Result<Action> raise(store::Writer& writer, const record::Work& work,
                                         const ActionForm& form,
                                         const std::vector<std::string>& sources);

// The same; but when this very action, from these very sources, was raised in the last ten minutes,
// it is given back and nothing is added: a button that was pressed twice makes one action.
[[nodiscard]] base::Result<Action> raise_once(store::Writer& writer, const record::Work& work,
                                              const ActionForm& form,
                                              const std::vector<std::string>& sources);

// Changes what was filled in. Errors: invalid; not_found; conflict, when someone changed the action
// after `version`.
[[nodiscard]] base::Result<Action> change(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, std::int64_t version,
                                          const ActionForm& form);

// The change takes effect on `began`; the measure is compared before and after that day.
// Errors: invalid, for a day to come; not_found; conflict, when it is finished.
[[nodiscard]] base::Result<Action> begin(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, base::Date began);

// Finishes an action: done, with what was done; or stopped, with why.
// Errors: invalid; not_found; conflict, when it is finished, or done without having begun.
[[nodiscard]] base::Result<Action> finish(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, ActionStatus end,
                                          base::Date ended, const std::string& outcome);

// Takes a finished action up again. Errors: invalid, without a reason; not_found; conflict.
[[nodiscard]] base::Result<Action> reopen(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, const std::string& reason);

// Joins another case or theme to the action, or parts them. Errors: not_found.
[[nodiscard]] base::Result<Action> add_source(store::Writer& writer, const record::Work& work,
                                              const std::string& ref, const std::string& source);
[[nodiscard]] base::Result<Action> remove_source(store::Writer& writer, const record::Work& work,
                                                 const std::string& ref, const std::string& source);

[[nodiscard]] std::optional<Action> find_action(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::string& ref);
// The actions that should move a measure, by the day they began.
[[nodiscard]] std::vector<Action> actions_on_measure(store::Reader& reader,
                                                     const std::string& authority_id,
                                                     const std::string& measure_ref);

struct ActionFilter {
  std::optional<ActionStatus> status;
  bool late_only = false;
  std::string owner_ref;  // empty: anyone's
};

// Shape: unfinished actions first by due date, then finished ones, latest first; `most` from
// `offset`.
[[nodiscard]] std::vector<Action> list_actions(store::Reader& reader, const record::Work& work,
                                               const ActionFilter& filter, int offset, int most);
[[nodiscard]] std::int64_t count_actions(store::Reader& reader, const record::Work& work,
                                         const ActionFilter& filter);

// Puts the nodes of all actions on the line anew, for `throughline rebuild`.
void rebuild_actions(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::act
