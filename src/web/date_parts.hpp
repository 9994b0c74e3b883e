#pragma once

// The three boxes of a date, as forms send them and show them again.

#include "base/date.hpp"
#include "web/http/message.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace throughline::web {

struct DatePartsView {
  std::string day;
  std::string month;
  std::string year;
};
BOOST_DESCRIBE_STRUCT(DatePartsView, (), (day, month, year))

// What was typed into "due-day", "due-month" and "due-year", for the name "due".
[[nodiscard]] DatePartsView date_parts(const http::Form& form, const std::string& name);
[[nodiscard]] DatePartsView date_parts(base::Date date);

// The date they make; nothing, and a problem under `name`, when they make none. `label` stands in
// the message: "Enter the date it is due".
[[nodiscard]] std::optional<base::Date> read_date(const http::Form& form, const std::string& name,
                                                  const std::string& label,
                                                  std::vector<base::Problem>& problems);

}  // namespace throughline::web
