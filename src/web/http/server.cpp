#include "web/http/server.hpp"

#include "web/http/loop.hpp"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <optional>
#include <spdlog/spdlog.h>
#include <thread>
#include <utility>
#include <vector>

namespace throughline::web::http {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

class Server::Implementation {
 public:
  Implementation(ServerOptions options, Handler handler)
      : shared_(std::move(options), std::move(handler)) {
    for (int i = 0; i < std::max(shared_.options.io_threads, 1); ++i) {
      loops_.push_back(std::make_unique<Loop>(shared_));
    }
    acceptor_.emplace(loops_.front()->context());
    retry_.emplace(loops_.front()->context());
    signals_.emplace(loops_.front()->context());
    listen();
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }

  void run(bool stop_on_signals) {
    if (stop_on_signals) {
      signals_->add(SIGTERM);
      signals_->add(SIGINT);
      signals_->async_wait([this](error_code cancelled, int) {
        if (!cancelled) stop();
      });
    }
    accept();
    std::vector<std::thread> threads;
    for (auto& loop : loops_) threads.emplace_back([&loop] { loop->run(); });
    for (auto& thread : threads) thread.join();
    shared_.workers.stop();
  }

  void stop() {
    asio::post(loops_.front()->context(), [this] {
      error_code ignored;
      stopping_ = true;
      acceptor_->close(ignored);
      retry_->cancel();
      signals_->cancel(ignored);
      for (auto& loop : loops_) loop->drain();
    });
  }

 private:
  void listen() {
    const tcp::endpoint endpoint(asio::ip::make_address(shared_.options.address),
                                 shared_.options.port);
    acceptor_->open(endpoint.protocol());
    acceptor_->set_option(tcp::acceptor::reuse_address(true));
    acceptor_->bind(endpoint);
    acceptor_->listen();
    port_ = acceptor_->local_endpoint().port();
  }

  void accept() {
    Loop& loop = *loops_[next_++ % loops_.size()];
    acceptor_->async_accept(loop.context(), [this, &loop](error_code error, tcp::socket socket) {
      if (stopping_) return;
      if (error) return accept_later(error);
      take(loop, std::move(socket));
      accept();
    });
  }

  void take(Loop& loop, tcp::socket socket) {
    constexpr std::size_t told = 256;  // how many at once may be told that there is no room
    const std::size_t connections = shared_.connections;
    const std::size_t most = shared_.options.max_connections;
    if (connections >= most + told) return;  // closes it
    loop.admit(std::move(socket), connections < most ? Loop::Room::yes : Loop::Room::no);
  }

  // Out of file descriptors, most likely: some will come back when connections close.
  void accept_later(error_code error) {
    spdlog::error("accepting a connection: {}", error.message());
    retry_->expires_after(std::chrono::milliseconds(100));
    retry_->async_wait([this](error_code) {
      if (!stopping_) accept();
    });
  }

  Shared shared_;
  std::vector<std::unique_ptr<Loop>> loops_;
  std::optional<tcp::acceptor> acceptor_;
  std::optional<asio::steady_timer> retry_;
  std::optional<asio::signal_set> signals_;
  std::size_t next_ = 0;
  std::uint16_t port_ = 0;
  bool stopping_ = false;
};

Server::Server(ServerOptions options, Handler handler)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return implementation_->port();
}

void Server::run(bool stop_on_signals) {
  implementation_->run(stop_on_signals);
}

void Server::stop() {
  implementation_->stop();
}

}  // namespace throughline::web::http
