#pragma once

// The replies that were owed to staff, or to partners, month by month: as the rows of a table
// (templates/hear/replied_in_time.html) and as the values of a measure.

#include "hear/idea/idea.hpp"
#include "web/call.hpp"

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace throughline::web {

struct RepliedMonthView {
  std::string month;
  std::int64_t in_time = 0;
  std::int64_t all = 0;
  std::string share;  // "85%"
};
BOOST_DESCRIBE_STRUCT(RepliedMonthView, (), (month, in_time, all, share))

// The last twelve months, latest first; those in which no reply was due are left out.
[[nodiscard]] std::vector<RepliedMonthView> replied_months(store::Reader& reader, const Call& call,
                                                           hear::RepliesTo whom);

// Keeps the share of each month that is over in the measure that the form names.
[[nodiscard]] http::Response keep_replied_shares(Call& call, hear::RepliesTo whom,
                                                 const std::string& counted_from);

}  // namespace throughline::web
