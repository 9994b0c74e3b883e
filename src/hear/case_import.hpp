#pragma once

// Cases from a CSV file: what a council has kept until now in a spreadsheet or another system.
// Every row has an outcome. Importing a file twice is importing it once: a row is known by its
// reference, or else by what it says. Rows that are wrong are never half kept; the good ones are
// kept only when the person says so.

#include "hear/case.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace throughline::hear {

inline constexpr std::size_t most_imported_rows = 250'000;

struct CaseFileRow {
  int line = 0;
  std::string reference;  // of the other system; may be empty
  NewCase given;          // with its submission key
  // How far the other system has come with it.
  Status status = Status::received;
  std::optional<base::Date> closed;  // always there when the status is closed
  std::optional<Outcome> outcome;
  std::string answer;
};

struct CaseFile {
  std::vector<CaseFileRow> good;
  std::vector<base::Problem> problems;  // in the order of the file, each with its row
  std::vector<std::string> ignored_columns;
};

// Reads a file against the services of the council.
// Shape: a heading row, then a row a case. Required columns: received (a date), kind, words.
// Optional: service (its name or reference), relationship, channel, reference, name, email, phone,
// address; and for cases that are closed already status, closed (a date; without it the date
// received), outcome and answer. Headings are matched leniently ("Date received", "Type",
// "Feedback"); other columns are ignored and listed. Errors: invalid, when it is no CSV file, a
// required column is missing, or there are no rows; too_large, past most_imported_rows.
[[nodiscard]] base::Result<CaseFile> read_case_file(std::istream& file, store::Reader& reader,
                                                    const std::string& authority_id,
                                                    base::Date today);

struct CaseImport {
  std::size_t added = 0;
  std::size_t already_here = 0;
};

// Adds the good rows, each with an event in its own history; all of them or, when something goes
// wrong, none.
[[nodiscard]] CaseImport import_cases(store::Writer& writer, const record::Work& work,
                                      const CaseFile& file);

}  // namespace throughline::hear
