#pragma once

// Bytes as text and back, in the ordinary alphabet with padding.
// Source: rfc-4648

#include <optional>
#include <string>
#include <string_view>

namespace throughline::base {

[[nodiscard]] std::string to_base64(std::string_view bytes);
// Nothing for what is not base64 from end to end.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace throughline::base
