#pragma once

// Sends what waits in the queues of all councils: takes a mail, puts it into words as the record
// stands now, hands it over, and writes down what became of it.

#include "jobs/mail_sender.hpp"
#include "record/authority.hpp"
#include "record/outbox.hpp"
#include "store/database.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace throughline::base {
class Clock;
class Random;
}  // namespace throughline::base

namespace throughline::jobs {

// What a mail of a purpose says about a record; nothing when it need not be sent any more.
using Composer = std::function<std::optional<record::MailText>(
    store::Reader&, const record::Authority&, const std::string& about, const std::string& site)>;
// By purpose. A stage that queues mail of a new purpose adds its composer here.
[[nodiscard]] const std::map<std::string, Composer>& composers();

struct MailRound {
  int sent = 0;
  int failed = 0;
  int withdrawn = 0;
};

// `site` is the public address of councils that have no host name of their own; may be empty.
// Stops early when `stopping` says so.
[[nodiscard]] MailRound send_due_mail(store::Database& database, const base::Clock& clock,
                                      base::Random& random, MailSender& sender,
                                      const std::string& site,
                                      const std::function<bool()>& stopping = {});

}  // namespace throughline::jobs
