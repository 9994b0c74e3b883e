#include "unit/web/http/running_server.hpp"

#include "web/http/words.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace throughline::web::http::testing {

namespace {

ServerOptions on_a_free_port(ServerOptions options) {
  options.port = 0;
  return options;
}

}  // namespace

RunningServer::RunningServer(Handler handler, ServerOptions options)
    : server_(on_a_free_port(std::move(options)), std::move(handler)),
      thread_([this] { server_.run(false); }) {}

RunningServer::~RunningServer() {
  stop();
  join();
}

void RunningServer::join() {
  if (thread_.joinable()) thread_.join();
}

std::string Answer::header(std::string_view name) const {
  std::size_t at = head.find("\r\n");
  while (at != std::string::npos && at + 2 < head.size()) {
    const std::size_t end = head.find("\r\n", at + 2);
    const std::string line = head.substr(at + 2, end - at - 2);
    const std::size_t colon = line.find(':');
    if (colon != std::string::npos && same_word(line.substr(0, colon), name)) {
      return std::string(trimmed(line.substr(colon + 1)));
    }
    at = end;
  }
  return "";
}

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
  // A test that waits this long has failed; nothing depends on how long it takes.
  const timeval patience{20, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

RawClient::~RawClient() {
  ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawClient::fill() {
  char bytes[16 * 1024];
  const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  held_.append(bytes, static_cast<std::size_t>(count));
  return true;
}

std::string RawClient::take(std::size_t count) {
  while (held_.size() < count && fill()) {
  }
  std::string taken = held_.substr(0, count);
  held_.erase(0, taken.size());
  return taken;
}

std::string RawClient::take_line() {
  while (held_.find("\r\n") == std::string::npos && fill()) {
  }
  const std::size_t end = held_.find("\r\n");
  return end == std::string::npos ? take(held_.size()) : take(end + 2).substr(0, end);
}

Answer RawClient::read_head() {
  Answer answer;
  do {
    while (held_.find("\r\n\r\n") == std::string::npos && fill()) {
    }
    const std::size_t end = held_.find("\r\n\r\n");
    if (end == std::string::npos) return {};
    answer.head = take(end + 4);
    answer.status = std::stoi(answer.head.substr(9, 3));
  } while (answer.status < 200);
  return answer;
}

Answer RawClient::answer_to_head() {
  return read_head();
}

Answer RawClient::answer() {
  Answer answer = read_head();
  if (answer.status == 0) return answer;
  if (answer.header("transfer-encoding") == "chunked") {
    for (;;) {
      const std::string size = take_line();
      const std::size_t count = size.empty() ? 0 : std::stoul(size, nullptr, 16);
      answer.body += take(count);
      take_line();
      if (count == 0) return answer;
    }
  }
  const std::string length = answer.header("content-length");
  answer.body = length.empty() ? (answer.status == 304 || answer.status == 204 ? "" : rest())
                               : take(std::stoul(length));
  return answer;
}

bool RawClient::sees(std::string_view text) {
  while (held_.find(text) == std::string::npos) {
    if (!fill()) return false;
  }
  return true;
}

std::string RawClient::rest() {
  while (fill()) {
  }
  return take(held_.size());
}

Answer ask(std::uint16_t port, std::string_view bytes) {
  RawClient client(port);
  client.send(bytes);
  return client.answer();
}

std::string post(std::string_view content_type, std::string_view body,
                 std::string_view more_headers) {
  std::string text = "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: ";
  text.append(content_type).append("\r\nContent-Length: ").append(std::to_string(body.size()));
  text.append("\r\n").append(more_headers).append("\r\n").append(body);
  return text;
}

}  // namespace throughline::web::http::testing
