#pragma once

// What a council signs for browsers to keep and hand back: the tokens of visitors' forms, and the
// message that the next page shows. The key never leaves the database.

#include "base/random.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>

namespace throughline::record {

// The council's key, made when it is first asked for.
[[nodiscard]] std::string signing_key(store::Database& database, const std::string& authority_id,
                                      base::Random& random);

// HMAC-SHA-256, hexadecimal.
[[nodiscard]] std::string sign(std::string_view key, std::string_view text);

// Compares without telling, by its time, where two texts begin to differ.
[[nodiscard]] bool same_secret(std::string_view one, std::string_view other);

}  // namespace throughline::record
