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

// Rolls back unless it was committed.
class Transaction {
 public:
  Transaction(SqliteConnection& connection, const char* begin) : connection_(connection) {
    connection_.script(begin);
  }
  ~Transaction() {
    if (done_) return;
    try {
      connection_.script("rollback");
    } catch (const DatabaseError&) {
      // SQLite had rolled back by itself (a full disk, say), which is what was wanted.
    }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    connection_.script("commit");
    done_ = true;
  }

 private:
  SqliteConnection& connection_;
  bool done_ = false;
};

}  // namespace

void read_through(SqliteConnection& connection, const std::function<void(Reader&)>& work) {
  Transaction transaction(connection, "begin");
  SqliteReader reader(connection);
  work(reader);
  transaction.commit();
}

void write_through(SqliteConnection& connection, const std::function<bool(Writer&)>& work) {
  Transaction transaction(connection, "begin immediate");
  SqliteWriter writer(connection);
  if (!work(writer)) return;
  if (writer.spoilt()) throw DatabaseError("a statement failed, so nothing was kept");
  transaction.commit();
}

}  // namespace throughline::store
