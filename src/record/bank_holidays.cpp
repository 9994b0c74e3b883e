#include "record/bank_holidays.hpp"

#include "formats/csv.hpp"
#include "record/data.hpp"

#include <sstream>
#include <stdexcept>

namespace throughline::record {
namespace {

constexpr int months_ahead = 6;

base::WorkingDays read_bank_holidays() {
  std::istringstream text{std::string(base::embedded_file(embedded_data(), "bank-holidays.csv"))};
  formats::CsvReader rows(text);
  std::vector<base::Date> dates;
  bool heading = true;
  while (auto row = rows.next()) {
    if (!*row) throw std::logic_error("data/bank-holidays.csv: " + row->error().message);
    if (!std::exchange(heading, false)) {
      dates.push_back(base::date_from_text((*row)->field(0)).value());
    }
  }
  return base::WorkingDays(std::move(dates));
}

}  // namespace

const base::WorkingDays& working_days() {
  static const base::WorkingDays days = read_bank_holidays();
  return days;
}

std::optional<std::string> calendar_warning(const base::WorkingDays& days, base::Date today) {
  const auto end = base::to_long_text(days.last());
  if (today > days.last()) {
    return "The list of bank holidays ended on " + end +
           ". Deadlines in working days cannot be worked out until the program is updated. Count "
           "them by hand";
  }
  if (base::add_months(today, months_ahead) > days.last()) {
    return "The list of bank holidays ends on " + end +
           ". Deadlines after that day are not worked out. Ask whoever runs Throughline to update "
           "it";
  }
  return std::nullopt;
}

}  // namespace throughline::record
