#pragma once

// One connection to a PostgreSQL server and the statements prepared on it. Used by one thread at a
// time.

#include "store/database.hpp"

#include <memory>
#include <string>
#include <unordered_map>

struct pg_conn;
struct pg_result;

namespace throughline::store {

// PostgreSQL asks for the whole transaction again: someone else changed the same rows first.
class TryAgain final : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

class PostgresConnection {
 public:
  // Throws DatabaseError when no server answers at the address.
  explicit PostgresConnection(const std::string& address);

  // Runs one statement and shows its rows as they arrive; gives back the rows that it changed.
  std::int64_t run(std::string_view sql, const Values& parameters,
                   const std::function<void(const Row&)>& visit);
  // Statements without parameters; gives back the last one's command tag ("COMMIT").
  std::string script(const std::string& sql);

  // False once the server has gone: this connection is of no more use.
  [[nodiscard]] bool alive() const;
  // Inside a transaction in which a statement has failed.
  [[nodiscard]] bool spoilt() const;
  // Whether what spoilt the transaction was a TryAgain, even if someone caught it.
  [[nodiscard]] bool asked_to_try_again() const { return try_again_; }
  void forget_failures() { try_again_ = false; }

 private:
  struct Finish {
    void operator()(pg_conn* connection) const;
  };

  const std::string& prepared(std::string_view sql);
  [[noreturn]] void fail(const pg_result* result, std::string_view doing);
  void drain();

  std::unique_ptr<pg_conn, Finish> connection_;
  std::unordered_map<std::string, std::string> statements_;  // SQL text -> the server's name for it
  std::int64_t prepared_ = 0;
  bool running_ = false;
  bool try_again_ = false;
};

}  // namespace throughline::store
