#pragma once

// One I/O thread: the connections that live on it, and the sweep that cuts off the slow ones. A
// sweep every few moments costs nothing a request; a timer a connection would.

#include "web/http/body_budget.hpp"
#include "web/http/response_head.hpp"
#include "web/http/server.hpp"
#include "web/http/workers.hpp"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <unordered_set>

namespace throughline::web::http {

class Session;

// What every connection of a server sees.
struct Shared {
  Shared(ServerOptions with, Handler by)
      : options(std::move(with)),
        handler(std::move(by)),
        standing(options.headers),
        bodies(options.max_bodies_bytes),
        workers(options.workers, options.max_waiting) {}

  const ServerOptions options;
  const Handler handler;
  const StandingHeaders standing;
  std::atomic<std::size_t> connections = 0;
  BodyBudget bodies;
  Workers workers;
};

class Loop {
 public:
  explicit Loop(Shared& shared);
  ~Loop();

  [[nodiscard]] boost::asio::io_context& context() { return context_; }
  void run();  // until drained
  // From any thread: takes a connection in, to be served or to be told that there is no room.
  enum class Room { yes, no };
  void admit(boost::asio::ip::tcp::socket socket, Room room);
  // From any thread: lets what is under way finish, then ends.
  void drain();

  // For sessions, on this thread.
  [[nodiscard]] bool draining() const { return draining_; }
  [[nodiscard]] DateLine& date_line() { return date_line_; }
  void left(const std::shared_ptr<Session>& session);

 private:
  void sweep();
  void end_if_empty();

  Shared& shared_;
  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
  boost::asio::steady_timer sweep_timer_;
  std::chrono::milliseconds sweep_every_;
  std::unordered_set<std::shared_ptr<Session>> sessions_;
  DateLine date_line_;
  bool draining_ = false;
  std::chrono::steady_clock::time_point drained_by_;
};

}  // namespace throughline::web::http
