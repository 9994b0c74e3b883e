#include "store/sqlite/grouped_writer.hpp"

#include "store/sqlite/sqlite_transaction.hpp"

#include <chrono>

namespace throughline::store {

namespace {

// Bounds on how long the first of a group waits for the last. Work that is long by itself ends its
// group, and those that came meanwhile are next.
constexpr std::size_t most_in_group = 64;
constexpr auto longest_group = std::chrono::milliseconds(10);

}  // namespace

void GroupedWriter::write(const std::function<bool(Writer&)>& work) {
  turns_.check_not_inside();
  Request request{work, nullptr, false, {}};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&request);
  request.changed.wait(
      lock, [&] { return request.answered || (!busy_ && waiting_.front() == &request); });
  if (!request.answered) {
    busy_ = true;
    lock.unlock();
    const auto group = write_group();
    lock.lock();
    busy_ = false;
    for (Request* each : group) {
      each->answered = true;
      each->changed.notify_one();
    }
    if (!waiting_.empty()) waiting_.front()->changed.notify_one();
  }
  lock.unlock();
  if (request.failure) std::rethrow_exception(request.failure);
}

GroupedWriter::Request* GroupedWriter::next() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return nullptr;
  Request* first = waiting_.front();
  waiting_.pop_front();
  return first;
}

std::vector<GroupedWriter::Request*> GroupedWriter::write_group() noexcept {
  const Turn turn(turns_);
  const auto until = std::chrono::steady_clock::now() + longest_group;
  SqliteGroup transaction(connection_);
  std::vector<Request*> group;
  std::vector<Request*> kept;  // in the transaction, not yet on the disk
  while (Request* request = next()) {
    group.push_back(request);
    try {
      if (transaction.add(request->work)) kept.push_back(request);
    } catch (...) {
      request->failure = std::current_exception();
    }
    if (transaction.lost() || group.size() == most_in_group) break;
    if (std::chrono::steady_clock::now() >= until) break;
  }
  try {
    transaction.commit();
  } catch (...) {
    for (Request* each : kept) each->failure = std::current_exception();
  }
  return group;
}

}  // namespace throughline::store
