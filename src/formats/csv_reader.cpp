#include "formats/csv.hpp"
#include "formats/encoding.hpp"

#include <algorithm>
#include <istream>
#include <utility>

namespace throughline::formats {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

base::Error row_error(base::ErrorKind kind, int line, std::string message) {
  return {kind, message, {{"", std::move(message), line}}};
}

// Excel writes semicolons where the computer's decimal sign is a comma, and tabs for "text".
char likely_delimiter(std::string_view start) {
  constexpr std::string_view candidates = ",;\t";
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : start) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    if (const auto found = candidates.find(c); found != candidates.npos) ++counts[found];
  }
  return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// What people rename to .csv, by its first bytes; "" for anything that may be text.
std::string_view known_not_text(std::string_view start) {
  if (start.starts_with("PK\x03\x04"))
    return "This file is a spreadsheet workbook, not CSV. Open it and save it as CSV UTF-8";
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"))
    return "This file is in UTF-16. Save it as CSV UTF-8";
  if (start.starts_with("%PDF-")) return "This file is a PDF, not CSV. Choose a CSV file";
  return {};
}

}  // namespace

const std::string& CsvRow::field(std::size_t column) const {
  static const std::string none;
  return column < fields.size() ? fields[column] : none;
}

CsvReader::CsvReader(std::istream& in, CsvOptions options) : in_(in), options_(options) {}

bool CsvReader::fill() {
  if (at_ < size_) return true;
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  at_ = 0;
  size_ = static_cast<std::size_t>(in_.gcount());
  return size_ > 0;
}

int CsvReader::peek() {
  return fill() ? static_cast<unsigned char>(buffer_[at_]) : end_of_file;
}

int CsvReader::take() {
  const int c = peek();
  if (c != end_of_file) ++at_;
  return c;
}

// Past the line end that stands next; CRLF is one.
void CsvReader::end_line() {
  const int c = take();
  if (c == '\r' && peek() == '\n') take();
  if (c != end_of_file) ++line_;
}

void CsvReader::skip_line() {
  for (int c = peek(); c != end_of_file && c != '\n' && c != '\r'; c = peek()) take();
  end_line();
}

base::Error CsvReader::stop(base::ErrorKind kind, int line, std::string message) {
  stopped_ = true;
  return row_error(kind, line, std::move(message));
}

void CsvReader::begin() {
  begun_ = true;
  if (!fill()) return;
  if (std::string_view(buffer_.data(), size_).starts_with(byte_order_mark))
    at_ += byte_order_mark.size();
  if (options_.delimiter == '\0')
    options_.delimiter = likely_delimiter({buffer_.data() + at_, size_ - at_});
}

std::optional<base::Result<CsvRow>> CsvReader::next() {
  if (!begun_) {
    begin();
    if (const auto why = known_not_text({buffer_.data(), size_}); !why.empty())
      return tl::make_unexpected(stop(base::ErrorKind::unsupported, 1, std::string(why)));
  }
  while (!stopped_ && (peek() == '\n' || peek() == '\r')) end_line();
  if (stopped_ || peek() == end_of_file) return std::nullopt;
  return read_row();
}

std::optional<base::Result<CsvRow>> CsvReader::read_row() {
  CsvRow row;
  row.line = line_;
  while (true) {
    std::string field;
    if (auto error = read_field(field)) return tl::make_unexpected(std::move(*error));
    row.fields.push_back(std::move(field));
    if (row.fields.size() > options_.most_columns)
      return tl::make_unexpected(
          stop(base::ErrorKind::too_large, row.line,
               "The row has more than " + std::to_string(options_.most_columns) + " columns"));
    if (peek() == options_.delimiter) {
      take();
      continue;
    }
    end_line();
    break;
  }
  if (auto error = decode(row)) return tl::make_unexpected(std::move(*error));
  return row;
}

std::optional<base::Error> CsvReader::read_field(std::string& field) {
  if (peek() == '"') return read_quoted(field);
  const int line = line_;
  for (int c = peek(); c != end_of_file && c != options_.delimiter && c != '\n' && c != '\r';
       c = peek()) {
    if (c == '"') {
      skip_line();
      return row_error(base::ErrorKind::invalid, line,
                       "A quotation mark stands inside a cell that does not begin with one. Put "
                       "the whole cell in quotation marks and double each one inside it");
    }
    if (c == '\0')
      return stop(base::ErrorKind::unsupported, line,
                  "This file is not text. Choose a file saved as CSV UTF-8");
    if (field.size() == options_.most_bytes_in_field)
      return stop(base::ErrorKind::too_large, line, "A cell is too long to read");
    field += static_cast<char>(take());
  }
  return std::nullopt;
}

std::optional<base::Error> CsvReader::read_quoted(std::string& field) {
  const int opened = line_;
  take();
  while (true) {
    const int c = take();
    if (c == end_of_file)
      return stop(base::ErrorKind::invalid, opened,
                  "A quotation mark opens a cell here and is never closed. Add the closing one");
    if (c == '\0')
      return stop(base::ErrorKind::unsupported, line_,
                  "This file is not text. Choose a file saved as CSV UTF-8");
    if (c == '"') {
      if (peek() != '"') break;
      take();
    }
    if (c == '\n' || (c == '\r' && peek() != '\n')) ++line_;
    if (field.size() == options_.most_bytes_in_field)
      return stop(base::ErrorKind::too_large, opened, "A cell is too long to read");
    field += static_cast<char>(c);
  }
  const int after = peek();
  if (after == end_of_file || after == options_.delimiter || after == '\n' || after == '\r')
    return std::nullopt;
  const int line = line_;
  skip_line();
  return row_error(base::ErrorKind::invalid, line,
                   "Something follows the closing quotation mark of a cell. Double each quotation "
                   "mark that belongs to the cell");
}

std::optional<base::Error> CsvReader::decode(CsvRow& row) const {
  if (std::ranges::all_of(row.fields, is_utf8)) return std::nullopt;
  if (options_.encoding == CsvEncoding::utf8)
    return row_error(base::ErrorKind::invalid, row.line,
                     "The row holds letters that are not UTF-8. Save the file as CSV UTF-8");
  // A row that is not UTF-8 comes from an older program, which wrote all of it the same way.
  for (auto& field : row.fields) field = utf8_from_windows_1252(field);
  return std::nullopt;
}

}  // namespace throughline::formats
