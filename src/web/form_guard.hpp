#pragma once

// Keeps other sites from sending our forms in someone's name. A POST must come from a page of ours
// (Sec-Fetch-Site and Origin, when the browser sends them) and carry the token that the page was
// given: a session's own, or for people who do not sign in one that is signed for their browser's
// visitor cookie. Neither can be read or guessed by another site.
// Source: owasp-csrf

#include "web/http/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::web {

// The token of a visitor's forms: only this council can make it, and only for this browser.
[[nodiscard]] std::string visitor_form_token(std::string_view signing_key,
                                             std::string_view visitor);

// Why a POST is refused, in words that say what to do; nothing when it may go on. `expected` is
// empty when the browser came without the cookie that a token belongs to.
[[nodiscard]] std::optional<std::string> form_problem(const http::Request& request,
                                                      std::string_view expected);

// How many bytes a body may have, before anything of it is read: no page that is open to everyone
// takes a file, so only a browser that carries a session may send one. For ServerOptions::max_body.
[[nodiscard]] std::uint64_t most_body_bytes(const http::Request& head);

}  // namespace throughline::web
