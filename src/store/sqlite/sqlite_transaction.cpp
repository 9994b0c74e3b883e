#include "store/sqlite/sqlite_transaction.hpp"

namespace throughline::store {

namespace {

class SqliteReader final : public Reader {
 public:
  explicit SqliteReader(SqliteConnection& connection) : connection_(connection) {}

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::sqlite; }
  void for_each(std::string_view sql, const Values& parameters,
                const std::function<void(const Row&)>& visit) override {
    connection_.run(sql, parameters, Access::read_only, visit);
  }

 private:
  SqliteConnection& connection_;
};

class SqliteWriter final : public Writer {
 public:
  explicit SqliteWriter(SqliteConnection& connection) : connection_(connection) {}

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::sqlite; }
  [[nodiscard]] bool spoilt() const { return spoilt_; }

  void for_each(std::string_view sql, const Values& parameters,
                const std::function<void(const Row&)>& visit) override {
    attempt([&] { return connection_.run(sql, parameters, Access::read_write, visit); });
  }

  std::int64_t execute(std::string_view sql, const Values& parameters) override {
    return attempt(
        [&] { return connection_.run(sql, parameters, Access::read_write, [](const Row&) {}); });
  }

  void execute_script(std::string_view sql) override {
    attempt([&] {
      connection_.script(std::string(sql));
      return 0;
    });
  }

 private:
  template <typename Step>
  std::int64_t attempt(Step&& step) {
    if (spoilt_) throw DatabaseError("an earlier statement spoilt this transaction");
    try {
      return step();
    } catch (const DatabaseError&) {
      spoilt_ = true;
      throw;
    }
  }

  SqliteConnection& connection_;
  bool spoilt_ = false;
};

// False when SQLite had rolled back by itself (a full disk, say), so that nothing was left to undo.
bool quietly(SqliteConnection& connection, const char* undoing) {
  try {
    connection.script(undoing);
    return true;
  } catch (const DatabaseError&) {
    return false;
  }
}

}  // namespace

void read_through(SqliteConnection& connection, const std::function<void(Reader&)>& work) {
  // A reader has nothing to lose, so its transaction always ends alike.
  connection.script("begin");
  const struct End {
    ~End() { quietly(connection, "rollback"); }
    SqliteConnection& connection;
  } end{connection};
  SqliteReader reader(connection);
  work(reader);
}

void write_through(SqliteConnection& connection, const std::function<bool(Writer&)>& work) {
  SqliteGroup group(connection);
  if (group.add(work)) group.commit();
}

SqliteGroup::~SqliteGroup() {
  if (connection_.in_transaction()) quietly(connection_, "rollback");
}

bool SqliteGroup::add(const std::function<bool(Writer&)>& work) {
  // The first needs no savepoint: undoing it undoes the transaction.
  connection_.script(holds_work_ ? "savepoint work" : "begin immediate");
  try {
    SqliteWriter writer(connection_);
    if (!work(writer)) {
      undo();
      return false;
    }
    if (writer.spoilt()) throw DatabaseError("a statement failed, so nothing was kept");
    if (connection_.has_broken_references()) {
      throw DatabaseError("FOREIGN KEY constraint failed: a reference points nowhere");
    }
    if (holds_work_) connection_.script("release work");
    holds_work_ = true;
    return true;
  } catch (...) {
    undo();
    throw;
  }
}

void SqliteGroup::undo() {
  if (!holds_work_) {
    quietly(connection_, "rollback");
  } else if (!quietly(connection_, "rollback to work; release work")) {
    lost_ = true;
  }
}

void SqliteGroup::commit() {
  if (lost_) throw DatabaseError("the database rolled back by itself, so nothing was kept");
  if (!holds_work_) return;
  connection_.script("commit");
  holds_work_ = false;
}

}  // namespace throughline::store
