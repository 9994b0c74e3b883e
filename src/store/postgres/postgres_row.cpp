#include "store/postgres/postgres_row.hpp"

#include <charconv>
#include <libpq-fe.h>

namespace throughline::store {

namespace {

// The type numbers that PostgreSQL fixes for its own types (catalog/pg_type.dat).
enum class Type : Oid {
  boolean = 16,
  int8 = 20,
  int2 = 21,
  int4 = 23,
  oid = 26,
  float4 = 700,
  float8 = 701,
  numeric = 1700,
};

template <typename Number>
std::optional<Number> number(std::string_view text) {
  Number found{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), found);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return found;
}

Value whole(std::string_view text) {
  if (const auto found = number<std::int64_t>(text)) return *found;
  throw DatabaseError("the server sent a number that does not fit: " + std::string(text));
}

Value real(std::string_view text) {
  if (const auto found = number<double>(text)) return *found;
  throw DatabaseError("the server sent what is not a number: " + std::string(text));
}

Value value_of(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column) != 0) return Null{};
  const std::string_view text(PQgetvalue(result, row, column),
                              static_cast<std::size_t>(PQgetlength(result, row, column)));
  switch (static_cast<Type>(PQftype(result, column))) {
    case Type::boolean:
      return std::int64_t{text == "t" ? 1 : 0};
    case Type::int8:
    case Type::int2:
    case Type::int4:
    case Type::oid:
      return whole(text);
    case Type::float4:
    case Type::float8:
      return real(text);
    case Type::numeric:
      // The sum of bigints is numeric without a point; SQLite gives a whole number for it.
      if (const auto found = number<std::int64_t>(text)) return *found;
      return real(text);
  }
  return std::string(text);
}

}  // namespace

Row postgres_row(const PGresult* result, int row) {
  Values values;
  const int columns = PQnfields(result);
  values.reserve(static_cast<std::size_t>(columns));
  for (int i = 0; i < columns; ++i) values.push_back(value_of(result, row, i));
  return Row(std::move(values));
}

}  // namespace throughline::store
