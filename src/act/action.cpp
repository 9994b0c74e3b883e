#include "act/action.hpp"

#include "act/action_store.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace throughline::act {
namespace {

using base::ErrorKind;
using base::Problem;

constexpr std::array<std::pair<ActionStatus, std::pair<std::string_view, std::string_view>>, 4>
    statuses = {{{ActionStatus::planned, {"planned", "Planned"}},
                 {ActionStatus::under_way, {"under_way", "Under way"}},
                 {ActionStatus::done, {"done", "Done"}},
                 {ActionStatus::stopped, {"stopped", "Stopped"}}}};

bool is_finished(const Action& action) {
  return action.status == ActionStatus::done || action.status == ActionStatus::stopped;
}

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter == ' ' || letter == '\n'; });
}

void require_text(std::vector<Problem>& problems, const std::string& field, std::string_view text,
                  std::size_t longest, const std::string& missing) {
  if (is_blank(text)) {
    problems.push_back({field, missing});
  } else if (text.size() > longest) {
    problems.push_back(
        {field, "This is too long: use " + std::to_string(longest) + " characters or fewer"});
  }
}

std::vector<Problem> problems_of(const ActionForm& form) {
  std::vector<Problem> problems;
  require_text(problems, "title", form.title, longest_title, "Enter what will be done");
  require_text(problems, "aim", form.aim, longest_text, "Enter what this should change");
  require_text(problems, "owner", form.owner_name, longest_title,
               "Choose who will see this through");
  if (!form.due) problems.push_back({"due", "Enter the date it is due"});
  return problems;
}

base::Result<void> check_measure(store::Reader& reader, const std::string& authority_id,
                                 const std::string& measure_ref) {
  if (measure_ref.empty()) return {};
  if (record::kind_of(measure_ref) != record::NodeKind::measure ||
      !record::find_node(reader, authority_id, measure_ref)) {
    return base::refuse({{"measure", "Choose a measure from the list"}});
  }
  return {};
}

base::Result<void> check_source(store::Reader& reader, const std::string& authority_id,
                                const std::string& source) {
  const auto kind = record::kind_of(source);
  const bool can_raise = kind == record::NodeKind::case_ || kind == record::NodeKind::theme ||
                         kind == record::NodeKind::elsewhere ||
                         kind == record::NodeKind::ombudsman || kind == record::NodeKind::project ||
                         kind == record::NodeKind::joint_review;
  if (!can_raise || !record::find_node(reader, authority_id, source)) {
    return base::refuse(ErrorKind::not_found, "There is no record " + source);
  }
  return {};
}

base::Error no_such_action(const std::string& ref) {
  return {ErrorKind::not_found, "There is no action " + ref, {}};
}

base::Result<Action> found(store::Reader& reader, const record::Work& work,
                           const std::string& ref) {
  auto action = find_action(reader, work.authority_id, ref);
  if (!action) return tl::make_unexpected(no_such_action(ref));
  return std::move(*action);
}

// Keeps an action that was changed: its row, its node and its event.
Action keep(store::Writer& writer, const record::Work& work, Action action, const std::string& verb,
            const record::Details& details = {}, const std::string& reason = {}) {
  action.version += 1;
  update_action(writer, work.authority_id, action);
  put_action_node(writer, work.authority_id, action);
  record::append_event(writer, work, action.ref, verb, details, reason);
  return action;
}

void join_measure(store::Writer& writer, const record::Work& work, const Action& action,
                  const std::string& before) {
  if (before == action.measure_ref) return;
  if (!before.empty()) {
    record::remove_link(writer, work, {action.ref, record::Relation::moves, before});
  }
  if (!action.measure_ref.empty()) {
    record::add_link(writer, work, {action.ref, record::Relation::moves, action.measure_ref});
  }
}

}  // namespace

std::string_view to_text(ActionStatus status) {
  return statuses.at(static_cast<std::size_t>(status)).second.first;
}

std::string_view label_of(ActionStatus status) {
  return statuses.at(static_cast<std::size_t>(status)).second.second;
}

std::optional<ActionStatus> action_status_from_text(std::string_view text) {
  for (const auto& [status, words] : statuses) {
    if (words.first == text) return status;
  }
  return std::nullopt;
}

bool is_late(const Action& action, base::Date today) {
  return !is_finished(action) && action.due < today;
}

base::Result<Action> raise(store::Writer& writer, const record::Work& work, const ActionForm& form,
                           const std::vector<std::string>& sources) {
  if (auto problems = problems_of(form); !problems.empty()) return base::refuse(problems);
  if (auto checked = check_measure(writer, work.authority_id, form.measure_ref); !checked) {
    return tl::make_unexpected(checked.error());
  }
  for (const auto& source : sources) {
    if (auto checked = check_source(writer, work.authority_id, source); !checked) {
      return tl::make_unexpected(checked.error());
    }
  }
  Action action;
  action.ref = record::next_ref(writer, work, record::NodeKind::action);
  action.title = form.title;
  action.aim = form.aim;
  action.owner_ref = form.owner_ref;
  action.owner_name = form.owner_name;
  action.due = *form.due;
  action.measure_ref = form.measure_ref;
  action.raised = base::to_text(work.now);
  insert_action(writer, work.authority_id, action);
  put_action_node(writer, work.authority_id, action);
  record::Details details{{"due", base::to_text(action.due)}, {"owner", action.owner_name}};
  for (const auto& source : sources) {
    record::add_link(writer, work, {source, record::Relation::raised, action.ref});
    details.emplace_back("from", source);
  }
  join_measure(writer, work, action, "");
  record::append_event(writer, work, action.ref, "raised", details);
  return action;
}

base::Result<Action> raise_once(store::Writer& writer, const record::Work& work,
                                const ActionForm& form, const std::vector<std::string>& sources) {
  const std::set<std::string> wanted(sources.begin(), sources.end());
  const auto since = base::to_text(work.now - std::chrono::minutes{10});
  for (auto& action : actions_like(writer, work.authority_id, form, since)) {
    std::set<std::string> held;
    for (const auto& link : record::links_to(writer, work.authority_id, action.ref)) {
      if (link.relation == record::Relation::raised) held.insert(link.from);
    }
    if (held == wanted) return std::move(action);
  }
  return raise(writer, work, form, sources);
}

base::Result<Action> change(store::Writer& writer, const record::Work& work, const std::string& ref,
                            std::int64_t version, const ActionForm& form) {
  if (auto problems = problems_of(form); !problems.empty()) return base::refuse(problems);
  if (auto checked = check_measure(writer, work.authority_id, form.measure_ref); !checked) {
    return tl::make_unexpected(checked.error());
  }
  auto action = found(writer, work, ref);
  if (!action) return action;
  if (action->version != version) {
    return base::refuse(ErrorKind::conflict,
                        "Someone else changed this action while you were writing");
  }
  record::Details details;
  const auto note = [&](const std::string& field, const std::string& before,
                        const std::string& after) {
    if (before != after) details.emplace_back(field, before + " to " + after);
  };
  note("due", base::to_text(action->due), base::to_text(*form.due));
  note("owner", action->owner_name, form.owner_name);
  note("measure", action->measure_ref, form.measure_ref);
  if (action->title != form.title) details.emplace_back("title", "changed");
  if (action->aim != form.aim) details.emplace_back("aim", "changed");
  if (details.empty()) return action;
  const std::string measure_before = std::exchange(action->measure_ref, form.measure_ref);
  action->title = form.title;
  action->aim = form.aim;
  action->owner_ref = form.owner_ref;
  action->owner_name = form.owner_name;
  action->due = *form.due;
  join_measure(writer, work, *action, measure_before);
  return keep(writer, work, std::move(*action), "changed", details);
}

base::Result<Action> begin(store::Writer& writer, const record::Work& work, const std::string& ref,
                           base::Date began) {
  if (began > work.today()) {
    return base::refuse({{"began", "The day it began cannot be in the future"}});
  }
  auto action = found(writer, work, ref);
  if (!action) return action;
  if (is_finished(*action)) {
    return base::refuse(ErrorKind::conflict, "This action is finished. Reopen it first");
  }
  action->status = ActionStatus::under_way;
  action->began = began;
  return keep(writer, work, std::move(*action), "began", {{"on", base::to_text(began)}});
}

base::Result<Action> finish(store::Writer& writer, const record::Work& work, const std::string& ref,
                            ActionStatus end, base::Date ended, const std::string& outcome) {
  std::vector<Problem> problems;
  require_text(problems, "outcome", outcome, longest_text,
               end == ActionStatus::done ? "Enter what was done" : "Enter why it was stopped");
  if (ended > work.today()) {
    problems.push_back({"ended", "The day it ended cannot be in the future"});
  }
  if (end != ActionStatus::done && end != ActionStatus::stopped) {
    problems.push_back({"end", "Choose whether it is done or stopped"});
  }
  if (!problems.empty()) return base::refuse(problems);
  auto action = found(writer, work, ref);
  if (!action) return action;
  if (is_finished(*action)) {
    return base::refuse(ErrorKind::conflict, "This action is finished already");
  }
  if (end == ActionStatus::done && !action->began) {
    return base::refuse({{"end",
                          "Say when it began first, so that before and after can be told "
                          "apart"}});
  }
  if (action->began && ended < *action->began) {
    return base::refuse({{"ended", "It cannot end before it began"}});
  }
  action->status = end;
  action->ended = ended;
  action->outcome = outcome;
  return keep(writer, work, std::move(*action), std::string(to_text(end)),
              {{"on", base::to_text(ended)}});
}

base::Result<Action> reopen(store::Writer& writer, const record::Work& work, const std::string& ref,
                            const std::string& reason) {
  if (is_blank(reason)) return base::refuse({{"reason", "Enter why it is taken up again"}});
  auto action = found(writer, work, ref);
  if (!action) return action;
  if (!is_finished(*action)) {
    return base::refuse(ErrorKind::conflict, "This action is not finished");
  }
  action->status = action->began ? ActionStatus::under_way : ActionStatus::planned;
  action->ended.reset();
  return keep(writer, work, std::move(*action), "reopened", {}, reason);
}

base::Result<Action> add_source(store::Writer& writer, const record::Work& work,
                                const std::string& ref, const std::string& source) {
  auto action = found(writer, work, ref);
  if (!action) return action;
  if (auto checked = check_source(writer, work.authority_id, source); !checked) {
    return tl::make_unexpected(checked.error());
  }
  record::add_link(writer, work, {source, record::Relation::raised, ref});
  record::append_event(writer, work, ref, "joined", {{"from", source}});
  return action;
}

base::Result<Action> remove_source(store::Writer& writer, const record::Work& work,
                                   const std::string& ref, const std::string& source) {
  auto action = found(writer, work, ref);
  if (!action) return action;
  if (auto checked = check_source(writer, work.authority_id, source); !checked) {
    return tl::make_unexpected(checked.error());
  }
  record::remove_link(writer, work, {source, record::Relation::raised, ref});
  record::append_event(writer, work, ref, "parted", {{"from", source}});
  return action;
}

}  // namespace throughline::act
