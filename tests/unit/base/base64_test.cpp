#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace throughline::base {
namespace {

TEST(Base64, writes_bytes_as_the_standard_says) {
  EXPECT_EQ(to_base64(""), "");
  EXPECT_EQ(to_base64("f"), "Zg==");
  EXPECT_EQ(to_base64("foob"), "Zm9vYg==");
  EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, gives_the_bytes_back_and_nothing_for_what_it_is_not) {
  const std::string bytes("\x00\xFF\x7F<>\n", 6);
  EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  for (const auto* each : {"Zg=", "Zg", "Z*==", "Zm9v YmFy"})
    EXPECT_FALSE(from_base64(each)) << each;
}

}  // namespace
}  // namespace throughline::base
