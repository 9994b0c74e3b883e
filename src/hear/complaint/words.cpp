#include "hear/complaint/words.hpp"

#include "hear/entry.hpp"

namespace throughline::hear {
namespace {

constexpr std::array complexities = {
    Entry{Complexity::simple, "simple", "Simple"},
    Entry{Complexity::standard, "standard", "Standard"},
    Entry{Complexity::complex, "complex", "Complex"},
};

constexpr std::array stages = {
    Entry{Stage::received, "received", "Received"},
    Entry{Stage::acknowledged, "acknowledged", "Acknowledged"},
    Entry{Stage::plan_agreed, "plan_agreed", "Plan agreed"},
    Entry{Stage::looking_into, "looking_into", "Being looked into"},
    Entry{Stage::responded, "responded", "Response sent"},
    Entry{Stage::closed, "closed", "Closed"},
};

constexpr std::array steps = {
    Entry{NextStep::acknowledge, "acknowledge", "Acknowledge it"},
    Entry{NextStep::agree_plan, "agree_plan", "Agree a plan"},
    Entry{NextStep::respond, "respond", "Send the response"},
    Entry{NextStep::explain_delay, "explain_delay", "Explain the delay in writing"},
    Entry{NextStep::close, "close", "Record what was found and learned, and close"},
    Entry{NextStep::nothing, "nothing", "Nothing"},
};

constexpr std::array findings = {
    Entry{Finding::upheld, "upheld", "Upheld"},
    Entry{Finding::partly_upheld, "partly_upheld", "Partly upheld"},
    Entry{Finding::not_upheld, "not_upheld", "Not upheld"},
    Entry{Finding::withdrawn, "withdrawn", "Withdrawn"},
};

constexpr std::array remedies = {
    Entry{Remedy::apology, "apology", "Apology"},
    Entry{Remedy::explanation, "explanation", "Explanation"},
    Entry{Remedy::service, "service", "Service provided or put right"},
    Entry{Remedy::money, "money", "Money"},
    Entry{Remedy::review, "review", "Decision looked at again"},
    Entry{Remedy::practice, "practice", "Change of practice or policy"},
    Entry{Remedy::training, "training", "Training or supervision of staff"},
    Entry{Remedy::other, "other", "Something else"},
};

constexpr std::array means = {
    Entry{Means::letter, "letter", "By letter"},
    Entry{Means::email, "email", "By email"},
    Entry{Means::phone, "phone", "By phone"},
    Entry{Means::in_person, "in_person", "In person"},
    Entry{Means::posted_here, "posted_here",
          "Only where they look with their reference: they left no way to be reached"},
};

constexpr std::array capacities = {
    Entry{Capacity::own, "own", "They complain about their own care"},
    Entry{Capacity::asked, "asked", "They represent someone who asked them to"},
    Entry{Capacity::died, "died", "They represent someone who has died"},
    Entry{Capacity::child, "child", "They represent a child"},
    Entry{Capacity::cannot, "cannot", "They represent someone who cannot complain themselves"},
    Entry{Capacity::affected, "affected", "What we did, or may do, affects them"},
};

constexpr std::array consents = {
    Entry{Consent::seen, "seen", "Seen in writing"},
    Entry{Consent::spoken, "spoken", "Given in words"},
    Entry{Consent::not_needed, "not_needed", "Not needed"},
    Entry{Consent::waiting, "waiting", "Asked for, not here yet"},
};

constexpr std::array body_kinds = {
    Entry{BodyKind::nhs, "nhs", "NHS body"},
    Entry{BodyKind::provider, "provider", "Care provider"},
    Entry{BodyKind::council, "council", "Another council"},
    Entry{BodyKind::other, "other", "Another organisation"},
};

constexpr std::array learnings = {
    Entry{Learning::action, "action", "An action will change something"},
    Entry{Learning::theme, "theme", "It is kept as learning for its theme"},
    Entry{Learning::none, "none", "Nothing to learn from it"},
};

constexpr std::array day_units = {
    Entry{DayUnit::working, "working", "working days"},
    Entry{DayUnit::calendar, "calendar", "calendar days"},
};

}  // namespace

std::string_view to_text(Complexity value) {
  return entry(complexities, value).text;
}
std::string_view to_text(Stage value) {
  return entry(stages, value).text;
}
std::string_view to_text(NextStep value) {
  return entry(steps, value).text;
}
std::string_view to_text(Finding value) {
  return entry(findings, value).text;
}
std::string_view to_text(Remedy value) {
  return entry(remedies, value).text;
}
std::string_view to_text(Means value) {
  return entry(means, value).text;
}
std::string_view to_text(Capacity value) {
  return entry(capacities, value).text;
}
std::string_view to_text(Consent value) {
  return entry(consents, value).text;
}
std::string_view to_text(BodyKind value) {
  return entry(body_kinds, value).text;
}
std::string_view to_text(Learning value) {
  return entry(learnings, value).text;
}
std::string_view to_text(DayUnit value) {
  return entry(day_units, value).text;
}

std::string_view label(Complexity value) {
  return entry(complexities, value).label;
}
std::string_view label(Stage value) {
  return entry(stages, value).label;
}
std::string_view label(NextStep value) {
  return entry(steps, value).label;
}
std::string_view label(Finding value) {
  return entry(findings, value).label;
}
std::string_view label(Remedy value) {
  return entry(remedies, value).label;
}
std::string_view label(Means value) {
  return entry(means, value).label;
}
std::string_view label(Capacity value) {
  return entry(capacities, value).label;
}
std::string_view label(Consent value) {
  return entry(consents, value).label;
}
std::string_view label(BodyKind value) {
  return entry(body_kinds, value).label;
}
std::string_view label(Learning value) {
  return entry(learnings, value).label;
}
std::string_view label(DayUnit value) {
  return entry(day_units, value).label;
}

std::optional<Complexity> complexity_from_text(std::string_view text) {
  return from_text(complexities, text);
}
std::optional<Finding> finding_from_text(std::string_view text) {
  return from_text(findings, text);
}
std::optional<Remedy> remedy_from_text(std::string_view text) {
  return from_text(remedies, text);
}
std::optional<Means> means_from_text(std::string_view text) {
  return from_text(means, text);
}
std::optional<Capacity> capacity_from_text(std::string_view text) {
  return from_text(capacities, text);
}
std::optional<Consent> consent_from_text(std::string_view text) {
  return from_text(consents, text);
}
std::optional<BodyKind> body_kind_from_text(std::string_view text) {
  return from_text(body_kinds, text);
}
std::optional<Learning> learning_from_text(std::string_view text) {
  return from_text(learnings, text);
}
std::optional<DayUnit> day_unit_from_text(std::string_view text) {
  return from_text(day_units, text);
}

}  // namespace throughline::hear
