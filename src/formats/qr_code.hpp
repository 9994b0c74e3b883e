#pragma once

// A QR code as a drawing (SVG), for a poster or a card. The squares are drawn as one path, so that
// it prints sharp at any size.

#include <string>
#include <string_view>

namespace throughline::formats {

// `title` is what people who cannot see it hear: "QR code for example.org/at/7kq4mx".
// Errors: throws std::invalid_argument when the text does not fit (more than about 2,300 letters).
[[nodiscard]] std::string qr_code(std::string_view text, std::string_view title);

}  // namespace throughline::formats
