#pragma once

// Tells whoever raised an idea or a gap, with their name, that there is a reply. In confidence
// nothing is sent: a mail would leave their name in the log of a mail server. The mail holds
// neither their words nor the reply, which they read after signing in.

#include "record/authority.hpp"
#include "record/outbox.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>

namespace throughline::hear {

inline constexpr const char* reply_purpose = "reply to staff";

// Queues it when the case was raised by someone of the staff under their name. hear's close() calls
// it.
void queue_reply(store::Writer& writer, const record::Work& work, const std::string& case_ref);

// Nothing when the case is open again, or they no longer sign in.
[[nodiscard]] std::optional<record::MailText> reply_mail(store::Reader& reader,
                                                         const record::Authority& authority,
                                                         const std::string& case_ref,
                                                         const std::string& site);

}  // namespace throughline::hear
