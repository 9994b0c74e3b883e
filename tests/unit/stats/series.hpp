#pragma once

// Values as a monthly series from January 2024, for tests.

#include "stats/xmr.hpp"

#include <vector>

namespace throughline::stats {

inline std::vector<Observation> monthly(const std::vector<double>& values) {
  using namespace std::chrono_literals;
  std::vector<Observation> series;
  for (std::size_t i = 0; i < values.size(); ++i)
    series.push_back(
        {base::add_months(base::Date{2024y, std::chrono::January, 1d}, static_cast<int>(i)),
         values[i]});
  return series;
}

}  // namespace throughline::stats
