#pragma once

// Signing in and staying signed in. A browser holds a token of 256 bits; the database holds only
// its hash, so that a stolen database signs nobody in. A session ends when it is not used, when it
// is old, and when the person or an administrator ends it.

#include "record/user.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace throughline::record {

struct SessionLimits {
  std::chrono::minutes idle{30};
  std::chrono::minutes longest{12 * 60};
};

struct Session {
  std::string id;          // the token's hash
  std::string form_token;  // what forms of this session carry
  std::string started;     // instant
  std::string last_used;   // instant
  User user;
};

// Checks an address and a password. Slows down who guesses: from the fifth wrong try the person has
// to wait, each time twice as long, up to a quarter of an hour. Says the same, and takes as long,
// whether or not the address is known. Wrong tries and sign-ins are events.
// Errors: invalid.
[[nodiscard]] base::Result<User> sign_in(store::Database& database, const Work& work,
                                         const Passwords& passwords, const std::string& email,
                                         const std::string& password);

// A new session; gives back the token for the browser's cookie. Sessions past their longest are
// cleared away on the occasion.
[[nodiscard]] std::string start_session(store::Writer& writer, const Work& work,
                                        const std::string& user_ref, const SessionLimits& limits);

[[nodiscard]] std::optional<Session> find_session(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& token, base::Instant now,
                                                  const SessionLimits& limits);
void keep_session(store::Writer& writer, const Work& work, const std::string& session_id);
void end_session(store::Writer& writer, const Work& work, const std::string& session_id);
// Ends every session of the actor but the one named, if any. Gives back how many.
std::int64_t end_other_sessions(store::Writer& writer, const Work& work,
                                const std::string& session_id);

// The sessions of one person that still count, latest first.
[[nodiscard]] std::vector<Session> sessions_of(store::Reader& reader, const Work& work,
                                               const std::string& user_ref,
                                               const SessionLimits& limits);

}  // namespace throughline::record
