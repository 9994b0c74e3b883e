#include "store/sqlite/sqlite_connection.hpp"

#include "store/checked.hpp"

#include <sqlite3.h>

namespace throughline::store {

namespace {

// Enough for every text the program writes itself; texts built from filters come and go.
constexpr std::size_t most_statements = 500;

// SQLite numbers parameters by first use, so $2 may stand first: only the name is reliable, and to
// ask for each name at each run would cost more than the run of a long list.
std::vector<int> places_of(sqlite3_stmt* statement) {
  std::vector<int> places;
  const int count = sqlite3_bind_parameter_count(statement);
  for (int number = 1; number <= count; ++number) {
    const auto name = "$" + std::to_string(number);
    places.push_back(sqlite3_bind_parameter_index(statement, name.c_str()));
  }
  return places;
}

Value column(sqlite3_stmt* statement, int number) {
  switch (sqlite3_column_type(statement, number)) {
    case SQLITE_NULL:
      return Null{};
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(statement, number));
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, number);
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, number));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, number));
      return text ? std::string(text, size) : std::string();
    }
  }
}

Row row_of(sqlite3_stmt* statement) {
  Values values;
  const int columns = sqlite3_column_count(statement);
  values.reserve(static_cast<std::size_t>(columns));
  for (int i = 0; i < columns; ++i) values.push_back(column(statement, i));
  return Row(std::move(values));
}

// Ends a statement's run whatever happens, so that it holds neither locks nor borrowed text.
class Run {
 public:
  Run(sqlite3_stmt* statement, bool& running) : statement_(statement), running_(running) {
    running_ = true;
  }
  ~Run() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    running_ = false;
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

 private:
  sqlite3_stmt* statement_;
  bool& running_;
};

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

void SqliteConnection::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteConnection::SqliteConnection(const std::string& path) {
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &opened,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  connection_.reset(opened);
  if (code != SQLITE_OK) fail(path);
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, 10'000);
  // FULL: what has been acknowledged survives a power cut. LIKE tells capitals apart, as
  // PostgreSQL's does.
  script(
      "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
      "pragma temp_store = memory; pragma case_sensitive_like = on;");
}

void SqliteConnection::fail(std::string_view doing) const {
  const std::string said =
      connection_ ? sqlite3_errmsg(connection_.get()) : std::string("out of memory");
  const std::string message = said + ": " + std::string(doing);
  const int code = connection_ ? sqlite3_extended_errcode(connection_.get()) : SQLITE_NOMEM;
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
    throw UniqueViolation(message);
  }
  throw DatabaseError(message);
}

void SqliteConnection::bind(const Statement& statement, const Values& parameters,
                            std::string_view sql) {
  if (statement.places.size() != parameters.size()) {
    throw DatabaseError("the statement takes " + std::to_string(statement.places.size()) +
                        " parameters but got " + std::to_string(parameters.size()) + ": " +
                        std::string(sql));
  }
  check_parameters(parameters);
  auto* const prepared = statement.prepared.get();
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int index = statement.places[i];
    if (index == 0) {
      throw DatabaseError("the statement has no $" + std::to_string(i + 1) + ": " +
                          std::string(sql));
    }
    if (const auto* text = std::get_if<std::string>(&parameters[i])) {
      // The text outlives the step, so SQLite need not copy it.
      sqlite3_bind_text64(prepared, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else if (const auto* whole = std::get_if<std::int64_t>(&parameters[i])) {
      sqlite3_bind_int64(prepared, index, *whole);
    } else if (const auto* real = std::get_if<double>(&parameters[i])) {
      sqlite3_bind_double(prepared, index, *real);
    } else {
      sqlite3_bind_null(prepared, index);
    }
  }
}

const SqliteConnection::Statement& SqliteConnection::prepared(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
  std::string text(sql);
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(connection_.get(), text.c_str(), -1,
                                      SQLITE_PREPARE_PERSISTENT, &statement, &rest);
  if (code != SQLITE_OK) fail(sql);
  Statement owned{std::unique_ptr<sqlite3_stmt, Finalize>(statement), {}};
  if (!owned.prepared) throw DatabaseError("no statement in: " + text);
  if (std::string_view(rest).find_first_not_of(" \n\t;") != std::string_view::npos) {
    throw DatabaseError("more than one statement in: " + text);
  }
  if (statements_.size() >= most_statements) statements_.clear();
  owned.places = places_of(statement);
  return statements_.emplace(std::move(text), std::move(owned)).first->second;
}

std::int64_t SqliteConnection::run(std::string_view sql, const Values& parameters, Access access,
                                   const std::function<void(const Row&)>& visit) {
  if (running_) throw DatabaseError("a statement was begun inside for_each: " + std::string(sql));
  const auto& known = prepared(sql);
  sqlite3_stmt* const statement = known.prepared.get();
  const bool reads_only = sqlite3_stmt_readonly(statement) != 0;
  if (access == Access::read_only && !reads_only) {
    throw DatabaseError("a reader cannot write: " + std::string(sql));
  }
  const Run run(statement, running_);
  bind(known, parameters, sql);
  int code = sqlite3_step(statement);
  for (; code == SQLITE_ROW; code = sqlite3_step(statement)) visit(row_of(statement));
  if (code != SQLITE_DONE) fail(sql);
  return reads_only ? 0 : sqlite3_changes64(connection_.get());
}

void SqliteConnection::script(const std::string& sql) {
  if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(sql);
  }
}

bool SqliteConnection::in_transaction() const {
  return sqlite3_get_autocommit(connection_.get()) == 0;
}

bool SqliteConnection::has_broken_references() const {
  int broken = 0;
  int unused = 0;
  sqlite3_db_status(connection_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &unused, 0);
  return broken != 0;
}

}  // namespace throughline::store
