#include "formats/qr_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::formats {
namespace {

using ::testing::HasSubstr;

TEST(QrCode, is_a_drawing_with_a_name_and_a_white_edge) {
  const auto drawn = qr_code("https://feedback.example/at/7kq4mx", "QR code for <feedback>");
  // Version 3 has 29 modules a side, and four of white on each.
  EXPECT_THAT(drawn, HasSubstr("viewBox=\"0 0 37 37\""));
  EXPECT_THAT(drawn, HasSubstr("QR code for &lt;feedback&gt;"));
  EXPECT_THAT(drawn, HasSubstr("M4 4h1v1h-1z")) << "the corner of the first square";
}

TEST(QrCode, refuses_what_does_not_fit) {
  EXPECT_THROW(static_cast<void>(qr_code(std::string(4000, 'x'), "too long")),
               std::invalid_argument);
}

}  // namespace
}  // namespace throughline::formats
