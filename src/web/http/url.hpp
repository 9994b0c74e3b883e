#pragma once

// Text as it travels in addresses and forms. Strict on purpose: a broken escape, a NUL or bytes
// that are not UTF-8 are refused rather than guessed at, so that every page may trust its text.

#include "base/result.hpp"
#include "web/http/message.hpp"

#include <string>
#include <string_view>

namespace throughline::web::http {

enum class Plus { itself, space };

[[nodiscard]] bool is_utf8(std::string_view text);

// "caf%C3%A9" as "café".
// Errors: invalid.
[[nodiscard]] base::Result<std::string> percent_decode(std::string_view text, Plus plus);
// Keeps letters, digits and "-._~"; everything else becomes %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);

// A request's path, decoded: double slashes and "." segments are dropped.
// Errors: invalid for "..", an escaped slash, control characters, and what percent_decode refuses.
[[nodiscard]] base::Result<std::string> decode_path(std::string_view raw);

// Words that came in a form: valid UTF-8 without NUL, and CR LF turned into LF.
// Errors: invalid.
[[nodiscard]] base::Result<std::string> form_text(std::string text);

// application/x-www-form-urlencoded: a query, or a body.
// Errors: invalid; too_large when there are more fields than allowed.
[[nodiscard]] base::Result<Form> decode_form(std::string_view text, std::size_t max_fields);
[[nodiscard]] std::string encode_form(const Form& form);

}  // namespace throughline::web::http
