#pragma once

// The words of a complaint: how hard it is, how far it has come, what was found and put right, who
// speaks and with whose consent, who else has a part in it.
// Source: si-2009-309

#include <array>
#include <optional>
#include <string_view>

namespace throughline::hear {

// How hard a complaint is to look into; a council's own time to answer can differ by it.
enum class Complexity { simple, standard, complex };

// How far a complaint has come.
enum class Stage { received, acknowledged, plan_agreed, looking_into, responded, closed };

// What has to happen next, by when the clock says.
enum class NextStep { acknowledge, agree_plan, respond, explain_delay, close, nothing };

// What was found about one point of a complaint, and about all of them.
enum class Finding { upheld, partly_upheld, not_upheld, withdrawn };

enum class Remedy { apology, explanation, service, money, review, practice, training, other };

// How the person was told something. `posted_here`: they left no way to be reached, so it stands
// only where they look with their reference.
enum class Means { letter, email, phone, in_person, posted_here };

// Why the person who complains may (regulation 5).
enum class Capacity { own, asked, died, child, cannot, affected };

enum class Consent { seen, spoken, not_needed, waiting };

// Who else answers for a part of the complaint (regulation 9).
enum class BodyKind { nhs, provider, council, other };

// What the council learned: changed by an action, kept for a theme, or nothing, with why.
enum class Learning { action, theme, none };

enum class DayUnit { working, calendar };

inline constexpr std::array all_complexities = {Complexity::simple, Complexity::standard,
                                                Complexity::complex};
inline constexpr std::array all_stages = {Stage::received,    Stage::acknowledged,
                                          Stage::plan_agreed, Stage::looking_into,
                                          Stage::responded,   Stage::closed};
inline constexpr std::array all_findings = {Finding::upheld, Finding::partly_upheld,
                                            Finding::not_upheld, Finding::withdrawn};
inline constexpr std::array all_remedies = {Remedy::apology,  Remedy::explanation, Remedy::service,
                                            Remedy::money,    Remedy::review,      Remedy::practice,
                                            Remedy::training, Remedy::other};
inline constexpr std::array all_means = {Means::letter, Means::email, Means::phone,
                                         Means::in_person, Means::posted_here};
inline constexpr std::array all_capacities = {Capacity::own,    Capacity::asked,
                                              Capacity::died,   Capacity::child,
                                              Capacity::cannot, Capacity::affected};
inline constexpr std::array all_consents = {Consent::seen, Consent::spoken, Consent::not_needed,
                                            Consent::waiting};
inline constexpr std::array all_body_kinds = {BodyKind::nhs, BodyKind::provider, BodyKind::council,
                                              BodyKind::other};
inline constexpr std::array all_learnings = {Learning::action, Learning::theme, Learning::none};
inline constexpr std::array all_day_units = {DayUnit::working, DayUnit::calendar};

// "partly_upheld": for the database, files and addresses.
[[nodiscard]] std::string_view to_text(Complexity complexity);
[[nodiscard]] std::string_view to_text(Stage stage);
[[nodiscard]] std::string_view to_text(NextStep step);
[[nodiscard]] std::string_view to_text(Finding finding);
[[nodiscard]] std::string_view to_text(Remedy remedy);
[[nodiscard]] std::string_view to_text(Means means);
[[nodiscard]] std::string_view to_text(Capacity capacity);
[[nodiscard]] std::string_view to_text(Consent consent);
[[nodiscard]] std::string_view to_text(BodyKind kind);
[[nodiscard]] std::string_view to_text(Learning learning);
[[nodiscard]] std::string_view to_text(DayUnit unit);

// "Partly upheld": for people.
[[nodiscard]] std::string_view label(Complexity complexity);
[[nodiscard]] std::string_view label(Stage stage);
[[nodiscard]] std::string_view label(NextStep step);
[[nodiscard]] std::string_view label(Finding finding);
[[nodiscard]] std::string_view label(Remedy remedy);
[[nodiscard]] std::string_view label(Means means);
[[nodiscard]] std::string_view label(Capacity capacity);
[[nodiscard]] std::string_view label(Consent consent);
[[nodiscard]] std::string_view label(BodyKind kind);
[[nodiscard]] std::string_view label(Learning learning);
[[nodiscard]] std::string_view label(DayUnit unit);

[[nodiscard]] std::optional<Complexity> complexity_from_text(std::string_view text);
[[nodiscard]] std::optional<Finding> finding_from_text(std::string_view text);
[[nodiscard]] std::optional<Remedy> remedy_from_text(std::string_view text);
[[nodiscard]] std::optional<Means> means_from_text(std::string_view text);
[[nodiscard]] std::optional<Capacity> capacity_from_text(std::string_view text);
[[nodiscard]] std::optional<Consent> consent_from_text(std::string_view text);
[[nodiscard]] std::optional<BodyKind> body_kind_from_text(std::string_view text);
[[nodiscard]] std::optional<Learning> learning_from_text(std::string_view text);
[[nodiscard]] std::optional<DayUnit> day_unit_from_text(std::string_view text);

}  // namespace throughline::hear
