#include "web/hear/answer/mail_page.hpp"

#include "base/digits.hpp"
#include "hear/idea/reply_mail.hpp"
#include "record/line.hpp"
#include "record/outbox.hpp"
#include "templates/described.hpp"
#include "web/hear/answer/mail_words.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

constexpr int most_shown = 200;

struct MailView {
  std::string number;
  std::string what;
  std::string about;
  std::string href;
  std::string state;
  std::string problem;
  bool given_up = false;
};
BOOST_DESCRIBE_STRUCT(MailView, (), (number, what, about, href, state, problem, given_up))

struct MailPageView {
  bool sends = false;
  std::int64_t waiting = 0;
  std::int64_t sent = 0;
  std::int64_t given_up = 0;
  std::vector<MailView> mails;
  bool may_retry = false;
};
BOOST_DESCRIBE_STRUCT(MailPageView, (), (sends, waiting, sent, given_up, mails, may_retry))

}  // namespace

http::Response mail_page(Call& call) {
  MailPageView view;
  view.sends = call.site.sends_mail;
  view.may_retry = call.may("POST", "/mail/{number}/retry");
  call.database.read([&](store::Reader& reader) {
    const auto counts = record::count_mail(reader, call.authority.id);
    view.waiting = counts.waiting;
    view.sent = counts.sent;
    view.given_up = counts.given_up;
    for (const auto& mail : record::unsent_mail(reader, call.authority.id, most_shown)) {
      view.mails.push_back(
          {std::to_string(mail.number),
           mail.purpose == hear::reply_purpose ? "Reply to staff about" : "Answer to", mail.about,
           record::page_of(mail.about), mail_words(mail, view.sends), mail.problem,
           mail.state == record::MailState::given_up});
    }
  });
  return page(call, "hear/answer/mail.html", templates::to_value(view));
}

http::Response receive_mail_retry(Call& call) {
  const auto number = base::digits(call.parameter("number")).value_or(0);
  const auto back = call.database.write(
      [&](store::Writer& writer) { return record::retry_mail(writer, call.work, number); });
  if (!back) return error_page(call, back.error());
  return redirect_with_message(call, "/mail", "Put back into the queue");
}

}  // namespace throughline::web
