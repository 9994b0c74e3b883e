#pragma once

// A share counted month by month, kept as the values of a measure: "said fixed, of all who said".
// Only months that are over are kept, from the first in which anyone was counted.

#include "base/date.hpp"
#include "store/database.hpp"
#include "web/call.hpp"
#include "web/http/message.hpp"
#include "web/option_view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::web {

struct MonthShare {
  base::Date month;
  std::int64_t part = 0;
  std::int64_t all = 0;
};

// Every month that can be counted into a measure: the five years before this month.
[[nodiscard]] base::Date first_counted_month(base::Date today);
[[nodiscard]] base::Date last_counted_day(base::Date today);

// The measures in percent, to choose from.
[[nodiscard]] std::vector<OptionView> percent_measures(store::Reader& reader,
                                                       const std::string& council);

// Keeps the shares in the measure that the form names as "measure" and goes to its page.
[[nodiscard]] http::Response keep_shares(Call& call, const std::vector<MonthShare>& months,
                                         const std::string& counted_from,
                                         const std::string& nothing_to_count);

}  // namespace throughline::web
