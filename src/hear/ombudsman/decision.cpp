#include "hear/ombudsman/decision.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/entry.hpp"
#include "text/characters.hpp"

namespace throughline::hear {
namespace {

constexpr std::array verdicts = {
    Entry{Verdict::invalid, "invalid", "Invalid or incomplete"},
    Entry{Verdict::advice, "advice", "Advice given"},
    Entry{Verdict::referred_back, "referred_back", "Referred back"},
    Entry{Verdict::closed_early, "closed_early", "Closed after initial enquiries"},
    Entry{Verdict::not_upheld, "not_upheld", "Not upheld"},
    Entry{Verdict::upheld, "upheld", "Upheld"},
};

constexpr std::array topics = {
    Entry{Topic::assessment, "assessment", "Assessment"},
    Entry{Topic::care_planning, "care_planning", "Care planning"},
    Entry{Topic::charging, "charging", "Charging"},
    Entry{Topic::residential, "residential", "Care homes"},
    Entry{Topic::home_care, "home_care", "Home care"},
    Entry{Topic::safeguarding, "safeguarding", "Safeguarding"},
    Entry{Topic::direct_payments, "direct_payments", "Direct payments"},
    Entry{Topic::transport, "transport", "Transport and Blue Badges"},
    Entry{Topic::other, "other", "Something else"},
};

constexpr std::array compliances = {
    Entry{Compliance::not_known, "not_known", "Not known yet"},
    Entry{Compliance::satisfied, "satisfied", "Satisfied"},
    Entry{Compliance::satisfied_late, "satisfied_late", "Satisfied, but late"},
    Entry{Compliance::not_satisfied, "not_satisfied", "Not satisfied"},
};

void check_text(std::vector<base::Problem>& problems, const char* field, const std::string& text,
                std::size_t most, const std::string& missing = {}) {
  if (text::trimmed(text).empty()) {
    if (!missing.empty()) problems.push_back({field, missing});
  } else if (!formats::is_utf8(text) || characters(text) > most) {
    problems.push_back({field, "This must be " + std::to_string(most) + " characters or fewer"});
  }
}

// What only an upheld complaint can have.
void check_outcome(std::vector<base::Problem>& problems, const DecisionForm& form,
                   Verdict verdict) {
  const bool upheld = verdict == Verdict::upheld;
  if (upheld) {
    check_text(problems, "fault", form.fault, 2'000, "Enter what the fault was");
    check_text(problems, "injustice", form.injustice, 2'000);
    return;
  }
  const std::string but = std::string(label(verdict)) + " means that no fault was found";
  if (!text::trimmed(form.fault).empty()) {
    problems.push_back({"fault", but + ". Leave this empty, or choose Upheld"});
  }
  if (!text::trimmed(form.injustice).empty()) {
    problems.push_back({"injustice", but + ", so none caused an injustice"});
  }
  if (form.remedied_before == "yes") {
    problems.push_back({"remedied_before",
                        "Only an upheld complaint can have been put right before the Ombudsman "
                        "decided"});
  }
  if (form.compliance != "not_known" && !form.compliance.empty()) {
    problems.push_back({"compliance", "Only an upheld complaint has a compliance outcome"});
  }
}

}  // namespace

std::string_view to_text(Verdict verdict) {
  return entry(verdicts, verdict).text;
}
std::string_view to_text(Topic topic) {
  return entry(topics, topic).text;
}
std::string_view to_text(Compliance compliance) {
  return entry(compliances, compliance).text;
}
std::string_view label(Verdict verdict) {
  return entry(verdicts, verdict).label;
}
std::string_view label(Topic topic) {
  return entry(topics, topic).label;
}
std::string_view label(Compliance compliance) {
  return entry(compliances, compliance).label;
}
std::optional<Verdict> verdict_from_text(std::string_view text) {
  return from_text(verdicts, text);
}
std::optional<Topic> topic_from_text(std::string_view text) {
  return from_text(topics, text);
}
std::optional<Compliance> compliance_from_text(std::string_view text) {
  return from_text(compliances, text);
}

std::string title(const Decision& decision) {
  return std::string(label(decision.verdict)) + ": " + std::string(label(decision.topic)) + ", " +
         base::to_long_text(decision.decided);
}

DecisionForm form_of(const Decision& decision) {
  return {decision.reference,   decision.case_ref,
          decision.service_ref, std::string(to_text(decision.topic)),
          decision.subject,     std::string(to_text(decision.verdict)),
          decision.decided,     decision.fault,
          decision.injustice,   decision.remedied_before ? "yes" : "",
          decision.remedy,      std::string(to_text(decision.compliance)),
          decision.learning};
}

std::vector<base::Problem> problems_of(const DecisionForm& form, base::Date today) {
  std::vector<base::Problem> problems;
  check_text(problems, "reference", form.reference, 40, "Enter the Ombudsman's reference");
  if (!topic_from_text(form.topic)) problems.push_back({"topic", "Choose what it was about"});
  check_text(problems, "subject", form.subject, 2'000, "Enter what it was about");
  const auto verdict = verdict_from_text(form.verdict);
  if (!verdict) problems.push_back({"verdict", "Choose what the Ombudsman decided"});
  if (form.decided && *form.decided > today) {
    problems.push_back({"decided", "The day it was decided cannot be in the future"});
  }
  if (!form.compliance.empty() && !compliance_from_text(form.compliance)) {
    problems.push_back({"compliance", "Choose a compliance outcome from the list"});
  }
  if (verdict) check_outcome(problems, form, *verdict);
  if (form.remedied_before == "yes") {
    check_text(problems, "remedy", form.remedy, 2'000, "Enter how it had been put right");
  }
  check_text(problems, "learning", form.learning, 4'000);
  return problems;
}

}  // namespace throughline::hear
