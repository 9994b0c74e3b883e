#pragma once

// The answers of someone who is on their way through a survey, kept on the server so that no answer
// stands in an address and the survey works without JavaScript. They live two hours after the last
// answer and are taken out when they are sent; they are found by a random token in the browser's
// cookie, of which only the hash is kept. Decision:
// docs/adr/0010-drafts-of-the-public-form-live-on-the-server.md

#include "hear/survey/response.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace throughline::hear::survey {

inline constexpr std::chrono::hours answers_kept{2};

struct Answering {
  Answers answers;
  std::string key;         // of the response that it will be
  std::string invitation;  // the token of someone's own link; empty without one
  std::string name;
  std::string email;
  bool named = false;  // has passed the page that asks who they are
};

// Begins anew: whoever sat here before has left nothing for the next person to find.
// Errors: conflict, when the wave is not open today; forbidden, when it is answered by invitation
// and the link is not one, or was used.
[[nodiscard]] base::Result<void> begin_answering(store::Writer& writer, const record::Work& work,
                                                 const Wave& wave, const std::string& token,
                                                 const std::string& invitation);
[[nodiscard]] std::optional<Answering> find_answering(store::Reader& reader,
                                                      const record::Work& work, const Wave& wave,
                                                      const std::string& token);
void keep_answering(store::Writer& writer, const record::Work& work, const Wave& wave,
                    const std::string& token, const Answering& answering);

// Makes the answers a response. Sending twice makes one.
// Errors: invalid, with every problem; not_found, when their time is over; conflict, when the wave
// has closed; forbidden, when the link was used meanwhile.
[[nodiscard]] base::Result<void> send_answers(store::Writer& writer, const record::Work& work,
                                              const Wave& wave, const std::string& token);
// Whether this browser's answers have been sent.
[[nodiscard]] bool were_sent(store::Reader& reader, const record::Work& work, const Wave& wave,
                             const std::string& token);

}  // namespace throughline::hear::survey
