#include "formats/qr_code.hpp"

#include "formats/svg.hpp"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace throughline::formats {

std::string qr_code(std::string_view text, std::string_view title) {
  constexpr int quiet = 4;  // modules of white around it, which scanners need
  const std::string held(text);
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(held.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (!code) throw std::invalid_argument("the text does not fit into a QR code");
  std::string path;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if ((code->data[y * code->width + x] & 1) == 0) continue;
      path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
    }
  }
  const auto side = std::to_string(code->width + 2 * quiet);
  return svg::element(
      "svg",
      {{"xmlns", "http://www.w3.org/2000/svg"},
       {"viewBox", "0 0 " + side + " " + side},
       {"role", "img"},
       {"shape-rendering", "crispEdges"},
       {"aria-label", std::string(title)}},
      svg::element("rect", {{"width", side}, {"height", side}, {"fill", "#ffffff"}}) +
          svg::element("path", {{"fill", "#000000"}, {"d", path}}));
}

}  // namespace throughline::formats
