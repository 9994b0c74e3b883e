#pragma once

// What a person has answered so far in "Tell us", kept on the server so that no answer ever stands
// in an address and the form works without JavaScript. A draft lives two hours after its last
// answer and is taken out when it is sent. It is found by a random token in the browser's cookie,
// of which only the hash is kept. Decision:
// docs/adr/0010-drafts-of-the-public-form-live-on-the-server.md

#include "hear/easy_read/easy_read.hpp"
#include "hear/hear.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace throughline::hear {

inline constexpr std::chrono::hours draft_lifetime{2};

struct Draft {
  NewCase given;
  bool service_answered = false;  // "not sure" and "not about one service" are answers too
  bool contact_answered = false;
  bool anonymous = false;
  bool equality_answered = false;     // or passed over
  std::optional<EasyRead> easy_read;  // told with pictures; words are made of them when it is sent
};

[[nodiscard]] std::string draft_text(const Draft& draft);      // as JSON
[[nodiscard]] Draft draft_from_text(const std::string& text);  // throws when it is not ours

[[nodiscard]] std::optional<Draft> find_draft(store::Reader& reader, const record::Work& work,
                                              const std::string& token);
// Keeps the answers for another two hours, and takes out every draft whose time is over.
void keep_draft(store::Writer& writer, const record::Work& work, const std::string& token,
                const Draft& draft);
void drop_draft(store::Writer& writer, const record::Work& work, const std::string& token);

// Makes the draft a case. Sending twice gives the same case again.
// Errors: invalid, with every problem; not_found, when the draft's time is over.
[[nodiscard]] base::Result<Received> send_draft(store::Writer& writer, const record::Work& work,
                                                const std::string& token);
// The case that a draft became.
[[nodiscard]] std::optional<Received> sent_draft(store::Reader& reader, const record::Work& work,
                                                 const std::string& token);

}  // namespace throughline::hear
