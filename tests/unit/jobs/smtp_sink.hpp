#pragma once

// A mail server on a free port of this machine that keeps what it is given and sends nothing on.

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace throughline::jobs::testing {

struct TakenMail {
  std::string from;
  std::string to;
  std::string data;  // as sent, dots unstuffed
  // The text of the body with quoted-printable undone.
  [[nodiscard]] std::string text() const;
};

class SmtpSink {
 public:
  SmtpSink();
  ~SmtpSink();
  SmtpSink(const SmtpSink&) = delete;
  SmtpSink& operator=(const SmtpSink&) = delete;

  [[nodiscard]] std::string url() const;  // "smtp://127.0.0.1:40123"
  [[nodiscard]] std::vector<TakenMail> taken();
  // What it answers to an address from now on: "550 no such user".
  void answer_addresses_with(const std::string& line);

 private:
  void run();
  void talk(int client);

  int listening_ = -1;
  int port_ = 0;
  std::mutex mutex_;
  std::string to_addresses_ = "250 fine";
  std::vector<TakenMail> taken_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace throughline::jobs::testing
