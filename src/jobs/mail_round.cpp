#include "jobs/mail_round.hpp"

#include "base/clock.hpp"
#include "base/random.hpp"
#include "hear/answer/answer_mail.hpp"
#include "hear/idea/reply_mail.hpp"

namespace throughline::jobs {
namespace {

class Round {
 public:
  Round(store::Database& database, const base::Clock& clock, base::Random& random,
        MailSender& sender, const std::string& site)
      : database_(database), clock_(clock), random_(random), sender_(sender), site_(site) {}

  // Whether there was one to send.
  bool send_next(const record::Authority& council) {
    const auto mail = database_.write([&](store::Writer& writer) {
      return record::take_due_mail(writer, council.id, clock_.now());
    });
    if (!mail) return false;
    const auto text = words_of(council, *mail);
    if (!text) {
      database_.write([&](store::Writer& writer) {
        record::note_mail_withdrawn(writer, work_in(council), *mail);
      });
      ++done_.withdrawn;
      return true;
    }
    const auto failed = sender_.send(*text, council.name,
                                     council.id + "." + std::to_string(mail->number), clock_.now());
    database_.write([&](store::Writer& writer) {
      if (failed) {
        record::note_mail_failed(writer, work_in(council), *mail, failed->problem, failed->failure);
      } else {
        record::note_mail_sent(writer, work_in(council), *mail);
      }
    });
    ++(failed ? done_.failed : done_.sent);
    return true;
  }

  [[nodiscard]] const MailRound& done() const { return done_; }

 private:
  std::optional<record::MailText> words_of(const record::Authority& council,
                                           const record::QueuedMail& mail) {
    const auto composer = composers().find(mail.purpose);
    if (composer == composers().end()) return std::nullopt;
    const auto site = council.host.empty() ? site_ : "https://" + council.host;
    return database_.read(
        [&](store::Reader& reader) { return composer->second(reader, council, mail.about, site); });
  }

  record::Work work_in(const record::Authority& council) {
    return {council.id, {"", "Throughline", record::Role::visitor}, clock_.now(), random_};
  }

  store::Database& database_;
  const base::Clock& clock_;
  base::Random& random_;
  MailSender& sender_;
  const std::string& site_;
  MailRound done_;
};

}  // namespace

const std::map<std::string, Composer>& composers() {
  static const std::map<std::string, Composer> all{{hear::answer_purpose, hear::answer_mail},
                                                   {hear::reply_purpose, hear::reply_mail}};
  return all;
}

MailRound send_due_mail(store::Database& database, const base::Clock& clock, base::Random& random,
                        MailSender& sender, const std::string& site,
                        const std::function<bool()>& stopping) {
  Round round(database, clock, random, sender, site);
  const auto councils =
      database.read([](store::Reader& reader) { return record::authorities(reader); });
  for (const auto& council : councils) {
    while (!(stopping && stopping()) && round.send_next(council)) {
    }
  }
  return round.done();
}

}  // namespace throughline::jobs
