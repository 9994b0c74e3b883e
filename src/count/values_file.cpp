#include "count/values_file.hpp"

#include "formats/csv.hpp"
#include "formats/number.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace throughline::count {
namespace {

using Problems = std::vector<base::Problem>;

constexpr std::size_t longest_note = 2000;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

std::optional<base::Date> checked_date(std::string_view text, const ValueRules& rules,
                                       Problems& problems) {
  const auto date = base::date_from_text(text);
  if (!date) {
    problems.push_back({"date", "Date must be a real date, like 31/3/2026 or 2026-03-31"});
    return std::nullopt;
  }
  if (rules.latest && *date > *rules.latest) {
    problems.push_back({"date", "Date must not be in the future"});
    return std::nullopt;
  }
  return *date;
}

std::optional<double> checked_number(std::string_view text, const std::string& field,
                                     const std::string& label, std::optional<Unit> unit,
                                     Problems& problems) {
  const auto number = formats::number_from_text(text);
  if (!number) {
    problems.push_back({field, label + " " + number.error().message});
    return std::nullopt;
  }
  if (unit) {
    if (const auto why = misfit(*number, *unit); !why.empty()) {
      problems.push_back({field, label + " " + std::string(why)});
      return std::nullopt;
    }
  }
  return number->value;
}

struct Columns {
  std::size_t date = 0;
  std::size_t value = 1;
  std::optional<std::size_t> note{};
  std::optional<std::size_t> numerator{};
  std::optional<std::size_t> denominator{};
};

base::Result<Columns> columns_of(const formats::CsvTable& table) {
  Columns columns;
  Problems problems;
  const auto need = [&](std::string_view name, std::size_t& column) {
    if (const auto found = table.column(name))
      column = *found;
    else
      problems.push_back({std::string(name),
                          "There is no column called " + std::string(name) +
                              ". The first row must name the columns: date,value",
                          1});
  };
  need("date", columns.date);
  need("value", columns.value);
  columns.note = table.column("note");
  columns.numerator = table.column("numerator");
  columns.denominator = table.column("denominator");
  if (!problems.empty()) return base::refuse(std::move(problems));
  return columns;
}

}  // namespace

base::Result<DatedValue> read_value(std::string_view date, std::string_view value,
                                    std::string_view numerator, std::string_view denominator,
                                    std::string_view note, const ValueRules& rules) {
  Problems problems;
  DatedValue read;
  if (const auto checked = checked_date(date, rules, problems)) read.date = *checked;
  if (const auto checked = checked_number(value, "value", "Value", rules.unit, problems))
    read.value = *checked;
  if (!is_blank(numerator))
    read.numerator = checked_number(numerator, "numerator", "Numerator", std::nullopt, problems);
  if (!is_blank(denominator)) {
    read.denominator =
        checked_number(denominator, "denominator", "Denominator", std::nullopt, problems);
    if (read.denominator && *read.denominator <= 0)
      problems.push_back({"denominator", "Denominator must be more than 0"});
  }
  if (note.size() > longest_note)
    problems.push_back({"note", "Note must be 2,000 characters or fewer"});
  if (!problems.empty()) return base::refuse(std::move(problems));
  read.note = std::string(note);
  return read;
}

namespace {

// A note that values_csv disarmed for spreadsheets, as it was.
std::string_view rearmed(std::string_view note) {
  if (!note.starts_with('\'')) return note;
  const auto rest = note.substr(1);
  return formats::disarmed_cell(rest) == rest ? note : rest;
}

}  // namespace

base::Result<ValuesFile> read_values_file(std::string_view bytes, const ValueRules& rules) {
  if (bytes.size() > longest_values_file)
    return base::refuse(base::ErrorKind::too_large,
                        "The file is too large. The most is 10 MB: split it by year");
  auto table = formats::read_csv(bytes, {.encoding = formats::CsvEncoding::utf8_or_windows_1252});
  if (!table) return tl::make_unexpected(table.error());
  Columns columns;
  const bool headless = !table->heading.empty() && base::date_from_text(table->heading[0]);
  if (headless) {
    table->rows.insert(table->rows.begin(), formats::CsvRow{table->heading, 1});
    columns.note = 2;
  } else {
    auto named = columns_of(*table);
    if (!named) return tl::make_unexpected(named.error());
    columns = *named;
  }

  ValuesFile file;
  file.bad = table->problems;
  std::map<base::Date, int> seen;
  const auto cell = [](const formats::CsvRow& row, std::optional<std::size_t> column) {
    return column ? std::string_view(row.field(*column)) : std::string_view();
  };
  for (const auto& row : table->rows) {
    if (std::ranges::all_of(row.fields, is_blank)) continue;
    auto read =
        read_value(cell(row, columns.date), cell(row, columns.value), cell(row, columns.numerator),
                   cell(row, columns.denominator), rearmed(cell(row, columns.note)), rules);
    if (!read) {
      for (auto problem : read.error().problems) {
        problem.row = row.line;
        file.bad.push_back(std::move(problem));
      }
      continue;
    }
    read->row = row.line;
    const auto [first, is_new] = seen.emplace(read->date, row.line);
    if (is_new)
      file.good.push_back(std::move(*read));
    else
      file.bad.push_back({"date",
                          base::to_long_text(read->date) + " has a value already in row " +
                              std::to_string(first->second) + ". Keep one value for each date",
                          row.line});
  }
  if (file.good.empty() && file.bad.empty())
    return base::refuse(base::ErrorKind::invalid, "There are no values below the heading row");
  std::ranges::stable_sort(file.bad, {}, &base::Problem::row);
  return file;
}

}  // namespace throughline::count
