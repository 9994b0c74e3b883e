#include "store/postgres/postgres_database.hpp"

#include "store/postgres/postgres_pool.hpp"
#include "store/postgres/write_gate.hpp"

namespace throughline::store {

namespace {

constexpr std::size_t most_connections = 16;
constexpr int most_tries = 50;
// Any number that nothing else on the server uses; writers that lost a race queue behind it.
constexpr auto queue_lock = "select pg_advisory_lock(7433176921)";
constexpr auto queue_unlock = "select pg_advisory_unlock(7433176921)";

class PostgresWriter final : public Writer {
 public:
  explicit PostgresWriter(PostgresConnection& connection) : connection_(connection) {}

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::postgres; }
  void for_each(std::string_view sql, const Values& parameters,
                const std::function<void(const Row&)>& visit) override {
    connection_.run(sql, parameters, visit);
  }
  std::int64_t execute(std::string_view sql, const Values& parameters) override {
    return connection_.run(sql, parameters, [](const Row&) {});
  }
  void execute_script(std::string_view sql) override { connection_.script(std::string(sql)); }

 private:
  PostgresConnection& connection_;
};

// Rolls back unless it was committed.
class Transaction {
 public:
  Transaction(PostgresPool::Loan& loan, const std::string& begin) : loan_(loan) {
    loan_->forget_failures();
    try {
      loan_->script(begin);
    } catch (const DatabaseError&) {
      // The server was restarted while this connection lay idle: nothing has been done yet, so
      // a new one serves as well.
      if (loan_->alive()) throw;
      loan_.reconnect();
      loan_->script(begin);
    }
  }
  ~Transaction() {
    if (done_ || !loan_->alive()) return;
    try {
      loan_->script("rollback");
    } catch (const DatabaseError&) {
      // The connection has died, and the server rolls back by itself; the pool drops it.
    }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    // PostgreSQL answers COMMIT with a rollback, and no error, when a statement had failed.
    if (loan_->spoilt()) {
      if (loan_->asked_to_try_again()) throw TryAgain("another writer came first");
      throw DatabaseError("a statement failed, so nothing was kept");
    }
    loan_->script("commit");
    done_ = true;
  }

 private:
  PostgresPool::Loan& loan_;
  bool done_ = false;
};

// Makes those who lost a race take turns, also when they are different programs.
class Queue {
 public:
  explicit Queue(PostgresPool::Loan& loan) : loan_(loan) { loan_->script(queue_lock); }
  ~Queue() {
    if (!loan_->alive()) return;
    try {
      loan_->script(queue_unlock);
    } catch (const DatabaseError&) {
      // A dead connection holds no lock.
    }
  }
  Queue(const Queue&) = delete;
  Queue& operator=(const Queue&) = delete;

 private:
  PostgresPool::Loan& loan_;
};

class Postgres final : public Database {
 public:
  explicit Postgres(const std::string& address) : pool_(address, most_connections) {}

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::postgres; }

 protected:
  void run_read(const std::function<void(Reader&)>& work) override {
    auto loan = pool_.lend();
    Transaction transaction(loan, "begin isolation level repeatable read read only");
    PostgresWriter reader(*loan);
    work(reader);
    transaction.commit();
  }

  void run_write(const std::function<bool(Writer&)>& work) override {
    auto loan = pool_.lend();
    if (first_try(loan, work)) return;
    const WriteGate::Alone alone(gate_);
    const Queue queue(loan);
    for (int attempt = 2;; ++attempt) {
      try {
        write_once(loan, work);
        return;
      } catch (const TryAgain&) {
        // Only another program can have come first now.
        if (attempt == most_tries) throw;
      }
    }
  }

 private:
  bool first_try(PostgresPool::Loan& loan, const std::function<bool(Writer&)>& work) {
    const WriteGate::SideBySide side_by_side(gate_);
    try {
      write_once(loan, work);
      return true;
    } catch (const TryAgain&) {
      return false;
    }
  }

  // Repeatable read: a state that was read and then changed by someone else is never overwritten
  // unseen; PostgreSQL refuses, and the work is run again on what is there now.
  static void write_once(PostgresPool::Loan& loan, const std::function<bool(Writer&)>& work) {
    Transaction transaction(loan, "begin isolation level repeatable read");
    PostgresWriter writer(*loan);
    if (work(writer)) {
      transaction.commit();
    } else if (loan->asked_to_try_again()) {
      throw TryAgain("another writer came first");
    }
  }

  PostgresPool pool_;
  WriteGate gate_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& address) {
  return std::make_unique<Postgres>(address);
}

}  // namespace throughline::store
