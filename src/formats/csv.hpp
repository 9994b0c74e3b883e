#pragma once

// Comma-separated values, in and out. Reading is a stream: memory holds one row, and both the size
// of a field and the number of columns are bounded. It knows rows and cells, and refuses to guess
// what a cell means: dates and numbers are for the caller.
// Source: rfc-4180

#include "base/result.hpp"

#include <array>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::formats {

enum class CsvEncoding {
  utf8,                  // a row that is not UTF-8 is a problem
  utf8_or_windows_1252,  // a row that is not UTF-8 is read as Windows-1252
};

struct CsvOptions {
  char delimiter = '\0';  // '\0': whichever of , ; and tab stands most often in the first line
  CsvEncoding encoding = CsvEncoding::utf8;
  std::size_t most_bytes_in_field = 1'000'000;
  std::size_t most_columns = 10'000;
};

struct CsvRow {
  std::vector<std::string> fields;
  int line = 0;  // of the file, counted from 1, where the row begins

  // The cell, or "" when the row is shorter.
  [[nodiscard]] const std::string& field(std::size_t column) const;
};

// Reads rows one by one. Blank lines are passed over (and counted). Lines end in LF, CRLF or CR; a
// byte order mark is dropped.
//   CsvReader reader(stream);
//   while (auto row = reader.next()) { if (!*row) problems.push_back(row->error()...); ... }
class CsvReader {
 public:
  explicit CsvReader(std::istream& in, CsvOptions options = {});

  // The next row; nothing at the end of the file.
  // Errors: invalid or too_large, with one Problem that holds the line. After a row with wrong
  // quotation marks or letters the next call goes on with the line below; after anything worse
  // (a bound passed, a quotation mark never closed, not text at all) it gives nothing.
  [[nodiscard]] std::optional<base::Result<CsvRow>> next();

 private:
  static constexpr int end_of_file = -1;

  [[nodiscard]] int peek();
  int take();
  bool fill();
  void begin();
  void end_line();
  void skip_line();
  [[nodiscard]] std::optional<base::Result<CsvRow>> read_row();
  [[nodiscard]] std::optional<base::Error> read_field(std::string& field);
  [[nodiscard]] std::optional<base::Error> read_quoted(std::string& field);
  [[nodiscard]] std::optional<base::Error> decode(CsvRow& row) const;
  [[nodiscard]] base::Error stop(base::ErrorKind kind, int line, std::string message);

  std::istream& in_;
  CsvOptions options_;
  std::array<char, 65536> buffer_{};
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  int line_ = 1;
  bool begun_ = false;
  bool stopped_ = false;
};

// A whole small file with a heading row.
struct CsvTable {
  std::vector<std::string> heading;     // as written, without spaces around
  std::vector<CsvRow> rows;             // below the heading
  std::vector<base::Problem> problems;  // rows that could not be read

  // The column under a heading, whatever its case; nothing when there is none.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

// Reads text with a heading row. Rows that cannot be read go to `problems`, the rest are kept.
// Errors: invalid, when there is no heading row; whatever stops the reader.
[[nodiscard]] base::Result<CsvTable> read_csv(std::string_view bytes, CsvOptions options = {});

enum class CsvFor {
  programs,      // cells exactly as they are
  spreadsheets,  // a byte order mark, and cells that a spreadsheet would run as a formula disarmed
};

// Writes rows, each ended by CRLF.
class CsvWriter {
 public:
  explicit CsvWriter(std::ostream& out, CsvFor reader = CsvFor::programs);
  void row(const std::vector<std::string>& fields);

 private:
  std::ostream& out_;
  CsvFor reader_;
};

// The cell with ' before it when a spreadsheet would run it as a formula: when it begins with
// = + - @, a tab or a line end and is not a plain number ("-3.2" stays).
// Source: owasp-csv-injection
[[nodiscard]] std::string disarmed_cell(std::string_view cell);

}  // namespace throughline::formats
