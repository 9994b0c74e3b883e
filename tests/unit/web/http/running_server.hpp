#pragma once

// A server on a free port of this machine, and a client that sends exactly the bytes it is told to.

#include "web/http/server.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace throughline::web::http::testing {

class RunningServer {
 public:
  explicit RunningServer(Handler handler, ServerOptions options = {});
  ~RunningServer();
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  void stop() { server_.stop(); }
  void join();

 private:
  Server server_;
  std::thread thread_;
};

struct Answer {
  int status = 0;  // 0: the server closed without a word
  std::string head;
  std::string body;
  [[nodiscard]] std::string header(std::string_view name) const;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False once the other side no longer listens.
  bool send(std::string_view bytes);
  // One answer, by its length or its chunks; interim ones are passed over.
  [[nodiscard]] Answer answer();
  [[nodiscard]] Answer answer_to_head();  // which has no body, whatever its length says
  // Reads until `text` has come.
  [[nodiscard]] bool sees(std::string_view text);
  // Everything until the server closes.
  [[nodiscard]] std::string rest();

 private:
  bool fill();
  Answer read_head();
  std::string take(std::size_t count);
  std::string take_line();

  int socket_ = -1;
  std::string held_;
};

// Sends and gives the first answer, on a connection of its own.
[[nodiscard]] Answer ask(std::uint16_t port, std::string_view bytes);

[[nodiscard]] std::string post(std::string_view content_type, std::string_view body,
                               std::string_view more_headers = "");

}  // namespace throughline::web::http::testing
