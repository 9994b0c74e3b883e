#pragma once

// The three cookies a browser keeps for us: who is signed in, which browser this is, and the
// message for the next page. Over TLS their names begin with "__Host-", so that no other site under
// the same domain can set them.

#include "web/http/message.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::web {

inline constexpr std::string_view session_cookie = "session";
inline constexpr std::string_view visitor_cookie = "visitor";
inline constexpr std::string_view message_cookie = "message";

[[nodiscard]] std::string browser_cookie(const http::Request& request, std::string_view name);
// Kept until the browser closes, unless it says how long.
void set_browser_cookie(http::Response& response, const http::Request& request,
                        std::string_view name, const std::string& value,
                        std::optional<std::chrono::seconds> lasts = {});
void forget_browser_cookie(http::Response& response, const http::Request& request,
                           std::string_view name);

}  // namespace throughline::web
