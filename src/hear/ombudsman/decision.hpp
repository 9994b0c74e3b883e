#pragma once

// A decision of the Local Government and Social Care Ombudsman on a complaint about the council,
// the last place where a complaint can go. It is a record on the line: a case was taken to it, it
// raised actions, and it can show evidence.
//
// It holds no name and no words of the person: the subject is written by the council. It refuses
// what cannot be: a fault in a complaint that was not upheld, a remedy before a decision that found
// nothing to remedy.

#include "base/date.hpp"
#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

// Source: lgsco-statistics
enum class Verdict { invalid, advice, referred_back, closed_early, not_upheld, upheld };
inline constexpr std::array all_verdicts = {Verdict::invalid,       Verdict::advice,
                                            Verdict::referred_back, Verdict::closed_early,
                                            Verdict::not_upheld,    Verdict::upheld};
// What the complaint was about: a topic of adult social care.
enum class Topic {
  assessment,
  care_planning,
  charging,
  residential,
  home_care,
  safeguarding,
  direct_payments,
  transport,
  other
};
inline constexpr std::array all_topics = {
    Topic::assessment,      Topic::care_planning, Topic::charging,
    Topic::residential,     Topic::home_care,     Topic::safeguarding,
    Topic::direct_payments, Topic::transport,     Topic::other};
// Whether the Ombudsman was satisfied with what the council did after an upheld decision.
enum class Compliance { not_known, satisfied, satisfied_late, not_satisfied };
inline constexpr std::array all_compliances = {Compliance::not_known, Compliance::satisfied,
                                               Compliance::satisfied_late,
                                               Compliance::not_satisfied};

[[nodiscard]] std::string_view to_text(Verdict verdict);
[[nodiscard]] std::string_view to_text(Topic topic);
[[nodiscard]] std::string_view to_text(Compliance compliance);
[[nodiscard]] std::string_view label(Verdict verdict);
[[nodiscard]] std::string_view label(Topic topic);
[[nodiscard]] std::string_view label(Compliance compliance);
[[nodiscard]] std::optional<Verdict> verdict_from_text(std::string_view text);
[[nodiscard]] std::optional<Topic> topic_from_text(std::string_view text);
[[nodiscard]] std::optional<Compliance> compliance_from_text(std::string_view text);

// Whether the Ombudsman looked into it in detail; only those count for the uphold rate.
[[nodiscard]] constexpr bool is_investigated(Verdict verdict) {
  return verdict == Verdict::not_upheld || verdict == Verdict::upheld;
}

struct Recommendation {
  std::int64_t number = 0;
  std::string what;
  base::Date due;
  std::optional<base::Date> done;
  std::string evidence;  // how it is known that it was done

  [[nodiscard]] bool overdue(base::Date today) const { return !done && due < today; }
  [[nodiscard]] bool late() const { return done && *done > due; }
};

struct Decision {
  std::string ref;        // "OMBUDSMAN-3"
  std::string reference;  // the Ombudsman's: "24 004 512"
  std::string case_ref;   // empty: not a case here
  std::string service_ref;
  std::string service_name;
  Topic topic = Topic::other;
  std::string subject;  // what it was about, in the council's words
  Verdict verdict = Verdict::advice;
  base::Date decided;
  std::string fault;             // what the fault was; only when upheld
  std::string injustice;         // what it meant for the person; only when upheld
  bool remedied_before = false;  // the council had put it right before: "satisfactory remedy"
  std::string remedy;            // how, when it had
  Compliance compliance = Compliance::not_known;
  std::string learning;  // what the council takes from it
  std::int64_t version = 1;
  std::string added_at;
  std::string added_by;
  std::vector<Recommendation> recommendations;
};

// "Upheld: Charging, 3 May 2026".
[[nodiscard]] std::string title(const Decision& decision);

// What a form gives: everything as typed.
struct DecisionForm {
  std::string reference;
  std::string case_ref;
  std::string service_ref;
  std::string topic;
  std::string subject;
  std::string verdict;
  std::optional<base::Date> decided;
  std::string fault;
  std::string injustice;
  std::string remedied_before;  // "yes" or ""
  std::string remedy;
  std::string compliance;
  std::string learning;
};
[[nodiscard]] DecisionForm form_of(const Decision& decision);

// Every problem with the form by itself, by field.
[[nodiscard]] std::vector<base::Problem> problems_of(const DecisionForm& form, base::Date today);

}  // namespace throughline::hear
