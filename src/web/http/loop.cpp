#include "web/http/loop.hpp"

#include "web/http/session.hpp"
#include "web/http/tcp_stream.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <exception>
#include <spdlog/spdlog.h>
#include <string>
#include <utility>
#include <vector>

namespace throughline::web::http {

namespace asio = boost::asio;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

// Often enough for the shortest deadline to be kept roughly.
milliseconds sweep_interval(const ServerOptions& options) {
  const auto shortest = std::min({options.header_deadline, options.body_deadline,
                                  options.write_deadline, options.idle_deadline, options.rest,
                                  options.drain_deadline, options.linger_deadline});
  return std::clamp(shortest / 8, milliseconds(5), milliseconds(250));
}

std::string address_of(const asio::ip::tcp::socket& socket) {
  boost::system::error_code gone;
  const auto endpoint = socket.remote_endpoint(gone);
  if (gone) return "";
  auto address = endpoint.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  }
  return address.to_string();
}

}  // namespace

Loop::Loop(Shared& shared)
    : shared_(shared),
      guard_(context_.get_executor()),
      sweep_timer_(context_),
      sweep_every_(sweep_interval(shared.options)) {}

Loop::~Loop() = default;

void Loop::run() {
  sweep();
  for (;;) {
    try {
      context_.run();
      return;
    } catch (const std::exception& broken) {
      // One connection's trouble; the sweep will close it, and the others go on.
      spdlog::error("serving a connection: {}", broken.what());
    }
  }
}

void Loop::admit(asio::ip::tcp::socket socket, Room room) {
  ++shared_.connections;
  asio::post(context_, [this, room, moved = std::move(socket)]() mutable {
    std::string address = address_of(moved);
    auto session = std::make_shared<Session>(
        shared_, *this, std::make_unique<TcpStream>(std::move(moved)), std::move(address));
    sessions_.insert(session);
    if (room == Room::yes) {
      session->start();
    } else {
      session->turn_away();
    }
  });
}

void Loop::drain() {
  asio::post(context_, [this] {
    if (draining_) return;
    draining_ = true;
    drained_by_ = steady_clock::now() + shared_.options.drain_deadline;
    const std::vector<std::shared_ptr<Session>> all(sessions_.begin(), sessions_.end());
    for (const auto& session : all) session->drain();
    end_if_empty();
  });
}

void Loop::left(const std::shared_ptr<Session>& session) {
  if (sessions_.erase(session) > 0) --shared_.connections;
  end_if_empty();
}

void Loop::sweep() {
  sweep_timer_.expires_after(sweep_every_);
  sweep_timer_.async_wait([this](boost::system::error_code stopped) {
    if (stopped) return;
    const auto now = steady_clock::now();
    const bool late = draining_ && now >= drained_by_;
    std::vector<std::shared_ptr<Session>> due;
    for (const auto& session : sessions_) {
      if (late || session->deadline() <= now) due.push_back(session);
    }
    for (const auto& session : due) {
      if (late) {
        session->close();
      } else {
        session->run_out_of_time();
      }
    }
    sweep();
    end_if_empty();
  });
}

void Loop::end_if_empty() {
  if (!draining_ || !sessions_.empty()) return;
  guard_.reset();
  sweep_timer_.cancel();
}

}  // namespace throughline::web::http
