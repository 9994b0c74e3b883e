// What happens to a project after it was added: asks and answers, hold-ups, joining, finishing.

#include "hear/coproduction/checks.hpp"
#include "hear/coproduction/project.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::hear::coproduction {
namespace {

tl::unexpected<base::Error> no_such_project() {
  return base::refuse(base::ErrorKind::not_found, "There is no such project");
}

// The project, when it is there and not finished.
base::Result<Project> under_way(store::Reader& reader, const record::Work& work,
                                const std::string& ref) {
  auto found = find_project(reader, work.authority_id, ref);
  if (!found) return no_such_project();
  if (found->finished_on) {
    return base::refuse(base::ErrorKind::conflict,
                        "This project is finished. Take it up again to change it");
  }
  return *std::move(found);
}

void bring_up_to_date(store::Writer& writer, const record::Work& work, const std::string& ref) {
  put_on_line(writer, work.authority_id, *find_project(writer, work.authority_id, ref));
}

std::string upper(const std::string& typed) {
  auto ref = text::tidied(typed);
  std::ranges::transform(ref, ref.begin(), [](unsigned char c) { return std::toupper(c); });
  return ref;
}

}  // namespace

base::Result<void> ask(store::Writer& writer, const record::Work& work, const std::string& ref,
                       const std::string& asked) {
  const auto found = under_way(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  std::vector<base::Problem> problems;
  check_words(writer, work.authority_id, problems, "asked", asked, 2'000,
              "Enter what people asked for");
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto number = static_cast<std::int64_t>(found->asks.size()) + 1;
  writer.execute(
      "insert into coproduction_asks (authority_id, project_ref, number, asked, outcome, answer, "
      "answered_on) values ($1, $2, $3, $4, 'open', '', '')",
      {work.authority_id, ref, number, std::string(text::trimmed(asked))});
  record::append_event(writer, work, ref, "ask added", {{"number", std::to_string(number)}});
  return {};
}

base::Result<void> answer_ask(store::Writer& writer, const record::Work& work,
                              const std::string& ref, std::int64_t number,
                              const std::string& outcome, const std::string& answer) {
  const auto found = under_way(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  if (number < 1 || number > static_cast<std::int64_t>(found->asks.size())) {
    return base::refuse({{"number", "Choose what people asked for"}});
  }
  std::vector<base::Problem> problems;
  const auto became = outcome_from_text(outcome);
  if (!became || *became == Outcome::open) {
    problems.push_back({"outcome", "Choose whether it changed"});
  }
  check_words(
      writer, work.authority_id, problems, "answer", answer, 2'000,
      became == Outcome::not_changed ? "Enter why it did not change" : "Enter what changed");
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "update coproduction_asks set outcome = $4, answer = $5, answered_on = $6 where authority_id "
      "= $1 and project_ref = $2 and number = $3",
      {work.authority_id, ref, number, outcome, std::string(text::trimmed(answer)),
       base::to_text(work.today())});
  record::append_event(
      writer, work, ref, "ask answered",
      {{"number", std::to_string(number)}, {"outcome", std::string(label(*became))}});
  return {};
}

base::Result<void> hold_up(store::Writer& writer, const record::Work& work, const std::string& ref,
                           std::optional<base::Date> since, const std::string& why,
                           const std::string& owner) {
  const auto found = under_way(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  if (found->held_up()) {
    return base::refuse(base::ErrorKind::conflict,
                        "This project is stuck already. Say how it was freed first");
  }
  std::vector<base::Problem> problems;
  if (!since) problems.push_back({"since", "Enter the day since which it is stuck"});
  if (since && (*since > work.today() || *since < found->asked_on)) {
    problems.push_back({"since", "The day must lie between the day people were asked and today"});
  }
  check_words(writer, work.authority_id, problems, "why", why, 2'000, "Enter where it got stuck");
  check_words(writer, work.authority_id, problems, "owner", owner, 100,
              "Enter who can free it: a post or a team");
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "insert into coproduction_hold_ups (authority_id, project_ref, number, since, why, owner, "
      "freed, how) values ($1, $2, $3, $4, $5, $6, '', '')",
      {work.authority_id, ref, static_cast<std::int64_t>(found->hold_ups.size()) + 1,
       base::to_text(*since), std::string(text::trimmed(why)), text::tidied(owner)});
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "stuck", {{"since", base::to_text(*since)}});
  return {};
}

base::Result<void> free_project(store::Writer& writer, const record::Work& work,
                                const std::string& ref, std::optional<base::Date> freed,
                                const std::string& how) {
  const auto found = under_way(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  const auto* stuck = found->held_up();
  if (!stuck) return base::refuse(base::ErrorKind::conflict, "This project is not stuck");
  std::vector<base::Problem> problems;
  if (!freed) problems.push_back({"freed", "Enter the day on which it was freed"});
  if (freed && (*freed > work.today() || *freed < stuck->since)) {
    problems.push_back({"freed", "The day must lie between the day it got stuck and today"});
  }
  check_words(writer, work.authority_id, problems, "how", how, 2'000, "Enter how it was freed");
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "update coproduction_hold_ups set freed = $4, how = $5 where authority_id = $1 and "
      "project_ref = $2 and number = $3",
      {work.authority_id, ref, stuck->number, base::to_text(*freed),
       std::string(text::trimmed(how))});
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "freed", {{"on", base::to_text(*freed)}});
  return {};
}

base::Result<void> finish(store::Writer& writer, const record::Work& work, const std::string& ref) {
  const auto found = under_way(writer, work, ref);
  if (!found) return tl::make_unexpected(found.error());
  if (const auto open = found->asks_that(Outcome::open); open > 0) {
    return base::refuse(base::ErrorKind::conflict,
                        std::to_string(open) + (open == 1 ? " thing" : " things") +
                            " that people asked for " + (open == 1 ? "has" : "have") +
                            " no answer yet. Answer each before the project is finished");
  }
  if (found->held_up()) {
    return base::refuse(base::ErrorKind::conflict,
                        "This project is stuck. Say how it was freed before it is finished");
  }
  writer.execute(
      "update coproduction_projects set finished_on = $3, version = version + 1 where authority_id "
      "= $1 and ref = $2",
      {work.authority_id, ref, base::to_text(work.today())});
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "finished");
  return {};
}

base::Result<void> take_up_again(store::Writer& writer, const record::Work& work,
                                 const std::string& ref) {
  const auto found = find_project(writer, work.authority_id, ref);
  if (!found) return no_such_project();
  if (!found->finished_on) {
    return base::refuse(base::ErrorKind::conflict, "This project is not finished");
  }
  writer.execute(
      "update coproduction_projects set finished_on = '', version = version + 1 where authority_id "
      "= $1 and ref = $2",
      {work.authority_id, ref});
  bring_up_to_date(writer, work, ref);
  record::append_event(writer, work, ref, "taken up again");
  return {};
}

base::Result<void> consider(store::Writer& writer, const record::Work& work, const std::string& ref,
                            const std::string& source) {
  if (!find_project(writer, work.authority_id, ref)) return no_such_project();
  const auto from = upper(source);
  const auto kind = record::kind_of(from);
  if ((kind != record::NodeKind::case_ && kind != record::NodeKind::theme) ||
      !record::find_node(writer, work.authority_id, from)) {
    return base::refuse({{"source", "Enter a case or a theme that is here, like CASE-12"}});
  }
  record::add_link(writer, work, {from, record::Relation::considered_in, ref});
  record::append_event(writer, work, ref, "joined", {{"considered", from}});
  return {};
}

base::Result<void> join_action(store::Writer& writer, const record::Work& work,
                               const std::string& ref, const std::string& action_ref) {
  if (!find_project(writer, work.authority_id, ref)) return no_such_project();
  const auto action = upper(action_ref);
  if (record::kind_of(action) != record::NodeKind::action ||
      !record::find_node(writer, work.authority_id, action)) {
    return base::refuse({{"action", "Enter an action that is here, like ACTION-4"}});
  }
  record::add_link(writer, work, {ref, record::Relation::raised, action});
  record::append_event(writer, work, ref, "joined", {{"action", action}});
  return {};
}

}  // namespace throughline::hear::coproduction
