#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/numbers.hpp"
#include "record/event.hpp"

namespace throughline::hear {
namespace {

// Consent that was given says when; consent that is not needed says why.
void check_consent(std::vector<base::Problem>& problems, const std::optional<Consent>& consent,
                   const std::optional<base::Date>& on, const std::string& reason,
                   base::Date today) {
  if (!consent) {
    problems.push_back({"consent", "Choose whether there is consent"});
    return;
  }
  if (*consent == Consent::seen || *consent == Consent::spoken) {
    if (!on) {
      problems.push_back({"consent-on", "Enter the date of the consent"});
    } else if (*on > today) {
      problems.push_back({"consent-on", "The date must be today or in the past"});
    }
  }
  check_words(problems, "reason", reason, most_point_characters,
              *consent == Consent::not_needed ? "Enter why consent is not needed" : "");
}

bool is_given(const std::optional<Consent>& consent) {
  return consent == Consent::seen || consent == Consent::spoken;
}

}  // namespace

base::Result<void> set_speaker(store::Writer& writer, const record::Work& work,
                               const std::string& case_ref, std::int64_t version,
                               const Speaker& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  std::vector<base::Problem> problems;
  if (!given.capacity) problems.push_back({"capacity", "Choose why they may complain"});
  const bool for_another =
      given.capacity && *given.capacity != Capacity::own && *given.capacity != Capacity::affected;
  if (for_another) {
    check_consent(problems, given.consent, given.consent_on, given.reason, work.today());
  }
  check_words(problems, "represented", given.represented_by, most_short_characters, "");
  if (!problems.empty()) return base::refuse(std::move(problems));

  complaint.capacity = given.capacity;
  complaint.consent = for_another ? given.consent : std::nullopt;
  complaint.consent_on = is_given(complaint.consent) ? given.consent_on : std::nullopt;
  complaint.consent_reason = for_another ? given.reason : "";
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  if (!given.represented_by.empty()) {
    writer.execute(
        "update complaints set represented_by = $3 where authority_id = $1 and case_ref = $2",
        {work.authority_id, case_ref, given.represented_by});
  }
  record::Details details{{"capacity", std::string(label(*given.capacity))}};
  if (complaint.consent) details.emplace_back("consent", std::string(label(*complaint.consent)));
  record::append_event(writer, work, case_ref, "speaker recorded", details);
  return {};
}

base::Result<void> set_time_limit(store::Writer& writer, const record::Work& work,
                                  const std::string& case_ref, std::int64_t version,
                                  const TimeLimit& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  auto& complaint = found->complaint;
  std::vector<base::Problem> problems;
  if (!given.happened) {
    problems.push_back({"happened", "Enter the date it happened, or about when"});
  } else if (*given.happened > complaint.begun) {
    problems.push_back({"happened", "It cannot have happened after the complaint was received"});
  }
  if (given.noticed && *given.noticed > complaint.begun) {
    problems.push_back({"noticed", "They cannot have noticed after they complained"});
  } else if (given.noticed && given.happened && *given.noticed < *given.happened) {
    problems.push_back({"noticed", "They cannot have noticed before it happened"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));

  complaint.happened = given.happened;
  complaint.noticed = given.noticed;
  const bool late = came_too_late(complaint);
  if (late) {
    if (given.decision != "accepted" && given.decision != "refused") {
      problems.push_back({"decision",
                          "It came more than 12 months after. Choose whether you look "
                          "into it all the same"});
    }
    check_words(problems, "reason", given.reason, most_long_characters, "Enter why");
    if (!problems.empty()) return base::refuse(std::move(problems));
  }
  complaint.late_decision = late ? given.decision : "";
  complaint.late_reason = late ? given.reason : "";
  complaint.late_decided_by = late ? work.actor.user_ref : "";
  if (auto kept = keep_complaint(writer, work, complaint); !kept) return kept;
  record::append_event(writer, work, case_ref, "time limit checked",
                       {{"within 12 months", late ? "no" : "yes"},
                        {"decision", !late                          ? "not needed"
                                     : given.decision == "accepted" ? "looked into all the same"
                                                                    : "not looked into"}});
  return {};
}

base::Result<void> add_body(store::Writer& writer, const record::Work& work,
                            const std::string& case_ref, std::int64_t version,
                            const NewBody& given) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  std::vector<base::Problem> problems;
  check_words(problems, "name", given.name, most_short_characters,
              "Enter the name of the organisation");
  if (!given.kind) problems.push_back({"kind", "Choose what kind of organisation it is"});
  if (!given.leads) problems.push_back({"leads", "Choose who leads"});
  check_consent(problems, given.consent, given.consent_on, given.reason, work.today());
  if (given.leads == true) {
    for (const auto& other : bodies_of(writer, work.authority_id, case_ref)) {
      if (other.leads) problems.push_back({"leads", other.name + " leads already"});
    }
  }
  if (!problems.empty()) return base::refuse(std::move(problems));

  writer.execute(
      "insert into complaint_bodies (authority_id, case_ref, number, name, kind, leads, consent, "
      "consent_on, reason, removed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '')",
      {work.authority_id, case_ref, next_number(writer, work, "complaint_bodies", case_ref),
       given.name, std::string(to_text(*given.kind)), std::int64_t{*given.leads ? 1 : 0},
       std::string(to_text(*given.consent)),
       is_given(given.consent) ? stored(given.consent_on) : std::string(), given.reason});
  if (auto kept = keep_complaint(writer, work, found->complaint); !kept) return kept;
  record::append_event(writer, work, case_ref, "joint handling agreed",
                       {{"with", given.name},
                        {"leads", *given.leads ? given.name : "the council"},
                        {"consent to share", std::string(label(*given.consent))}});
  return {};
}

base::Result<void> remove_body(store::Writer& writer, const record::Work& work,
                               const std::string& case_ref, std::int64_t version,
                               std::int64_t number) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  const auto row = writer.row(
      "select name from complaint_bodies "
      "where authority_id = $1 and case_ref = $2 and number = $3 and removed = ''",
      {work.authority_id, case_ref, number});
  if (!row) return base::refuse(base::ErrorKind::not_found, "There is no such organisation");
  writer.execute(
      "update complaint_bodies set removed = $4 "
      "where authority_id = $1 and case_ref = $2 and number = $3",
      {work.authority_id, case_ref, number, base::to_text(work.today())});
  if (auto kept = keep_complaint(writer, work, found->complaint); !kept) return kept;
  record::append_event(writer, work, case_ref, "joint handling ended", {{"with", row->text(0)}});
  return {};
}

}  // namespace throughline::hear
