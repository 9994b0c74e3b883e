#pragma once

// A piece of co-production: what people and the council made or decided together. It says how
// early people joined, how long they were given, who took part, what they asked for, and what
// became of each ask. It is a record on the line: cases and themes are considered in it, and it
// raises actions.
//
// It refuses to be finished while something that people asked for has no answer.

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/working_days.hpp"
#include "hear/coproduction/words.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline::hear::coproduction {

struct Ask {
  std::int64_t number = 0;
  std::string asked;
  Outcome outcome = Outcome::open;
  std::string answer;  // what changed, or why it did not
  std::optional<base::Date> answered;
};

struct HoldUp {
  std::int64_t number = 0;
  base::Date since;
  std::string why;
  std::string owner;  // the part of the council, or the post, that can free it
  std::optional<base::Date> freed;
  std::string how;
};

struct GroupName {
  std::string ref;
  std::string name;
};

struct Project {
  std::string ref;  // "PROJECT-3"
  std::string title;
  std::string about;
  std::string question;  // what people were asked
  std::string service_ref;
  std::string service_name;
  Stage stage = Stage::idea;
  bool open_to_all = false;  // anyone could take part, besides the groups
  base::Date asked_on;
  std::optional<base::Date> wanted_by;
  std::optional<base::Date> decided_on;
  std::optional<base::Date> finished_on;
  std::int64_t version = 1;
  std::string added_at;
  std::string added_by;
  std::vector<GroupName> groups;
  std::vector<std::pair<Standing, std::int64_t>> took_part;  // those above 0
  std::vector<Ask> asks;
  std::vector<HoldUp> hold_ups;

  [[nodiscard]] State state() const;
  // The hold-up that has not been freed.
  [[nodiscard]] const HoldUp* held_up() const;
  [[nodiscard]] std::int64_t people() const;
  [[nodiscard]] std::int64_t asks_that(Outcome outcome) const;
  // Units: days from the day on which people were asked to the day by which answers were wanted.
  // Nothing when answers were wanted by no day.
  [[nodiscard]] std::optional<int> days_given() const;
  // Nothing either when the list of bank holidays does not reach that far.
  [[nodiscard]] std::optional<int> working_days_given(const base::WorkingDays& days) const;
};

struct ProjectForm {
  std::string title;
  std::string about;
  std::string question;
  std::string service_ref;
  std::string stage;
  std::string open_to_all;  // "yes" or ""
  std::optional<base::Date> asked_on;
  std::optional<base::Date> wanted_by;
  std::optional<base::Date> decided_on;
  std::vector<std::string> groups;                       // refs
  std::array<std::string, all_standings.size()> people;  // as typed, in the order of all_standings
};
[[nodiscard]] ProjectForm form_of(const Project& project);

struct ProjectFilter {
  std::optional<Stage> stage;
  std::optional<State> state;
  std::string service_ref;
  std::optional<base::Date> from;  // asked on
  std::optional<base::Date> to;
};
// Latest first, whole.
[[nodiscard]] std::vector<Project> projects(store::Reader& reader, const std::string& authority_id,
                                            const ProjectFilter& filter);
[[nodiscard]] std::optional<Project> find_project(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& ref);
// Errors: invalid, with every problem.
[[nodiscard]] base::Result<Project> add_project(store::Writer& writer, const record::Work& work,
                                                const ProjectForm& form);
// Errors: the same; not_found; conflict, when it has changed since `version`.
[[nodiscard]] base::Result<Project> change_project(store::Writer& writer, const record::Work& work,
                                                   const std::string& ref, std::int64_t version,
                                                   const ProjectForm& form);

// Errors, of each: not_found; conflict, when the project is finished; invalid ("asked").
[[nodiscard]] base::Result<void> ask(store::Writer& writer, const record::Work& work,
                                     const std::string& ref, const std::string& asked);
// Errors besides: invalid ("outcome", "answer").
[[nodiscard]] base::Result<void> answer_ask(store::Writer& writer, const record::Work& work,
                                            const std::string& ref, std::int64_t number,
                                            const std::string& outcome, const std::string& answer);
// Errors besides: conflict, when it is stuck already; invalid ("since", "why", "owner").
[[nodiscard]] base::Result<void> hold_up(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, std::optional<base::Date> since,
                                         const std::string& why, const std::string& owner);
// Errors besides: conflict, when it is not stuck; invalid ("freed", "how").
[[nodiscard]] base::Result<void> free_project(store::Writer& writer, const record::Work& work,
                                              const std::string& ref,
                                              std::optional<base::Date> freed,
                                              const std::string& how);
// Errors: not_found; conflict, while an ask has no answer, it is stuck, or it is finished already.
[[nodiscard]] base::Result<void> finish(store::Writer& writer, const record::Work& work,
                                        const std::string& ref);
// Errors: not_found; conflict, when it is not finished.
[[nodiscard]] base::Result<void> take_up_again(store::Writer& writer, const record::Work& work,
                                               const std::string& ref);
// Joins a case or a theme that was considered in it.
// Errors: not_found; invalid ("source"), when there is no such case or theme.
[[nodiscard]] base::Result<void> consider(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, const std::string& source);
// Joins an action that it raised.
// Errors: not_found; invalid ("action"), when there is no such action.
[[nodiscard]] base::Result<void> join_action(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, const std::string& action_ref);

// Puts the nodes of all projects back, for `throughline rebuild`.
void rebuild_projects(store::Writer& writer, const std::string& authority_id);
// The node of one project as it stands.
void put_on_line(store::Writer& writer, const std::string& authority_id, const Project& project);

}  // namespace throughline::hear::coproduction
