#pragma once

// Hands a mail to a mail server (SMTP, over libcurl). It knows nothing of cases or queues. What
// went wrong is said in words that hold nothing of the mail, not even its address.

#include "record/outbox.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace throughline::jobs {

// Where mail goes out. Nothing is sent in the clear to another machine: smtp:// asks for STARTTLS
// unless the server is on this one.
struct MailServer {
  std::string url;   // "smtp://localhost:25", "smtps://mail.council.example:465"
  std::string user;  // may be empty
  std::string password;
  std::string from;  // "feedback@council.example"
};

// What is wrong with the settings, in words for whoever starts the program.
[[nodiscard]] std::optional<std::string> problem_of(const MailServer& server);

struct SendFailure {
  std::string problem;
  record::MailFailure failure = record::MailFailure::for_now;
};

class MailSender {
 public:
  virtual ~MailSender() = default;
  // Nothing when the server took it. `from_name` is the council's; `id` makes a second try of one
  // mail the same mail.
  [[nodiscard]] virtual std::optional<SendFailure> send(const record::MailText& mail,
                                                        const std::string& from_name,
                                                        const std::string& id,
                                                        base::Instant now) = 0;
};

class SmtpSender final : public MailSender {
 public:
  explicit SmtpSender(MailServer server, std::chrono::seconds patience = std::chrono::seconds{60});
  [[nodiscard]] std::optional<SendFailure> send(const record::MailText& mail,
                                                const std::string& from_name, const std::string& id,
                                                base::Instant now) override;

 private:
  MailServer server_;
  std::chrono::seconds patience_;
};

// "Tue, 24 Nov 2026 06:34:17 +0000".
// Source: rfc-5322
[[nodiscard]] std::string mail_date(base::Instant now);
// Text as a header may hold it: itself when it is plain ASCII, else encoded.
// Source: rfc-2047
[[nodiscard]] std::string mail_header_text(const std::string& text);

}  // namespace throughline::jobs
