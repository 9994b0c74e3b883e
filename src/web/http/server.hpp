#pragma once

// The HTTP server: Boost.Asio and Beast's parser under a thin layer of our own. It refuses what is
// ambiguous, bounds what comes in, cuts off slow clients, and finishes what is under way when it is
// told to stop. It knows nothing of pages.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "web/http/message.hpp"

namespace throughline::web::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free port; see Server::port()
  int io_threads = 2;
  int workers = 4;  // threads that run handlers
  std::uint64_t max_header_bytes = 16 * 1024;
  std::uint64_t max_form_bytes = 2 * 1024 * 1024;     // url-encoded bodies, and the text fields of multipart
  std::uint64_t max_upload_bytes = 50 * 1024 * 1024;  // a whole multipart body
  std::chrono::seconds header_deadline{10};   // from the first byte to the end of the headers
  std::chrono::seconds body_deadline{60};     // for a whole body
  std::chrono::seconds idle_deadline{30};     // between requests of one connection
  std::chrono::seconds drain_deadline{10};    // for what is under way when the server stops
  std::size_t max_connections = 4096;
  std::filesystem::path upload_directory;     // empty: the system's temporary directory
  bool trust_forwarded = false;  // believe X-Forwarded-For and X-Forwarded-Proto of a local proxy
};

class Server {
 public:
  // Listens at once; throws when the address is taken. The handler runs on the worker threads; what
  // it throws becomes a plain 500 and a line in the log.
  Server(ServerOptions options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  // Serves until stop() or, when asked to, until SIGTERM or SIGINT; then drains.
  void run(bool stop_on_signals);
  void stop();  // from any thread

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace throughline::web::http
