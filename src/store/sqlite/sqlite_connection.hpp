#pragma once

// One connection to a SQLite file and the statements prepared on it. Used by one thread at a time.

#include "store/database.hpp"

#include <memory>
#include <string>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace throughline::store {

enum class Access { read_only, read_write };

class SqliteConnection {
 public:
  explicit SqliteConnection(const std::string& path);

  // Runs one statement and shows its rows; gives back the rows that it changed.
  std::int64_t run(std::string_view sql, const Values& parameters, Access access,
                   const std::function<void(const Row&)>& visit);
  void script(const std::string& sql);

  // False also after SQLite has rolled back by itself, as it does when the disk is full.
  [[nodiscard]] bool in_transaction() const;
  // A reference that is checked at the commit still points nowhere, so the commit would fail.
  [[nodiscard]] bool has_broken_references() const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

  sqlite3_stmt* prepared(std::string_view sql);
  [[noreturn]] void fail(std::string_view doing) const;

  std::unique_ptr<sqlite3, Close> connection_;
  std::unordered_map<std::string, Statement> statements_;  // by SQL text
  bool running_ = false;
};

}  // namespace throughline::store
