#pragma once

// Bytes of a saved file into UTF-8 text and its lines. Files that are not text are refused by what
// they are, so that the person knows what to save instead.

#include "base/result.hpp"
#include "formats/blocks.hpp"

#include <string>
#include <string_view>

namespace throughline::formats {

// Reads UTF-8 and UTF-16 (with or without a byte order mark) and Windows-1252.
// Errors: unsupported for PDF, Office and other binary files; invalid for an empty one.
[[nodiscard]] base::Result<std::string> text_from_bytes(std::string_view bytes);

// Does the text look like a page saved as HTML?
[[nodiscard]] bool looks_like_html(std::string_view text);

// One block a line that is not blank; marks before list items ("•", "- ", "* ") are taken off. A
// line that was broken in mid-sentence is joined again.
[[nodiscard]] Document read_plain_text(std::string_view text);

}  // namespace throughline::formats
