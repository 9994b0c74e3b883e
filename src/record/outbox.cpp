#include "record/outbox.hpp"

#include "record/event.hpp"
#include "record/line.hpp"

#include <array>
#include <stdexcept>

namespace throughline::record {
namespace {

constexpr std::string_view columns =
    "select number, purpose, about_ref, queued_at, state, attempts, next_try, ended_at, problem "
    "from outgoing_mail where authority_id = $1";

struct StateWords {
  MailState state;
  std::string_view text;
  std::string_view label;
};
constexpr std::array<StateWords, 4> states{{
    {MailState::waiting, "waiting", "Waiting to be sent"},
    {MailState::sent, "sent", "Sent"},
    {MailState::given_up, "given_up", "Could not be sent"},
    {MailState::withdrawn, "withdrawn", "Not needed any more"},
}};

MailState state_of(const std::string& text) {
  for (const auto& each : states) {
    if (each.text == text) return each.state;
  }
  throw std::runtime_error("a mail holds a state that this program does not know");
}

QueuedMail read_mail(const store::Row& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), state_of(row.text(4)),
          row.integer(5), row.text(6), row.text(7), row.text(8)};
}

std::vector<QueuedMail> read_all(const std::vector<store::Row>& rows) {
  std::vector<QueuedMail> all;
  for (const auto& row : rows) all.push_back(read_mail(row));
  return all;
}

void end(store::Writer& writer, const Work& work, const QueuedMail& mail, MailState state,
         const std::string& problem) {
  writer.execute(
      "update outgoing_mail set state = $3, ended_at = $4, problem = $5 "
      "where authority_id = $1 and number = $2",
      {work.authority_id, mail.number, std::string(to_text(state)), base::to_text(work.now),
       problem});
}

}  // namespace

std::string_view to_text(MailState state) {
  return states.at(static_cast<std::size_t>(state)).text;
}
std::string_view label(MailState state) {
  return states.at(static_cast<std::size_t>(state)).label;
}

void queue_mail(store::Writer& writer, const Work& work, const std::string& purpose,
                const std::string& about) {
  const auto waiting = writer.number(
      "select count(*) from outgoing_mail where authority_id = $1 and about_ref = $2 and "
      "purpose = $3 and state = 'waiting'",
      {work.authority_id, about, purpose});
  if (waiting > 0) return;
  const auto now = base::to_text(work.now);
  writer.execute(
      "insert into outgoing_mail (authority_id, number, purpose, about_ref, queued_at, state, "
      "attempts, next_try, ended_at, problem) values ($1, $2, $3, $4, $5, 'waiting', 0, $5, '', "
      "'')",
      {work.authority_id, next_numbers(writer, work.authority_id, "MAIL", 1), purpose, about, now});
}

void withdraw_mail(store::Writer& writer, const Work& work, const std::string& purpose,
                   const std::string& about) {
  writer.execute(
      "update outgoing_mail set state = 'withdrawn', ended_at = $4 where authority_id = $1 and "
      "about_ref = $2 and purpose = $3 and state = 'waiting'",
      {work.authority_id, about, purpose, base::to_text(work.now)});
}

std::vector<QueuedMail> mail_about(store::Reader& reader, const std::string& authority_id,
                                   const std::string& about) {
  return read_all(reader.rows(std::string(columns) + " and about_ref = $2 order by number desc",
                              {authority_id, about}));
}

std::vector<QueuedMail> unsent_mail(store::Reader& reader, const std::string& authority_id,
                                    int most) {
  return read_all(reader.rows(
      std::string(columns) + " and state in ('waiting', 'given_up') order by number limit $2",
      {authority_id, std::int64_t{most}}));
}

MailCounts count_mail(store::Reader& reader, const std::string& authority_id) {
  MailCounts counts;
  reader.for_each(
      "select state, count(*) from outgoing_mail where authority_id = $1 group by state",
      {authority_id}, [&](const store::Row& row) {
        const auto state = state_of(row.text(0));
        if (state == MailState::waiting) counts.waiting = row.integer(1);
        if (state == MailState::sent) counts.sent = row.integer(1);
        if (state == MailState::given_up) counts.given_up = row.integer(1);
      });
  return counts;
}

std::chrono::minutes mail_delay(std::int64_t attempts) {
  constexpr std::array delays = {1, 5, 30, 120, 360, 720};
  const auto at = std::min<std::size_t>(
      static_cast<std::size_t>(std::max<std::int64_t>(attempts, 1)), delays.size());
  return std::chrono::minutes{delays.at(at - 1)};
}

std::optional<QueuedMail> take_due_mail(store::Writer& writer, const std::string& authority_id,
                                        base::Instant now) {
  const auto row = writer.row(std::string(columns) +
                                  " and state = 'waiting' and next_try <= $2 "
                                  "order by next_try, number limit 1",
                              {authority_id, base::to_text(now)});
  if (!row) return std::nullopt;
  auto mail = read_mail(*row);
  mail.next_try = base::to_text(now + mail_lease);
  const auto taken = writer.execute(
      "update outgoing_mail set attempts = attempts + 1, next_try = $4 "
      "where authority_id = $1 and number = $2 and attempts = $3 and state = 'waiting'",
      {authority_id, mail.number, mail.attempts, mail.next_try});
  if (taken == 0) return std::nullopt;
  ++mail.attempts;
  return mail;
}

void note_mail_sent(store::Writer& writer, const Work& work, const QueuedMail& mail) {
  end(writer, work, mail, MailState::sent, "");
  append_event(writer, work, mail.about, "sent by email", {{"what", mail.purpose}});
}

void note_mail_withdrawn(store::Writer& writer, const Work& work, const QueuedMail& mail) {
  end(writer, work, mail, MailState::withdrawn, "");
}

void note_mail_failed(store::Writer& writer, const Work& work, const QueuedMail& mail,
                      const std::string& problem, MailFailure failure) {
  if (failure == MailFailure::for_now && mail.attempts < most_mail_attempts) {
    writer.execute(
        "update outgoing_mail set next_try = $3, problem = $4 "
        "where authority_id = $1 and number = $2",
        {work.authority_id, mail.number, base::to_text(work.now + mail_delay(mail.attempts)),
         problem});
    return;
  }
  end(writer, work, mail, MailState::given_up, problem);
  append_event(writer, work, mail.about, "could not be sent by email", {{"what", mail.purpose}},
               problem);
}

base::Result<void> retry_mail(store::Writer& writer, const Work& work, std::int64_t number) {
  const auto row =
      writer.row(std::string(columns) + " and number = $2", {work.authority_id, number});
  if (!row) return base::refuse(base::ErrorKind::not_found, "There is no such mail");
  const auto mail = read_mail(*row);
  if (mail.state != MailState::given_up) {
    return base::refuse(base::ErrorKind::conflict, "This mail is not one that was given up");
  }
  writer.execute(
      "update outgoing_mail set state = 'waiting', attempts = 0, next_try = $3, ended_at = '' "
      "where authority_id = $1 and number = $2",
      {work.authority_id, number, base::to_text(work.now)});
  append_event(writer, work, mail.about, "put back to be sent by email", {{"what", mail.purpose}});
  return {};
}

}  // namespace throughline::record
