#pragma once

// A message that travels to the next page in a cookie, signed, so that nobody can make our pages
// say what we did not. It needs no write to the database, and works for people who do not sign in.

#include <string>
#include <string_view>

namespace throughline::web {

[[nodiscard]] std::string keep_message(std::string_view signing_key, std::string_view message);
// The message; empty when the value is not one that we made.
[[nodiscard]] std::string kept_message(std::string_view signing_key, std::string_view value);

}  // namespace throughline::web
