#pragma once

// What a report of complaints is about: a year to 31 March, or a quarter of one. A year goes by the
// calendar year in which it begins: 2025 is April 2025 to March 2026.
// Source: si-2009-309, regulation 18(3)

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::publish::report {

struct Period {
  int year = 0;
  int quarter = 0;  // 1: April to June ... 4: January to March; 0: the whole year

  [[nodiscard]] base::Date first() const;
  [[nodiscard]] base::Date last() const;
  [[nodiscard]] std::string key() const;    // "2025-q2", "2025"
  [[nodiscard]] std::string name() const;   // "July to September 2025", "the year to 31 March 2026"
  [[nodiscard]] std::string title() const;  // "Complaints, July to September 2025"
  // The same of the year before.
  [[nodiscard]] Period year_before() const { return {year - 1, quarter}; }

  // The four of a year; none of a quarter.
  [[nodiscard]] std::vector<Period> quarters() const;

  friend bool operator==(const Period&, const Period&) = default;
};

inline constexpr int first_year = 2000;
inline constexpr int last_year = 2100;

[[nodiscard]] std::optional<Period> period_from_key(std::string_view key);
// Of a year and quarter as numbers, when there is such a period.
[[nodiscard]] std::optional<Period> period_of(int year, int quarter);

// The quarter and the year in which a day lies.
[[nodiscard]] Period quarter_with(base::Date day);
[[nodiscard]] Period year_with(base::Date day);

// Every quarter and year that has begun, from the one with `first`, newest first; a year stands
// above its quarters.
[[nodiscard]] std::vector<Period> periods_between(base::Date first, base::Date today);

}  // namespace throughline::publish::report
