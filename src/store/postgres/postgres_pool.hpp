#pragma once

// The connections to one PostgreSQL server, lent to one transaction at a time. At most so many are
// open; who comes when all are lent waits, and is told when the wait is too long.

#include "store/postgres/postgres_connection.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace throughline::store {

class PostgresPool {
 public:
  PostgresPool(std::string address, std::size_t most);

  // A connection that goes back to the pool by itself; one that has died does not.
  class Loan {
   public:
    Loan(PostgresPool& pool, std::unique_ptr<PostgresConnection> connection);
    ~Loan();
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    PostgresConnection& operator*() { return *connection_; }
    PostgresConnection* operator->() { return connection_.get(); }
    // Connects anew, in place of a connection that has died.
    void reconnect();

   private:
    PostgresPool& pool_;
    std::unique_ptr<PostgresConnection> connection_;
  };
  // Throws DatabaseError when no connection comes free, or the server cannot be reached.
  [[nodiscard]] Loan lend();

 private:
  void give_back(std::unique_ptr<PostgresConnection> connection);
  std::unique_ptr<PostgresConnection> take();

  std::string address_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<PostgresConnection>> idle_;
  std::size_t lent_ = 0;
};

}  // namespace throughline::store
