#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/numbers.hpp"
#include "record/event.hpp"

namespace throughline::hear {
namespace {

// A mistyped year is the likeliest reason for a plan that ends later than this.
constexpr int most_months_ahead = 36;

void check_plan(std::vector<base::Problem>& problems, const Complaint& complaint,
                const NewPlan& given, base::Date today, bool changes) {
  if (!given.agreed) problems.push_back({"agreed", "Choose whether the person agreed to it"});
  check_past(problems, "made", given.made_on, complaint, today, "Enter the date it was agreed");
  check_words(problems, "what", given.what, most_long_characters, "Enter what will be looked into");
  check_words(problems, "how", given.how, most_long_characters, "Enter how it will be done");
  if (!given.respond_by) {
    problems.push_back({"respond", "Enter the date of the response"});
  } else if (given.made_on && *given.respond_by < *given.made_on) {
    problems.push_back({"respond", "The response cannot be before the plan is made"});
  } else if (*given.respond_by > base::add_months(today, most_months_ahead)) {
    problems.push_back({"respond", "The date of the response must be in the next 3 years"});
  }
  if (changes) {
    check_words(problems, "reason", given.reason, most_point_characters,
                "Enter why the plan is changed");
  }
}

// Only the person can lengthen the period, and only before it has ended.
void check_period(std::vector<base::Problem>& problems, const Complaint& complaint,
                  const NewPlan& given) {
  if (complaint.round != 1 || complaint.delay_explained) return;
  if (*given.respond_by <= complaint.period_ends) return;
  const auto end = base::to_long_text(complaint.period_ends);
  if (!*given.agreed) {
    problems.push_back({"respond", "Without the person's agreement the response must be sent by " +
                                       end + ", when the period ends"});
  } else if (*given.made_on > complaint.period_ends) {
    problems.push_back({"made", "A longer period can be agreed only before the period ends, on " +
                                    end +
                                    ". Record the explanation that was sent to them instead"});
  }
}

std::string said(const std::optional<base::Date>& date) {
  return date ? base::to_long_text(*date) : "none";
}

}  // namespace

base::Result<void> acknowledge_complaint(store::Writer& writer, const record::Work& work,
                                         const std::string& case_ref, std::int64_t version,
                                         const Acknowledgement& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  if (complaint.acknowledged) {
    return base::refuse(base::ErrorKind::conflict, "This complaint is acknowledged already");
  }
  std::vector<base::Problem> problems;
  check_past(problems, "on", given.on, complaint, work.today(),
             "Enter the date it was acknowledged");
  if (!given.means) problems.push_back({"means", "Choose how it was acknowledged"});
  if (!given.complexity) problems.push_back({"complexity", "Choose how hard it is to look into"});
  if (!problems.empty()) return base::refuse(std::move(problems));

  complaint.acknowledged = given.on;
  complaint.acknowledged_by_means = given.means;
  if (complaint.complexity != *given.complexity) {
    complaint.complexity = *given.complexity;
    set_target(complaint, targets_of(writer, work.authority_id));
  }
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  const bool late = complaint.acknowledge_by && *given.on > *complaint.acknowledge_by;
  record::append_event(writer, work, case_ref, "acknowledged",
                       {{"on", base::to_long_text(*given.on)},
                        {"how", std::string(label(*given.means))},
                        {"in time", !complaint.acknowledge_by ? "not known"
                                    : late                    ? "no"
                                                              : "yes"},
                        {"complexity", std::string(label(complaint.complexity))}});
  return {};
}

base::Result<void> set_complexity(store::Writer& writer, const record::Work& work,
                                  const std::string& case_ref, std::int64_t version,
                                  std::optional<Complexity> complexity) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  if (!complexity) {
    return base::refuse({{"complexity", "Choose how hard it is to look into"}});
  }
  auto& complaint = found->complaint;
  const auto before = complaint.complexity;
  const auto target = complaint.target_by;
  if (before == *complexity) return {};
  complaint.complexity = *complexity;
  set_target(complaint, targets_of(writer, work.authority_id));
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  record::append_event(
      writer, work, case_ref, "complexity set",
      {{"complexity", std::string(label(before)) + " to " + std::string(label(*complexity))},
       {"target", said(target) + " to " + said(complaint.target_by)}});
  return {};
}

base::Result<void> agree_plan(store::Writer& writer, const record::Work& work,
                              const std::string& case_ref, std::int64_t version,
                              const NewPlan& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  if (!complaint.acknowledged) {
    return base::refuse(base::ErrorKind::conflict, "Acknowledge the complaint first");
  }
  if (complaint.responded) {
    return base::refuse(base::ErrorKind::conflict,
                        "The response is sent. OpenComplaint the complaint again for another plan");
  }
  const bool changes = complaint.respond_by.has_value();
  std::vector<base::Problem> problems;
  check_plan(problems, complaint, given, work.today(), changes);
  if (problems.empty()) check_period(problems, complaint, given);
  if (!problems.empty()) return base::refuse(std::move(problems));

  const auto before = complaint.respond_by;
  complaint.respond_by = given.respond_by;
  if (complaint.round == 1 && *given.respond_by > complaint.period_ends) {
    complaint.period_ends = *given.respond_by;
  }
  const auto number = next_number(writer, work, "complaint_plans", case_ref);
  writer.execute(
      "insert into complaint_plans (authority_id, case_ref, number, round, made_on, agreed, what, "
      "how, respond_by, reason, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      {work.authority_id, case_ref, number, complaint.round, stored(given.made_on),
       std::int64_t{*given.agreed ? 1 : 0}, given.what, given.how, stored(given.respond_by),
       changes ? given.reason : "", work.actor.user_ref});
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  record::Details details{{"with", *given.agreed ? "the person" : "nobody: they did not want to"}};
  details.emplace_back("respond by", changes ? said(before) + " to " + said(given.respond_by)
                                             : said(given.respond_by));
  record::append_event(writer, work, case_ref, changes ? "plan changed" : "plan agreed", details);
  return {};
}

base::Result<void> explain_delay(store::Writer& writer, const record::Work& work,
                                 const std::string& case_ref, std::int64_t version,
                                 const NewDelay& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  std::vector<base::Problem> problems;
  check_past(problems, "sent", given.sent, complaint, work.today(),
             "Enter the date the explanation was sent");
  if (given.means != Means::letter && given.means != Means::email) {
    problems.push_back({"means", "Choose how it was sent: the explanation must be in writing"});
  }
  check_words(problems, "reason", given.reason, most_long_characters,
              "Enter why the response takes longer");
  if (!problems.empty()) return base::refuse(std::move(problems));

  complaint.delay_explained = given.sent;
  writer.execute(
      "insert into complaint_delays (authority_id, case_ref, number, sent, means, reason) "
      "values ($1, $2, $3, $4, $5, $6)",
      {work.authority_id, case_ref, next_number(writer, work, "complaint_delays", case_ref),
       stored(given.sent), std::string(to_text(*given.means)), given.reason});
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  record::append_event(writer, work, case_ref, "delay explained",
                       {{"sent", base::to_long_text(*given.sent)},
                        {"period ended", base::to_long_text(complaint.period_ends)}});
  return {};
}

}  // namespace throughline::hear
