#pragma once

// The only door to a database. One SQL text, with parameters $1, $2 ..., runs on SQLite and on
// PostgreSQL; where the two differ the text comes from store/dialect.hpp.
//
// Columns are text, bigint or double precision: dates are "2026-11-24", instants are base::to_text,
// yes and no are 1 and 0. Errors of the database throw DatabaseError (the world is broken); a
// broken unique rule throws UniqueViolation, which a stage turns into an outcome.

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace throughline::store {

enum class Dialect { sqlite, postgres };

using Null = std::monostate;
using Value = std::variant<Null, std::int64_t, double, std::string>;
using Values = std::vector<Value>;

// Null when there is nothing to store.
template <typename T>
[[nodiscard]] Value nullable(const std::optional<T>& value) {
  return value ? Value{*value} : Value{Null{}};
}

class DatabaseError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class UniqueViolation final : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// One row of a result; columns count from 0. Asking for the wrong type throws DatabaseError, except
// that text() writes numbers as text and real() takes whole numbers.
class Row {
 public:
  Row() = default;
  explicit Row(Values values) : values_(std::move(values)) {}
  [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
  [[nodiscard]] const Value& value(std::size_t column) const { return values_.at(column); }
  [[nodiscard]] bool is_null(std::size_t column) const;
  [[nodiscard]] std::string text(std::size_t column) const;  // null reads as ""
  [[nodiscard]] std::int64_t integer(std::size_t column) const;
  [[nodiscard]] double real(std::size_t column) const;
  [[nodiscard]] bool yes(std::size_t column) const { return integer(column) != 0; }
  [[nodiscard]] std::optional<std::string> optional_text(std::size_t column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(std::size_t column) const;
  [[nodiscard]] std::optional<double> optional_real(std::size_t column) const;

 private:
  Values values_;
};

// A consistent view of the database.
class Reader {
 public:
  virtual ~Reader() = default;
  [[nodiscard]] virtual Dialect dialect() const noexcept = 0;
  virtual void for_each(std::string_view sql, const Values& parameters,
                        const std::function<void(const Row&)>& visit) = 0;

  [[nodiscard]] std::vector<Row> rows(std::string_view sql, const Values& parameters = {});
  [[nodiscard]] std::optional<Row> row(std::string_view sql, const Values& parameters = {});
  // The first column of the only row; for counts and sums.
  [[nodiscard]] std::int64_t number(std::string_view sql, const Values& parameters = {});
};

// A transaction: everything done through it is kept together or not at all.
class Writer : public Reader {
 public:
  // Rows changed.
  virtual std::int64_t execute(std::string_view sql, const Values& parameters = {}) = 0;
  // Several statements separated by semicolons, without parameters; for migrations.
  virtual void execute_script(std::string_view sql) = 0;
};

class Database {
 public:
  virtual ~Database() = default;
  [[nodiscard]] virtual Dialect dialect() const noexcept = 0;

  // Runs `work` on a consistent view and gives back what it returns. Readers run side by side.
  template <typename Work>
  auto read(Work&& work) {
    using Outcome = std::invoke_result_t<Work, Reader&>;
    if constexpr (std::is_void_v<Outcome>) {
      run_read([&](Reader& reader) { work(reader); });
    } else {
      std::optional<Outcome> outcome;
      run_read([&](Reader& reader) { outcome.emplace(work(reader)); });
      return std::move(*outcome);
    }
  }

  // Runs `work` in a transaction and gives back what it returns. Durable when this returns. When
  // `work` throws or returns a Result that holds an Error, nothing is kept. `work` can run more
  // than once (PostgreSQL may ask for a transaction again), so it touches nothing but the writer
  // and its outcome.
  template <typename Work>
  auto write(Work&& work) {
    using Outcome = std::invoke_result_t<Work, Writer&>;
    if constexpr (std::is_void_v<Outcome>) {
      run_write([&](Writer& writer) {
        work(writer);
        return true;
      });
    } else {
      std::optional<Outcome> outcome;
      run_write([&](Writer& writer) {
        outcome.emplace(work(writer));
        return keeps(*outcome);
      });
      return std::move(*outcome);
    }
  }

 protected:
  virtual void run_read(const std::function<void(Reader&)>& work) = 0;
  // Commits when `work` returns true; otherwise, and when it throws, rolls back.
  virtual void run_write(const std::function<bool(Writer&)>& work) = 0;

 private:
  template <typename T>
  static bool keeps(const T&) {
    return true;
  }
  template <typename T>
  static bool keeps(const base::Result<T>& result) {
    return result.has_value();
  }
};

// Opens a database by its address: a file's path, ":memory:", or "postgresql://...". Creates the
// file when it does not exist; does not migrate.
// Errors: invalid, when the address cannot be opened, with what the database said.
[[nodiscard]] base::Result<std::unique_ptr<Database>> open(const std::string& address);

}  // namespace throughline::store
