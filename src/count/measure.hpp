#pragma once

// A measure: a figure that a council follows, with what it counts, in which unit and which
// direction is better. It stands at COUNT; actions say that they should move it. It does not hold
// its values (values.hpp) and does not judge them.

#include "base/result.hpp"
#include "count/unit.hpp"
#include "record/work.hpp"
#include "stats/xmr.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::count {

enum class Frequency { daily, weekly, monthly, quarterly, yearly };

inline constexpr std::array all_frequencies = {Frequency::daily, Frequency::weekly,
                                               Frequency::monthly, Frequency::quarterly,
                                               Frequency::yearly};

[[nodiscard]] std::string_view to_text(Frequency frequency);          // "monthly"
[[nodiscard]] std::string_view frequency_label(Frequency frequency);  // "Every month"
[[nodiscard]] std::optional<Frequency> frequency_from_text(std::string_view text);

struct Measure {
  std::string ref;     // "MEASURE-4"
  std::string name;    // "Visits within 30 minutes of the time agreed"; unique in the council
  std::string counts;  // what exactly is counted, and what is left out
  Unit unit = Unit::count;
  stats::Improvement improvement = stats::Improvement::increase;
  std::optional<double> target;
  std::string source;  // where the figures come from: "Electronic call monitoring"
  Frequency frequency = Frequency::monthly;
  std::string created;       // instant
  std::int64_t version = 1;  // goes up with every change
};

// As typed into a form. Fields of the problems have the same names.
struct MeasureForm {
  std::string name{};
  std::string counts{};
  std::string unit{};         // a word of all_units
  std::string improvement{};  // "increase", "decrease" or "neutral"
  std::string target{};       // empty: none
  std::string source{};
  std::string frequency{};  // a word of all_frequencies; empty: monthly
};

// Errors: invalid, with every problem of the form; conflict, when the name is taken.
[[nodiscard]] base::Result<Measure> create_measure(store::Writer& writer, const record::Work& work,
                                                   const MeasureForm& form);

// Errors: as above; not_found; conflict, when someone changed it after `version`, or when the unit
// would change under values that are there already.
[[nodiscard]] base::Result<Measure> change_measure(store::Writer& writer, const record::Work& work,
                                                   const std::string& ref, std::int64_t version,
                                                   const MeasureForm& form);

[[nodiscard]] std::optional<Measure> find_measure(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& ref);

struct MeasureLine {
  Measure measure;
  std::int64_t values = 0;
  std::string latest_date;  // "2026-03-01"; empty when there are no values
  std::optional<double> latest{};
};

// Every measure of the council in order of name, for a list.
[[nodiscard]] std::vector<MeasureLine> measures(store::Reader& reader,
                                                const std::string& authority_id);

// Puts the nodes of all measures on the line anew, for `throughline rebuild`.
void rebuild_measures(store::Writer& writer, const std::string& authority_id);

// The form that would make the measure what it is, for the change page.
[[nodiscard]] MeasureForm form_of(const Measure& measure);

}  // namespace throughline::count
