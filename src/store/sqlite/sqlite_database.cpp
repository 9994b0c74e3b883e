#include "store/sqlite/sqlite_database.hpp"

#include "store/sqlite/grouped_writer.hpp"
#include "store/sqlite/sqlite_connection.hpp"
#include "store/sqlite/sqlite_transaction.hpp"
#include "store/turn.hpp"

#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace throughline::store {

namespace {

constexpr std::size_t most_idle_readers = 16;

class SqliteFile final : public Database {
 public:
  explicit SqliteFile(std::string path) : path_(std::move(path)), writer_(path_) {}

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::sqlite; }

 protected:
  void run_read(const std::function<void(Reader&)>& work) override {
    auto connection = take_reader();
    read_through(*connection, work);
    const std::lock_guard lock(idle_mutex_);
    if (idle_.size() < most_idle_readers) idle_.push_back(std::move(connection));
  }

  void run_write(const std::function<bool(Writer&)>& work) override { writer_.write(work); }

 private:
  std::unique_ptr<SqliteConnection> take_reader() {
    {
      const std::lock_guard lock(idle_mutex_);
      if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
      }
    }
    return std::make_unique<SqliteConnection>(path_);
  }

  std::string path_;
  GroupedWriter writer_;
  std::mutex idle_mutex_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

class SqliteMemory final : public Database {
 public:
  SqliteMemory() : connection_(":memory:") {}

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::sqlite; }

 protected:
  void run_read(const std::function<void(Reader&)>& work) override {
    const Turn turn(turns_);
    read_through(connection_, work);
  }

  void run_write(const std::function<bool(Writer&)>& work) override {
    const Turn turn(turns_);
    write_through(connection_, work);
  }

 private:
  SqliteConnection connection_;
  Turns turns_;
};

// People's words are in this file: nobody but its owner reads it. SQLite gives the same
// permissions to the files that it keeps beside it.
void create_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);
}

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path) {
  if (path.empty()) throw DatabaseError("the address is empty");
  if (path == ":memory:") return std::make_unique<SqliteMemory>();
  create_private(path);
  return std::make_unique<SqliteFile>(path);
}

}  // namespace throughline::store
