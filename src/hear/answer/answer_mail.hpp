#pragma once

// The answer to a case by email, for people who asked for that. It holds the answer and the
// reference, and nothing that they told us.

#include "record/authority.hpp"
#include "record/outbox.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>

namespace throughline::hear {

inline constexpr const char* answer_purpose = "answer";

// Queues it when the person asked to be answered by email. hear's close() calls it.
void queue_answer(store::Writer& writer, const record::Work& work, const std::string& case_ref);

// The mail as it would be sent now; `site` is the address of the public pages, or empty. Nothing
// when the case is open again, or the person's address is not kept any more.
[[nodiscard]] std::optional<record::MailText> answer_mail(store::Reader& reader,
                                                          const record::Authority& authority,
                                                          const std::string& case_ref,
                                                          const std::string& site);

}  // namespace throughline::hear
