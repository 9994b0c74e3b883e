#pragma once

// The HTTP server: Boost.Asio and Beast's parser under a thin layer of our own. It refuses what is
// ambiguous, bounds what comes in, cuts off slow clients, and finishes what is under way when it is
// told to stop. It knows nothing of pages.

#include "web/http/message.hpp"
#include "web/http/refusal.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace throughline::web::http {

// What the access log may know of a request: nothing about a person, so no query, address or
// cookie.
struct AccessLine {
  std::string method;
  std::string path;
  int status = 0;
  std::uint64_t bytes = 0;            // of the answer's body
  std::chrono::microseconds took{0};  // from the end of the request to the end of the answer
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// No inline script or style, no framing, no sniffing, no referrer to elsewhere, nothing stored.
[[nodiscard]] Headers security_headers();

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free port; see Server::port()
  int io_threads = 2;
  int workers = 4;                 // threads that run handlers
  std::size_t max_waiting = 1024;  // requests that wait for a worker; more are answered 503
  std::size_t max_connections = 4096;
  std::uint64_t max_target_bytes = 8 * 1024;
  std::uint64_t max_header_bytes = 16 * 1024;
  std::uint64_t max_form_bytes =
      2 * 1024 * 1024;  // url-encoded bodies, and the text fields of multipart
  std::uint64_t max_upload_bytes = 50 * 1024 * 1024;  // a whole multipart body
  std::uint64_t max_bodies_bytes =
      1024 * 1024 * 1024;  // of all requests at once; more are answered 503
  // Fewer still for some addresses: asked once the head is read, on an I/O thread, so it must be
  // quick. A visitor need not be let send 50 MB to a page that takes no files.
  std::function<std::uint64_t(const Request& head)> max_body;
  std::size_t max_form_fields = 1000;
  std::size_t max_files = 50;
  // Deadlines are for a whole message, however it drips in.
  std::chrono::milliseconds header_deadline{
      10'000};                                      // from the first byte to the end of the headers
  std::chrono::milliseconds body_deadline{60'000};  // for a whole body; what has arrived earns more
  std::uint64_t slowest_upload = 16 * 1024;         // bytes a second that earn a body more time
  std::chrono::milliseconds write_deadline{30'000};  // for each 256 KB of an answer
  std::chrono::milliseconds idle_deadline{30'000};   // between requests of one connection
  std::chrono::milliseconds rest{1'000};  // before a streamed answer with nothing to add goes on
  std::chrono::milliseconds drain_deadline{10'000};  // for what is under way when the server stops
  // After a refusal the rest of what the browser sends is read and dropped, so that it sees the
  // answer; up to this long and this much.
  std::chrono::milliseconds linger_deadline{30'000};
  std::uint64_t linger_bytes = 128 * 1024 * 1024;
  std::filesystem::path upload_directory;  // empty: the system's temporary directory
  bool trust_forwarded = false;  // believe X-Forwarded-For and X-Forwarded-Proto of a local proxy
  Headers headers = security_headers();  // of every answer that does not set them itself
  RefusalHtml refusal_html;              // how refusals look; plain when there is none
  std::function<void(const AccessLine&)> access_log;  // called on an I/O thread; must be quick
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
  // Serves until stop() or, when asked to, until SIGTERM or SIGINT; then drains. Returns once no
  // connection is left and no handler runs. Once in a server's life.
  void run(bool stop_on_signals);
  void stop();  // from any thread

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace throughline::web::http
