#include "store/database.hpp"

#include "store/postgres/postgres_database.hpp"
#include "store/sqlite/sqlite_database.hpp"

#include <charconv>
#include <cmath>

namespace throughline::store {

namespace {

[[noreturn]] void wrong_type(std::size_t column, const char* wanted) {
  throw DatabaseError("column " + std::to_string(column) + " does not hold " + wanted);
}

// The shortest text that reads back as the same number.
std::string number_text(double number) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  return {buffer, end};
}

}  // namespace

bool Row::is_null(std::size_t column) const {
  return std::holds_alternative<Null>(value(column));
}

std::string Row::text(std::size_t column) const {
  const Value& held = value(column);
  if (const auto* text = std::get_if<std::string>(&held)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&held)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&held)) return number_text(*real);
  return {};
}

std::int64_t Row::integer(std::size_t column) const {
  const auto* whole = std::get_if<std::int64_t>(&value(column));
  if (!whole) wrong_type(column, "a whole number");
  return *whole;
}

double Row::real(std::size_t column) const {
  const Value& held = value(column);
  if (const auto* real = std::get_if<double>(&held)) return *real;
  if (const auto* whole = std::get_if<std::int64_t>(&held)) return static_cast<double>(*whole);
  wrong_type(column, "a number");
}

std::optional<std::string> Row::optional_text(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<std::int64_t> Row::optional_integer(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<double> Row::optional_real(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return real(column);
}

std::vector<Row> Reader::rows(std::string_view sql, const Values& parameters) {
  std::vector<Row> found;
  for_each(sql, parameters, [&](const Row& row) { found.push_back(row); });
  return found;
}

std::optional<Row> Reader::row(std::string_view sql, const Values& parameters) {
  std::optional<Row> found;
  for_each(sql, parameters, [&](const Row& row) {
    if (!found) found = row;
  });
  return found;
}

std::int64_t Reader::number(std::string_view sql, const Values& parameters) {
  const auto found = row(sql, parameters);
  if (!found) throw DatabaseError("no row where one was counted on: " + std::string(sql));
  return found->is_null(0) ? 0 : found->integer(0);
}

base::Result<std::unique_ptr<Database>> open(const std::string& address) {
  try {
    if (address.starts_with("postgresql://") || address.starts_with("postgres://")) {
      return open_postgres(address);
    }
    return open_sqlite(address);
  } catch (const DatabaseError& error) {
    return base::refuse(base::ErrorKind::invalid,
                        "The database cannot be opened: " + std::string(error.what()) +
                            ". Give a file's path, :memory: or a postgresql:// address.");
  }
}

}  // namespace throughline::store
