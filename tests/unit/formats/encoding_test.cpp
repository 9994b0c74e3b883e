#include "formats/encoding.hpp"

#include <gtest/gtest.h>

namespace throughline::formats {
namespace {

TEST(Encoding, accepts_well_formed_utf8_of_every_length) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("plain"));
  EXPECT_TRUE(is_utf8("caf\u00E9 \u20AC \U0001F642"));
}

TEST(Encoding, refuses_cut_overlong_surrogate_and_impossible_sequences) {
  for (const char* bytes : {"\xC3", "\xE2\x82", "\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x28\xA1"})
    EXPECT_FALSE(is_utf8(bytes)) << bytes;
}

TEST(Encoding, turns_windows_1252_into_utf8) {
  EXPECT_EQ(utf8_from_windows_1252("\x80 caf\xE9 \x92\x81"), "\u20AC caf\u00E9 \u2019\uFFFD");
}

}  // namespace
}  // namespace throughline::formats
