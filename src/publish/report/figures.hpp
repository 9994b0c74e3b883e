#pragma once

// The figures of a report of complaints: what was received, how it was handled, what was found and
// what was done, with the same of the year before beside each. Counted from the records as they
// stand on a day, the same from the same records every time.
//
// It counts and says how; the words of a report are people's (complaints_report.hpp).
// Source: si-2009-309, regulation 18

#include "base/date.hpp"
#include "publish/report/period.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::publish::report {

// A number, and that of the year before.
struct Pair {
  std::int64_t now = 0;
  std::int64_t before = 0;
};

struct Line {
  std::string name;
  Pair count;
};

// How many of how many. `of` counts only those of which it can be said yet.
struct Part {
  std::string name;
  std::string explained;  // what is counted, and of what
  Pair met;
  Pair of;
};

// Rows that together make `total`, or that may overlap (a complaint has several themes).
struct Table {
  std::string key;      // "services"
  std::string title;    // "Services"
  std::string counted;  // "Complaints received"
  std::string note;     // how it was counted, where that needs saying; may be empty
  bool adds_up = true;
  std::vector<Line> lines;
};

// An action that came of complaints of the period.
struct ActionLine {
  std::string ref;
  std::string title;
  std::string status;   // "Done"
  std::string verdict;  // "Improved": of its latest proof; empty without one
};

struct Figures {
  Pair received;
  Pair well_founded;  // upheld or partly upheld, of those decided
  Pair decided;
  Pair ombudsman;    // referred to the Ombudsman, as far as the council was told
  Pair open;         // not closed on the day of the report
  Pair middle_days;  // median days from receipt to the first response; -1 when none was answered
  std::vector<Part> timeliness;
  std::vector<Table> tables;
  std::vector<ActionLine> actions;

  [[nodiscard]] const Table& table(std::string_view key) const;
};

// Of the complaints received in the period, as they stand on `as_at`.
[[nodiscard]] Figures count_complaints(store::Reader& reader, const std::string& authority_id,
                                       const Period& period, base::Date as_at);

// The day on which the council's first complaint was received; nothing without any.
[[nodiscard]] std::optional<base::Date> first_complaint(store::Reader& reader,
                                                        const std::string& authority_id);

}  // namespace throughline::publish::report
