#pragma once

// Bytes into text. The product keeps UTF-8 and nothing else; files from older office software come
// in Windows-1252. What is neither is for the caller to refuse.

#include <string>
#include <string_view>

namespace throughline::formats {

// True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

// Every byte as the character that Windows-1252 gives it; the five bytes that it leaves undefined
// become U+FFFD.
// Source: whatwg-encoding
[[nodiscard]] std::string utf8_from_windows_1252(std::string_view bytes);

}  // namespace throughline::formats
