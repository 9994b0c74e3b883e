#include "web/hear/today.hpp"

#include "hear/answer/follow_up.hpp"
#include "hear/case_list.hpp"
#include "hear/idea/idea.hpp"
#include "hear/joint_review/review.hpp"
#include "hear/letter/letter.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "hear/partner/feedback.hpp"
#include "understand/understand.hpp"
#include "web/call.hpp"
#include "web/hear/complaint/worklist_page.hpp"
#include "web/hear/joint_review/review_waiting.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

std::string figure(std::int64_t count) {
  return count > hear::most_counted ? "1,000+" : std::to_string(count);
}

void add_letters(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("GET", "/letters")) return;
  const auto drafts =
      hear::letter::count_letters(reader, call.authority.id, hear::letter::State::draft);
  if (drafts == 0) return;
  tasks.push_back({std::to_string(drafts) + (drafts == 1 ? " letter" : " letters") +
                       " drafted and not yet sent",
                   "/letters", "Letters", ""});
}

void add_follow_up_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("POST", "/follow-ups/{ref}/reopening")) return;
  hear::FollowUpFilter filter;
  filter.waiting = true;
  const auto count = hear::count_follow_ups(reader, call.authority.id, filter);
  if (count == 0) return;
  tasks.push_back({count == 1 ? "1 person says that it is not fixed"
                              : std::to_string(count) + " people say that it is not fixed",
                   "/follow-ups?waiting=yes", "Open the case again, or leave it closed", ""});
}

// Those who reply are told what is owed, and everyone what waits for them.
void add_idea_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("POST", "/ideas/{ref}/reply")) return;
  const auto count = [&](hear::IdeaState state) {
    return hear::count_ideas(reader, call.work, {state, ""});
  };
  if (const auto overdue = count(hear::IdeaState::overdue); overdue > 0) {
    tasks.push_back(
        {std::to_string(overdue) + (overdue == 1 ? " reply" : " replies") + " to staff overdue",
         "/ideas?state=overdue", "They raised an idea or a gap and were promised a reply", ""});
  }
  if (call.work.actor.role == record::Role::leader) return;
  if (const auto owed = count(hear::IdeaState::owed); owed > 0) {
    tasks.push_back({std::to_string(owed) +
                         (owed == 1 ? " idea or gap is" : " ideas and gaps are") + " owed a reply",
                     "/ideas?state=owed", "", ""});
  }
}

void add_partner_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("POST", "/partner-feedback/{ref}/reply")) return;
  const auto count = [&](hear::IdeaState state) {
    return hear::count_feedback(reader, call.work, {state, ""});
  };
  if (const auto overdue = count(hear::IdeaState::overdue); overdue > 0) {
    tasks.push_back(
        {std::to_string(overdue) + (overdue == 1 ? " reply" : " replies") + " to partners overdue",
         "/partner-feedback?state=overdue", "They were promised a reply", ""});
  }
  if (call.work.actor.role == record::Role::leader) return;
  if (const auto owed = count(hear::IdeaState::owed); owed > 0) {
    tasks.push_back(
        {std::to_string(owed) + (owed == 1 ? " partner is" : " partners are") + " owed a reply",
         "/partner-feedback?state=owed", "", ""});
  }
}

// Partners are told what is due from them, and those who keep the register what is late.
void add_joint_review_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  namespace jr = hear::joint_review;
  if (!call.may("GET", "/joint-reviews/{ref}/part")) return;
  for (const auto& each : review_waiting(call, reader)) {
    tasks.push_back({each.text, each.href,
                     each.late ? "A joint review. This is late" : "A joint review",
                     "Due " + each.due});
  }
  if (!call.may("POST", "/joint-reviews")) return;
  const auto asked = jr::reviews(reader, call.work, {jr::State::asked, false, ""}).size();
  if (asked > 0) {
    tasks.push_back({asked == 1 ? "1 partner asks for a joint review"
                                : std::to_string(asked) + " joint reviews asked for by partners",
                     "/joint-reviews?state=asked", "Take it on, or say why not", ""});
  }
  int late = 0;
  for (const auto& each : jr::reviews(reader, call.work, {jr::State::open, true, ""})) {
    late += each.late_parts(call.work.today());
  }
  if (late == 0) return;
  tasks.push_back(
      {std::to_string(late) + (late == 1 ? " part" : " parts") + " of joint reviews late",
       "/joint-reviews?state=late", "", ""});
}

void add_ombudsman_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("POST", "/ombudsman")) return;
  const auto overdue = hear::count_overdue(reader, call.authority.id, call.work.today());
  if (overdue == 0) return;
  tasks.push_back({figure(overdue) + (overdue == 1 ? " recommendation" : " recommendations") +
                       " of the Ombudsman overdue",
                   "/ombudsman?overdue=yes", "", ""});
}

void add_new_cases(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  if (!call.may("GET", "/cases")) return;
  hear::CaseFilter waiting;
  waiting.statuses = {hear::Status::received};
  const auto count = hear::count_cases(reader, call.authority.id, waiting);
  if (count == 0) return;
  tasks.push_back(
      {figure(count) + (count == 1 ? " new case" : " new cases") + " that nobody looks into yet",
       "/cases?status=received&order=oldest", "The oldest first", ""});
}

}  // namespace

void add_hear_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks) {
  add_complaint_tasks(call, reader, tasks);
  add_ombudsman_tasks(call, reader, tasks);
  add_follow_up_tasks(call, reader, tasks);
  add_idea_tasks(call, reader, tasks);
  add_partner_tasks(call, reader, tasks);
  add_joint_review_tasks(call, reader, tasks);
  add_new_cases(call, reader, tasks);
  add_letters(call, reader, tasks);
}

void add_hear_panels(const Call& call, store::Reader& reader, std::vector<PanelView>& panels) {
  hear::CaseFilter open;
  open.statuses = {hear::Status::received, hear::Status::looking_into};
  panels.push_back({"Hear", figure(hear::count_cases(reader, call.authority.id, open)),
                    "open cases", call.may("GET", "/cases") ? "/cases" : ""});
  const auto totals = understand::theme_totals(reader, call.authority.id,
                                               understand::last_two_quarters(call.work.today()));
  const auto more =
      std::ranges::count(totals, understand::Movement::more, &understand::ThemeTotal::moved);
  panels.push_back(
      {"Understand", std::to_string(more),
       more == 1 ? "theme with more said than before" : "themes with more said than before",
       call.may("GET", "/themes") ? "/themes" : ""});
}

}  // namespace throughline::web
