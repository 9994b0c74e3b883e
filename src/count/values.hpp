#pragma once

// The dated values of a measure: one for each date, typed one by one or pasted in two steps (check,
// then keep). A value is never overwritten unseen: what it was stays in the history.

#include "base/date.hpp"
#include "base/result.hpp"
#include "count/measure.hpp"
#include "count/values_file.hpp"
#include "record/work.hpp"
#include "stats/xmr.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::count {

struct MeasureValue {
  base::Date date;
  double value = 0;
  std::optional<double> numerator{};
  std::optional<double> denominator{};
  std::string note{};
  std::string recorded{};     // instant
  std::string recorded_by{};  // the name of who did
};

// As typed into a form. Fields of the problems have the same names.
struct ValueForm {
  std::string date;
  std::string value;
  std::string numerator{};
  std::string denominator{};
  std::string note{};
};

// Records the value of a date that has none.
// Errors: invalid, with every problem (dates in the future among them); not_found; conflict, when
// the date has a value already.
[[nodiscard]] base::Result<MeasureValue> record_value(store::Writer& writer,
                                                      const record::Work& work,
                                                      const std::string& measure_ref,
                                                      const ValueForm& form);

// Changes the value of a date, with a reason; what it was goes into the history.
// Errors: invalid; not_found, when the measure or a value on that date is not there.
[[nodiscard]] base::Result<MeasureValue> change_value(store::Writer& writer,
                                                      const record::Work& work,
                                                      const std::string& measure_ref,
                                                      const ValueForm& form,
                                                      const std::string& reason);

// Takes a value out, with a reason; what it was goes into the history.
// Errors: invalid, without a reason; not_found.
[[nodiscard]] base::Result<MeasureValue> remove_value(store::Writer& writer,
                                                      const record::Work& work,
                                                      const std::string& measure_ref,
                                                      base::Date date, const std::string& reason);

struct CheckedValue {
  DatedValue value;
  std::optional<double> stored{};  // what the date holds now, when it holds something
};

// What keeping a file would do, row by row; changes nothing.
struct ValuesCheck {
  std::vector<CheckedValue> added;      // dates that have no value yet
  std::vector<CheckedValue> changed;    // dates whose value would change
  std::vector<CheckedValue> unchanged;  // dates that hold this already
  std::vector<base::Problem> bad;       // rows that cannot be kept, each with its reason
};

// Errors: not_found; invalid and too_large, when the file cannot be read at all.
[[nodiscard]] base::Result<ValuesCheck> check_values(store::Reader& reader,
                                                     const record::Work& work,
                                                     const std::string& measure_ref,
                                                     std::string_view bytes);

inline constexpr const char* pasted = "Pasted from a file";

struct ValuesKept {
  int added = 0;
  int changed = 0;
  int unchanged = 0;
};

// Keeps the good rows of a file, once a person has seen what check_values said. Bad rows are left
// out; keeping a file twice is keeping it once. `reason` goes into the history.
// Errors: as check_values; invalid, when no row is good.
[[nodiscard]] base::Result<ValuesKept> keep_values(store::Writer& writer, const record::Work& work,
                                                   const std::string& measure_ref,
                                                   std::string_view bytes,
                                                   const std::string& reason = pasted);

// In order of date, oldest first.
[[nodiscard]] std::vector<MeasureValue> values(store::Reader& reader,
                                               const std::string& authority_id,
                                               const std::string& measure_ref);
// The same as the charts and verdicts take it.
[[nodiscard]] std::vector<stats::Observation> series(store::Reader& reader,
                                                     const std::string& authority_id,
                                                     const std::string& measure_ref);

// The values as the CSV that check_values reads: date,value,numerator,denominator,note. Safe to
// open in a spreadsheet.
[[nodiscard]] std::string values_csv(const std::vector<MeasureValue>& values);

}  // namespace throughline::count
