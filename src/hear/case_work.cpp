#include "formats/encoding.hpp"
#include "hear/answer/answer_mail.hpp"
#include "hear/answer/follow_up.hpp"
#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/waiting.hpp"
#include "hear/hear.hpp"
#include "hear/idea/reply_mail.hpp"
#include "record/event.hpp"

namespace throughline::hear {
namespace {

constexpr std::size_t most_answer_characters = 10'000;
constexpr std::size_t most_reason_characters = 1'000;

// The case, when it stands as the officer saw it.
base::Result<Case> as_seen(store::Reader& reader, const record::Work& work, const std::string& ref,
                           std::int64_t version) {
  auto found = find_case(reader, work.authority_id, ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such case");
  if (found->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this case while you had it open. Read what changed, then "
                        "try again");
  }
  return *std::move(found);
}

void check_reason(std::vector<base::Problem>& problems, const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.push_back({"reason", "Enter why"});
  } else if (!formats::is_utf8(reason) || characters(reason) > most_reason_characters) {
    problems.push_back({"reason", "Why must be 1,000 characters or fewer"});
  }
}

std::string move_of(std::string_view from, std::string_view to) {
  return std::string(from) + " to " + std::string(to);
}

}  // namespace

base::Result<void> keep_case(store::Writer& writer, const record::Work& work, const Case& changed) {
  const auto rows = writer.execute(
      "update cases set kind = $4, service_ref = $5, status = $6, officer_ref = $7, outcome = $8, "
      "answer = $9, closed = $10, version = version + 1 "
      "where authority_id = $1 and ref = $2 and version = $3",
      {work.authority_id, changed.ref, changed.version, std::string(to_text(changed.kind)),
       changed.service_ref, std::string(to_text(changed.status)), changed.officer_ref,
       changed.outcome ? std::string(to_text(*changed.outcome)) : "", changed.answer,
       changed.closed});
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this case at the same moment. Try again");
  }
  put_case_node(writer, work.authority_id, changed);
  if (changed.kind == Kind::complaint) put_waiting(writer, work.authority_id, changed.ref);
  return {};
}

base::Result<void> look_into(store::Writer& writer, const record::Work& work,
                             const std::string& ref, std::int64_t version) {
  auto found = as_seen(writer, work, ref, version);
  if (!found) return tl::make_unexpected(found.error());
  if (found->status == Status::closed) {
    return base::refuse(base::ErrorKind::conflict, "This case is closed. Reopen it first");
  }
  const auto before = found->status;
  found->status = Status::looking_into;
  found->officer_ref = work.actor.user_ref;
  if (auto kept = keep_case(writer, work, *found); !kept) return kept;
  record::append_event(writer, work, ref, "looked into",
                       {{"status", move_of(label(before), label(found->status))}});
  return {};
}

base::Result<void> close(store::Writer& writer, const record::Work& work, const std::string& ref,
                         std::int64_t version, const Closing& closing) {
  auto found = as_seen(writer, work, ref, version);
  if (!found) return tl::make_unexpected(found.error());
  if (found->status == Status::closed) {
    return base::refuse(base::ErrorKind::conflict, "This case is already closed");
  }
  if (found->kind == Kind::complaint) {
    return base::refuse(base::ErrorKind::conflict,
                        "A complaint is closed with the outcome of each point, its response and "
                        "what was learned");
  }
  std::vector<base::Problem> problems;
  if (!closing.outcome) problems.push_back({"outcome", "Choose what came of it"});
  if (closing.answer.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.push_back({"answer", "Enter the answer that the person will read"});
  } else if (!formats::is_utf8(closing.answer) || closing.answer.find('\0') != std::string::npos ||
             characters(closing.answer) > most_answer_characters) {
    problems.push_back({"answer", "The answer must be 10,000 characters or fewer"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));

  const auto before = found->status;
  found->status = Status::closed;
  found->outcome = closing.outcome;
  found->answer = closing.answer;
  found->closed = base::to_text(work.today());
  if (auto kept = keep_case(writer, work, *found); !kept) return kept;
  record::append_event(writer, work, ref, "closed",
                       {{"status", move_of(label(before), label(found->status))},
                        {"outcome", std::string(label(*found->outcome))}});
  queue_answer(writer, work, ref);
  queue_reply(writer, work, ref);
  return {};
}

base::Result<void> reopen(store::Writer& writer, const record::Work& work, const std::string& ref,
                          std::int64_t version, const std::string& reason) {
  auto found = as_seen(writer, work, ref, version);
  if (!found) return tl::make_unexpected(found.error());
  if (found->status != Status::closed) {
    return base::refuse(base::ErrorKind::conflict, "This case is already open");
  }
  std::vector<base::Problem> problems;
  check_reason(problems, reason);
  if (!problems.empty()) return base::refuse(std::move(problems));

  // The answer stays as a draft of the next one; the person sees it only while the case is closed.
  found->status = Status::looking_into;
  found->closed.clear();
  if (found->officer_ref.empty()) found->officer_ref = work.actor.user_ref;
  if (found->kind == Kind::complaint) begin_round(writer, work, ref);
  if (auto kept = keep_case(writer, work, *found); !kept) return kept;
  record::append_event(writer, work, ref, "reopened",
                       {{"status", move_of(label(Status::closed), label(found->status))}}, reason);
  record::withdraw_mail(writer, work, answer_purpose, ref);
  record::withdraw_mail(writer, work, reply_purpose, ref);
  past_follow_ups(writer, work, ref);
  return {};
}

base::Result<void> correct(store::Writer& writer, const record::Work& work, const std::string& ref,
                           std::int64_t version, const Correction& correction) {
  auto found = as_seen(writer, work, ref, version);
  if (!found) return tl::make_unexpected(found.error());
  std::vector<base::Problem> problems;
  if (!correction.kind) problems.push_back({"kind", "Choose what kind of feedback it is"});
  std::string name;
  if (!correction.service_ref.empty()) {
    const auto row = writer.row("select name from services where authority_id = $1 and ref = $2",
                                {work.authority_id, correction.service_ref});
    if (row) {
      name = row->text(0);
    } else {
      problems.push_back({"service", "Choose a service in the list"});
    }
  }
  const bool becomes_complaint =
      correction.kind == Kind::complaint && found->kind != Kind::complaint;
  if (becomes_complaint && found->status == Status::closed) {
    return base::refuse(base::ErrorKind::conflict,
                        "This case is closed. Open it again before it becomes a complaint");
  }
  const auto since = correction.complaint_since.value_or(found->received);
  if (becomes_complaint && (since < found->received || since > work.today())) {
    problems.push_back({"since", "The date must be between " + base::to_long_text(found->received) +
                                     ", the day it came, and today"});
  }
  check_reason(problems, correction.reason);
  if (problems.empty() && *correction.kind == found->kind &&
      correction.service_ref == found->service_ref) {
    problems.push_back({"kind", "Change the kind or the service, or go back to the case"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));

  record::Details details;
  if (becomes_complaint) {
    begin_complaint(writer, work, ref, since);
    details.emplace_back("complaint since", base::to_long_text(since));
  } else if (found->kind == Kind::complaint && *correction.kind != Kind::complaint) {
    end_complaint(writer, work, ref, "corrected");
  }
  if (*correction.kind != found->kind) {
    details.emplace_back("kind", move_of(label(found->kind), label(*correction.kind)));
  }
  if (correction.service_ref != found->service_ref) {
    const auto said = [](const std::string& service) {
      return service.empty() ? std::string("not about one service") : service;
    };
    details.emplace_back("service", move_of(said(found->service_name), said(name)));
  }
  found->kind = *correction.kind;
  found->service_ref = correction.service_ref;
  found->service_name = name;
  if (auto kept = keep_case(writer, work, *found); !kept) return kept;
  writer.execute("update case_themes set kind = $3 where authority_id = $1 and case_ref = $2",
                 {work.authority_id, ref, std::string(to_text(found->kind))});
  record::append_event(writer, work, ref, "corrected", details, correction.reason);
  return {};
}

}  // namespace throughline::hear
