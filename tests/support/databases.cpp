#include "support/databases.hpp"

#include "store/migration.hpp"
#include "support/postgres_server.hpp"

#include <chrono>
#include <filesystem>
#include <libpq-fe.h>
#include <stdexcept>

namespace throughline::testing {

namespace {

constexpr auto migrated_template = "throughline_migrated";

std::unique_ptr<store::Database> opened(const std::string& address) {
  auto database = store::open(address);
  if (!database) throw std::runtime_error(database.error().message);
  return std::move(*database);
}

void migrate_at(const std::string& address) {
  const base::FixedClock clock(test_instant());
  const auto done = store::migrate(*opened(address), clock);
  if (!done) throw std::runtime_error(done.error().message);
}

// What every test of this program copies: made when the first test asks, ended after the last.
class Shared : public ::testing::Environment {
 public:
  void TearDown() override {
    server_.reset();
    sqlite_.reset();
  }

  PostgresServer& server() {
    if (!server_) {
      server_ = std::make_unique<PostgresServer>();
      administer(std::string("create database ") + migrated_template);
      migrate_at(server_->address(migrated_template));
    }
    return *server_;
  }

  std::filesystem::path sqlite_file() {
    if (!sqlite_) {
      sqlite_ = std::make_unique<TemporaryFolder>();
      migrate_at(sqlite_->path() / "migrated.db");
    }
    return sqlite_->path() / "migrated.db";
  }

  // `create database` cannot run in a transaction, so it goes round store.
  void administer(const std::string& sql) {
    PGconn* connection = PQconnectdb(server_->address("postgres").c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    const std::string said = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (!done) throw std::runtime_error(sql + ": " + said);
  }

  int next_ = 1;

 private:
  std::unique_ptr<PostgresServer> server_;
  std::unique_ptr<TemporaryFolder> sqlite_;
};

Shared* const shared =
    static_cast<Shared*>(::testing::AddGlobalTestEnvironment(new Shared));  // owned by GoogleTest

}  // namespace

base::Instant test_instant() {
  using namespace std::chrono_literals;
  return std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 9h + 30min;
}

TestDatabase::TestDatabase(store::Dialect dialect, State state) {
  if (dialect == store::Dialect::sqlite) {
    address_ = folder_.path() / "test.db";
    if (state == State::migrated) std::filesystem::copy_file(shared->sqlite_file(), address_);
  } else {
    PostgresServer& server = shared->server();
    name_ = "test_" + std::to_string(shared->next_++);
    const std::string origin = state == State::migrated ? migrated_template : "template0";
    shared->administer("create database " + name_ + " template " + origin);
    address_ = server.address(name_);
  }
  database_ = opened(address_);
}

TestDatabase::~TestDatabase() {
  database_.reset();
  if (!name_.empty()) shared->administer("drop database " + name_ + " with (force)");
}

std::string dialect_name(const ::testing::TestParamInfo<store::Dialect>& info) {
  return info.param == store::Dialect::sqlite ? "sqlite" : "postgres";
}

}  // namespace throughline::testing
