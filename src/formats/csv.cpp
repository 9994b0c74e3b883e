#include "formats/csv.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

namespace throughline::formats {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const auto first = text.find_first_not_of(spaces);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// A sign, digits with at most one point, and perhaps an exponent or a percent sign.
bool is_plain_number(std::string_view text) {
  const std::size_t begin = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  std::size_t at = skip_digits(text, begin);
  std::size_t digits = at - begin;
  if (at < text.size() && text[at] == '.') {
    const std::size_t point = at + 1;
    at = skip_digits(text, point);
    digits += at - point;
  }
  if (digits == 0) return false;
  if (at < text.size() && lower(text[at]) == 'e') {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t exponent = at;
    at = skip_digits(text, at);
    if (at == exponent) return false;
  }
  if (at < text.size() && text[at] == '%') ++at;
  return at == text.size();
}

bool needs_quotation_marks(std::string_view cell) {
  return cell.find_first_of(",;\t\"\r\n") != cell.npos || cell.starts_with(' ') ||
         cell.ends_with(' ');
}

void write_cell(std::ostream& out, std::string_view cell) {
  if (!needs_quotation_marks(cell)) {
    out << cell;
    return;
  }
  out << '"';
  for (const char c : cell) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::ranges::find_if(heading, [&](const std::string& each) {
    return std::ranges::equal(each, name, {}, lower, lower);
  });
  if (found == heading.end()) return std::nullopt;
  return static_cast<std::size_t>(found - heading.begin());
}

base::Result<CsvTable> read_csv(std::string_view bytes, CsvOptions options) {
  std::istringstream in{std::string(bytes)};
  CsvReader reader(in, options);
  CsvTable table;
  auto heading = reader.next();
  if (!heading)
    return base::refuse(base::ErrorKind::invalid,
                        "The file is empty. Choose a file with a heading "
                        "row and at least one row below it");
  if (!*heading) return tl::make_unexpected(heading->error());
  for (const auto& name : (*heading)->fields) table.heading.emplace_back(trimmed(name));
  while (auto row = reader.next()) {
    if (*row) {
      table.rows.push_back(std::move(**row));
      continue;
    }
    // A bound that is passed, or bytes that are no text, spoil the whole file, not one row.
    if (row->error().kind != base::ErrorKind::invalid) return tl::make_unexpected(row->error());
    for (const auto& problem : row->error().problems) table.problems.push_back(problem);
  }
  return table;
}

std::string disarmed_cell(std::string_view cell) {
  const bool armed = !cell.empty() && std::string_view("=+-@\t\r\n").find(cell[0]) != cell.npos;
  if (!armed || is_plain_number(cell)) return std::string(cell);
  return "'" + std::string(cell);
}

CsvWriter::CsvWriter(std::ostream& out, CsvFor reader) : out_(out), reader_(reader) {
  if (reader_ == CsvFor::spreadsheets) out_ << "\xEF\xBB\xBF";
}

void CsvWriter::row(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out_ << ',';
    if (fields.size() == 1 && fields[0].empty())
      out_ << "\"\"";  // a bare line would be passed over
    write_cell(out_, reader_ == CsvFor::spreadsheets ? disarmed_cell(fields[i]) : fields[i]);
  }
  out_ << "\r\n";
}

}  // namespace throughline::formats
