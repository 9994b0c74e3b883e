#include "store/postgres/postgres_pool.hpp"

#include <chrono>

namespace throughline::store {

namespace {
constexpr std::chrono::seconds longest_wait{30};
}

PostgresPool::PostgresPool(std::string address, std::size_t most)
    : address_(std::move(address)), most_(most) {
  idle_.push_back(std::make_unique<PostgresConnection>(address_));
}

PostgresPool::Loan PostgresPool::lend() {
  return {*this, take()};
}

std::unique_ptr<PostgresConnection> PostgresPool::take() {
  {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_for(lock, longest_wait, [&] { return lent_ < most_; })) {
      throw DatabaseError("every connection to the database is busy");
    }
    ++lent_;
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  try {
    return std::make_unique<PostgresConnection>(address_);
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void PostgresPool::give_back(std::unique_ptr<PostgresConnection> connection) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (connection && connection->alive()) idle_.push_back(std::move(connection));
  }
  freed_.notify_one();
}

PostgresPool::Loan::Loan(PostgresPool& pool, std::unique_ptr<PostgresConnection> connection)
    : pool_(pool), connection_(std::move(connection)) {}

PostgresPool::Loan::~Loan() {
  pool_.give_back(std::move(connection_));
}

void PostgresPool::Loan::reconnect() {
  connection_ = std::make_unique<PostgresConnection>(pool_.address_);
}

}  // namespace throughline::store
