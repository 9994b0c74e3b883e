#pragma once

// The readable blocks of a page saved as HTML: headings, paragraphs, list items and table rows, in
// order. What surrounds a page (navigation, cookie banner, header, footer, forms, scripts) is left
// out. Broken HTML is read as browsers read it.

#include "formats/blocks.hpp"

#include <string_view>

namespace throughline::formats {

[[nodiscard]] Document read_html(std::string_view html);

}  // namespace throughline::formats
