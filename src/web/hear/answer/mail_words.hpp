#pragma once

// Where a mail stands, in a sentence: "Sent on 3 May 2026, 9:12am".

#include "record/outbox.hpp"

#include <string>

namespace throughline::web {

[[nodiscard]] std::string mail_words(const record::QueuedMail& mail, bool sends_mail);

}  // namespace throughline::web
