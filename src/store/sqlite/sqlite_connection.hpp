#pragma once

// One connection to a SQLite file and the statements prepared on it. Used by one thread at a time.

#include "store/database.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
  struct Statement {
    std::unique_ptr<sqlite3_stmt, Finalize> prepared;
    std::vector<int> places;  // of $1, $2 ... as SQLite numbers them; 0: not in the text
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  const Statement& prepared(std::string_view sql);
  static void bind(const Statement& statement, const Values& parameters, std::string_view sql);
  [[noreturn]] void fail(std::string_view doing) const;

  std::unique_ptr<sqlite3, Close> connection_;
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;  // by SQL
  bool running_ = false;
};

}  // namespace throughline::store
