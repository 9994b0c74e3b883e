#include "unit/jobs/smtp_sink.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace throughline::jobs::testing {
namespace {

class Lines {
 public:
  explicit Lines(int client) : client_(client) {}

  bool next(std::string& line) {
    std::size_t end = 0;
    while ((end = held_.find("\r\n")) == std::string::npos) {
      char piece[4096];
      const auto count = ::recv(client_, piece, sizeof piece, 0);
      if (count <= 0) return false;
      held_.append(piece, static_cast<std::size_t>(count));
    }
    line = held_.substr(0, end);
    held_.erase(0, end + 2);
    return true;
  }

  void say(const std::string& line) const {
    const auto bytes = line + "\r\n";
    static_cast<void>(::send(client_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }

 private:
  int client_;
  std::string held_;
};

std::string between(const std::string& line) {
  const auto start = line.find('<');
  return line.substr(start + 1, line.find('>') - start - 1);
}

int digit(char each) {
  if (each >= '0' && each <= '9') return each - '0';
  return each - 'A' + 10;
}

}  // namespace

std::string TakenMail::text() const {
  auto part = data.substr(data.find("quoted-printable"));
  part = part.substr(part.find("\r\n\r\n") + 4);
  std::string decoded;
  for (std::size_t at = 0; at < part.size(); ++at) {
    if (part[at] != '=') {
      if (part[at] != '\r') decoded += part[at];
    } else if (part[at + 1] == '\r') {
      at += 2;
    } else {
      decoded += static_cast<char>(digit(part[at + 1]) * 16 + digit(part[at + 2]));
      at += 2;
    }
  }
  return decoded;
}

SmtpSink::SmtpSink() {
  listening_ = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listening_, 8) != 0 ||
      ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no port for the mail sink");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

SmtpSink::~SmtpSink() {
  stopping_ = true;
  ::shutdown(listening_, SHUT_RDWR);
  thread_.join();
  ::close(listening_);
}

std::string SmtpSink::url() const {
  return "smtp://127.0.0.1:" + std::to_string(port_);
}

std::vector<TakenMail> SmtpSink::taken() {
  const std::scoped_lock lock(mutex_);
  return taken_;
}

void SmtpSink::answer_addresses_with(const std::string& line) {
  const std::scoped_lock lock(mutex_);
  to_addresses_ = line;
}

void SmtpSink::run() {
  while (!stopping_) {
    const int client = ::accept(listening_, nullptr, nullptr);
    if (client < 0) continue;
    talk(client);
    ::close(client);
  }
}

void SmtpSink::talk(int client) {
  Lines lines(client);
  lines.say("220 sink");
  TakenMail mail;
  for (std::string line; lines.next(line);) {
    if (line.starts_with("EHLO") || line.starts_with("HELO")) {
      lines.say("250 sink");
    } else if (line.starts_with("MAIL FROM:")) {
      mail = {between(line), "", ""};
      lines.say("250 fine");
    } else if (line.starts_with("RCPT TO:")) {
      mail.to = between(line);
      const std::scoped_lock lock(mutex_);
      lines.say(to_addresses_);
    } else if (line == "DATA") {
      lines.say("354 go on");
      while (lines.next(line) && line != ".") {
        mail.data += (line.starts_with(".") ? line.substr(1) : line) + "\r\n";
      }
      {
        const std::scoped_lock lock(mutex_);
        taken_.push_back(mail);
      }
      lines.say("250 taken");
    } else if (line == "QUIT") {
      lines.say("221 bye");
      return;
    } else {
      lines.say("250 fine");
    }
  }
}

}  // namespace throughline::jobs::testing
