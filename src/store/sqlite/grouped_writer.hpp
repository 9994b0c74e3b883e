#pragma once

// The one writer of a SQLite file. What threads ask for while it is busy is then done together: one
// after the other in one transaction, with a savepoint each, and a single flush to the disk for
// all. Nobody is answered before that flush, so that what was acknowledged is durable. Work that
// fails is undone alone; when the commit fails (a full disk), it fails for everyone in it.

#include "store/sqlite/sqlite_connection.hpp"
#include "store/turn.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace throughline::store {

class GroupedWriter {
 public:
  explicit GroupedWriter(const std::string& path) : connection_(path) {}

  // Keeps what `work` did when it returns true; otherwise, and when it throws, undoes it. `work`
  // may run on another thread that waits here; what it throws is thrown here.
  void write(const std::function<bool(Writer&)>& work);

 private:
  struct Request {
    const std::function<bool(Writer&)>& work;
    std::exception_ptr failure;
    bool answered = false;
    std::condition_variable changed;
  };

  // In order of arrival; nullptr when nobody waits.
  Request* next();
  // Does what waits, until enough is done or a while has passed, and commits it. The program ends
  // rather than leave those who wait without an answer.
  std::vector<Request*> write_group() noexcept;

  SqliteConnection connection_;
  Turns turns_;  // tells work that asks for a write of its own
  std::mutex mutex_;
  std::deque<Request*> waiting_;  // guarded by mutex_, as is what follows
  bool busy_ = false;
};

}  // namespace throughline::store
