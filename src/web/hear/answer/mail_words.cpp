#include "web/hear/answer/mail_words.hpp"

#include "base/date.hpp"

namespace throughline::web {

namespace {

std::string at(const std::string& instant) {
  const auto read = base::instant_from_text(instant);
  return read ? base::to_london_text(*read) : "";
}

}  // namespace

std::string mail_words(const record::QueuedMail& mail, bool sends_mail) {
  switch (mail.state) {
    case record::MailState::sent:
      return "Sent on " + at(mail.ended_at);
    case record::MailState::given_up:
      return "Could not be sent; given up on " + at(mail.ended_at);
    case record::MailState::withdrawn:
      return "Not needed any more";
    case record::MailState::waiting:
      break;
  }
  if (!sends_mail) return "Waits, because no mail server has been set up";
  if (mail.attempts == 0) return "Waits to be sent";
  return "Tried " + std::to_string(mail.attempts) + (mail.attempts == 1 ? " time" : " times") +
         "; next on " + at(mail.next_try);
}

}  // namespace throughline::web
