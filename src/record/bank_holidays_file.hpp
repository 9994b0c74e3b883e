#pragma once

// GOV.UK's list of bank holidays, as the file that it gives out, laid beside the list that this
// program was built with. It only compares: the list itself is data/bank-holidays.csv.
//
// Shape: JSON with an object for each division ("england-and-wales"), in it `events`, each with
// `title` and `date`; all else is left unread.
// Source: gov-uk-bank-holidays

#include "base/result.hpp"
#include "base/working_days.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

struct NamedHoliday {
  base::Date date;
  std::string title;
};

// Those of England and Wales, in order.
// Errors: too_large; invalid, when it is no such file, with what is wrong.
[[nodiscard]] base::Result<std::vector<NamedHoliday>> read_bank_holidays_file(
    std::string_view json);

struct HolidayDifferences {
  base::Date first;  // the days that both lists speak for, in whole years; the file's when none
  base::Date last;
  bool compared = false;                 // there are such days
  std::vector<NamedHoliday> only_there;  // in the file, and a working day here
  std::vector<base::Date> only_here;     // a bank holiday here, and not in the file
  std::vector<NamedHoliday> beyond;      // in the file, after our list has ended
};
// A bank holiday at a weekend makes no difference to a working day, and so none here.
[[nodiscard]] HolidayDifferences compare_bank_holidays(const base::WorkingDays& ours,
                                                       const std::vector<NamedHoliday>& theirs);

}  // namespace throughline::record
