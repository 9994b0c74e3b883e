#pragma once

// A private PostgreSQL 15 server for one test program: its own cluster in a temporary folder,
// reached by a Unix socket there, gone when the program ends. It refuses nothing in silence:
// without PostgreSQL the tests that need it fail and say what to install.

#include "support/temporary_folder.hpp"

#include <string>
#include <sys/types.h>

namespace throughline::testing {

class PostgresServer {
 public:
  // Throws std::runtime_error, with what to install, when the server cannot be started.
  PostgresServer();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // "postgresql:///NAME?host=..."
  [[nodiscard]] std::string address(const std::string& database) const;

 private:
  TemporaryFolder folder_;
  pid_t process_ = -1;
};

}  // namespace throughline::testing
