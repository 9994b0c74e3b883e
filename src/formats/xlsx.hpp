#pragma once

// The first sheet of an Excel workbook (.xlsx), as the same table that a CSV file gives: headings,
// and rows of text below them. Dates come as "2026-11-24" and numbers in the shortest way to write
// them. It refuses to run anything: of a formula only the value that was saved is read.

#include "formats/csv.hpp"

#include <cstddef>
#include <string_view>

namespace throughline::formats {

struct XlsxLimits {
  std::size_t most_bytes_in_part = 64'000'000;  // of a part of the file, unpacked
  std::size_t most_bytes_of_text = 64'000'000;  // of all cells together
  std::size_t most_bytes_in_cell = 200'000;
  std::size_t most_rows = 100'000;
  std::size_t most_columns = 1'000;
};

// Whether the bytes begin as a workbook does (as any zip file does).
[[nodiscard]] bool looks_like_xlsx(std::string_view bytes);

// Empty rows are passed over; `line` of a row is its number in the sheet.
// Errors: unsupported, when it is no workbook or is damaged; too_large, past a bound; invalid, when
// the first sheet is empty.
[[nodiscard]] base::Result<CsvTable> read_xlsx(std::string_view bytes, XlsxLimits limits = {});

}  // namespace throughline::formats
