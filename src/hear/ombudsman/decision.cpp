#include "hear/ombudsman/decision.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

template <typename T>
struct Words {
  T value;
  std::string_view text;
  std::string_view label;
};

constexpr std::array verdicts = {
    Words<Verdict>{Verdict::invalid, "invalid", "Invalid or incomplete"},
    Words<Verdict>{Verdict::advice, "advice", "Advice given"},
    Words<Verdict>{Verdict::referred_back, "referred_back", "Referred back"},
    Words<Verdict>{Verdict::closed_early, "closed_early", "Closed after initial enquiries"},
    Words<Verdict>{Verdict::not_upheld, "not_upheld", "Not upheld"},
    Words<Verdict>{Verdict::upheld, "upheld", "Upheld"},
};

constexpr std::array topics = {
    Words<Topic>{Topic::assessment, "assessment", "Assessment"},
    Words<Topic>{Topic::care_planning, "care_planning", "Care planning"},
    Words<Topic>{Topic::charging, "charging", "Charging"},
    Words<Topic>{Topic::residential, "residential", "Care homes"},
    Words<Topic>{Topic::home_care, "home_care", "Home care"},
    Words<Topic>{Topic::safeguarding, "safeguarding", "Safeguarding"},
    Words<Topic>{Topic::direct_payments, "direct_payments", "Direct payments"},
    Words<Topic>{Topic::transport, "transport", "Transport and Blue Badges"},
    Words<Topic>{Topic::other, "other", "Something else"},
};

constexpr std::array compliances = {
    Words<Compliance>{Compliance::not_known, "not_known", "Not known yet"},
    Words<Compliance>{Compliance::satisfied, "satisfied", "Satisfied"},
    Words<Compliance>{Compliance::satisfied_late, "satisfied_late", "Satisfied, but late"},
    Words<Compliance>{Compliance::not_satisfied, "not_satisfied", "Not satisfied"},
};

template <typename T, std::size_t N>
std::string_view text_in(const std::array<Words<T>, N>& words, T value) {
  return std::ranges::find(words, value, &Words<T>::value)->text;
}

template <typename T, std::size_t N>
std::string_view label_in(const std::array<Words<T>, N>& words, T value) {
  return std::ranges::find(words, value, &Words<T>::value)->label;
}

template <typename T, std::size_t N>
std::optional<T> value_in(const std::array<Words<T>, N>& words, std::string_view text) {
  const auto found = std::ranges::find(words, text, &Words<T>::text);
  if (found == words.end()) return std::nullopt;
  return found->value;
}

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
  return text_in(verdicts, verdict);
}
std::string_view to_text(Topic topic) {
  return text_in(topics, topic);
}
std::string_view to_text(Compliance compliance) {
  return text_in(compliances, compliance);
}
std::string_view label(Verdict verdict) {
  return label_in(verdicts, verdict);
}
std::string_view label(Topic topic) {
  return label_in(topics, topic);
}
std::string_view label(Compliance compliance) {
  return label_in(compliances, compliance);
}
std::optional<Verdict> verdict_from_text(std::string_view text) {
  return value_in(verdicts, text);
}
std::optional<Topic> topic_from_text(std::string_view text) {
  return value_in(topics, text);
}
std::optional<Compliance> compliance_from_text(std::string_view text) {
  return value_in(compliances, text);
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
