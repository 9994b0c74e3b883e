#pragma once

// Mail that waits to be sent. A stage queues it in the transaction of the change that it tells of;
// the background worker (jobs) puts it into words and sends it. The queue holds what the mail is
// for and which record it is about, never an address or a word: whoever is erased before it is sent
// is not written to.

#include "record/work.hpp"
#include "store/database.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

// `withdrawn`: when its turn came there was nothing to say any more, or nobody to say it to.
enum class MailState { waiting, sent, given_up, withdrawn };

[[nodiscard]] std::string_view to_text(MailState state);  // "given_up"
[[nodiscard]] std::string_view label(MailState state);    // "Could not be sent"

struct QueuedMail {
  std::int64_t number = 0;
  std::string purpose;  // "answer"
  std::string about;    // "CASE-1042"
  std::string queued_at;
  MailState state = MailState::waiting;
  std::int64_t attempts = 0;
  std::string next_try;  // instant
  std::string ended_at;  // instant; empty while it waits
  std::string problem;   // what went wrong last, without a word of the mail
};

// A mail as it is sent.
struct MailText {
  std::string to;
  std::string subject;
  std::string body;
};

// One that waits already for the same purpose and record is enough.
void queue_mail(store::Writer& writer, const Work& work, const std::string& purpose,
                const std::string& about);
void withdraw_mail(store::Writer& writer, const Work& work, const std::string& purpose,
                   const std::string& about);

// Newest first.
[[nodiscard]] std::vector<QueuedMail> mail_about(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const std::string& about);
// What waits or could not be sent, the longest in the queue first.
[[nodiscard]] std::vector<QueuedMail> unsent_mail(store::Reader& reader,
                                                  const std::string& authority_id, int most);

struct MailCounts {
  std::int64_t waiting = 0;
  std::int64_t sent = 0;
  std::int64_t given_up = 0;
};
[[nodiscard]] MailCounts count_mail(store::Reader& reader, const std::string& authority_id);

// How long a mail belongs to whoever took it. When that program dies in between, it is tried again
// after this: a mail may then arrive twice, and is never lost.
inline constexpr std::chrono::minutes mail_lease{15};
inline constexpr std::int64_t most_mail_attempts = 10;

// How long to wait after an attempt that failed: 1 minute, 5, 30, 2 hours, 6, then 12.
[[nodiscard]] std::chrono::minutes mail_delay(std::int64_t attempts);

// The next mail whose turn has come, taken for mail_lease; counts as an attempt.
[[nodiscard]] std::optional<QueuedMail> take_due_mail(store::Writer& writer,
                                                      const std::string& authority_id,
                                                      base::Instant now);
// What became of it. A mail that was sent or given up is an event of its record.
void note_mail_sent(store::Writer& writer, const Work& work, const QueuedMail& mail);
void note_mail_withdrawn(store::Writer& writer, const Work& work, const QueuedMail& mail);
// Tried again later; given up when `for_good`, or after most_mail_attempts.
enum class MailFailure { for_now, for_good };
void note_mail_failed(store::Writer& writer, const Work& work, const QueuedMail& mail,
                      const std::string& problem, MailFailure failure);

// Puts one that was given up back into the queue. Errors: not_found; conflict, when it was not.
[[nodiscard]] base::Result<void> retry_mail(store::Writer& writer, const Work& work,
                                            std::int64_t number);

}  // namespace throughline::record
