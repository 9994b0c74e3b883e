#pragma once

// Transactions on one SQLite connection.

#include "store/database.hpp"
#include "store/sqlite/sqlite_connection.hpp"

#include <functional>

namespace throughline::store {

void read_through(SqliteConnection& connection, const std::function<void(Reader&)>& work);

// Commits when `work` returns true; otherwise, and when it throws, rolls back.
void write_through(SqliteConnection& connection, const std::function<bool(Writer&)>& work);

// Several works in one transaction, each kept or undone by itself. Undone as a whole unless it was
// committed.
class SqliteGroup {
 public:
  explicit SqliteGroup(SqliteConnection& connection) : connection_(connection) {}
  ~SqliteGroup();
  SqliteGroup(const SqliteGroup&) = delete;
  SqliteGroup& operator=(const SqliteGroup&) = delete;

  // True when what `work` did is in the transaction. Otherwise, and when it throws, it was undone.
  // A statement that failed inside spoils the whole work, as on PostgreSQL.
  bool add(const std::function<bool(Writer&)>& work);
  // The works that were in the transaction are gone with one that failed.
  [[nodiscard]] bool lost() const { return lost_; }
  // Durable when this returns. Throws DatabaseError when nothing was kept.
  void commit();

 private:
  void undo();

  SqliteConnection& connection_;
  bool holds_work_ = false;
  bool lost_ = false;
};

}  // namespace throughline::store
