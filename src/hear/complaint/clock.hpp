#pragma once

// The days of a complaint, worked out and nothing else: by when it must be acknowledged, answered
// or brought, and how long a spoken one may still be kept as a concern. The Regulations know no
// pause, and neither does this.

#include "base/working_days.hpp"
#include "hear/complaint/words.hpp"

namespace throughline::hear {

// The third working day after the day on which it was received.
// Errors: invalid, when the list of bank holidays does not reach so far.
// Source: si-2009-309, regulation 13(3)
[[nodiscard]] base::Result<base::Date> acknowledge_by(const base::WorkingDays& days,
                                                      base::Date received);

// The last day of the six months that begin on the day on which it was received: the day before the
// same day of the sixth month after, or that month's last day when it has no such day.
// Source: si-2009-309, regulation 14(4)
[[nodiscard]] base::Date six_months_end(base::Date received);

// The last day on which a complaint can be made without the council's discretion: twelve months
// after the matter occurred, or came to the person's notice if that was later.
// Source: si-2009-309, regulation 12(1)
[[nodiscard]] base::Date last_day_to_complain(base::Date happened_or_noticed);

// The end of the next working day after a spoken complaint was made. One that is resolved to the
// person's satisfaction by then is not a complaint under the Regulations.
// Errors: invalid, as acknowledge_by.
// Source: si-2009-309, regulation 8(1)(c)
[[nodiscard]] base::Result<base::Date> last_day_as_concern(const base::WorkingDays& days,
                                                           base::Date made);

// A council's own time to answer.
struct Target {
  int days = 0;  // 1 to most_target_days
  DayUnit unit = DayUnit::working;

  friend bool operator==(const Target&, const Target&) = default;
};
inline constexpr int most_target_days = 366;

// Errors: invalid, as acknowledge_by; never for calendar days.
[[nodiscard]] base::Result<base::Date> target_by(const base::WorkingDays& days, base::Date received,
                                                 const Target& target);

}  // namespace throughline::hear
