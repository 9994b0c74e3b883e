#include "web/http/url.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::web::http {

using base::ErrorKind;

TEST(Url, escapes_become_characters) {
  EXPECT_EQ(percent_decode("caf%C3%A9+bar", Plus::itself).value(), "café+bar");
  EXPECT_EQ(percent_decode("caf%c3%a9+bar", Plus::space).value(), "café bar");
}

TEST(Url, broken_escapes_are_refused) {
  for (const char* text : {"%", "%4", "%zz", "100%", "%%41", "a%-1"}) {
    EXPECT_FALSE(percent_decode(text, Plus::itself)) << text;
  }
}

TEST(Url, nul_and_text_that_is_not_utf8_are_refused) {
  for (const char* text : {"%00", "%ff", "%C3", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "%80"}) {
    EXPECT_FALSE(percent_decode(text, Plus::itself)) << text;
  }
}

TEST(Url, utf8_is_known_wherever_it_starts) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("aaaaaaaé — 👩‍👩‍👧 مرحبا"));
  EXPECT_FALSE(is_utf8("aaaaaaaaaaaaaaaaaaaaa\xC3"));
  EXPECT_FALSE(is_utf8("aaaaaaaa\xF0\x9F\x98"));
}

TEST(Url, a_path_is_decoded_and_tidied) {
  EXPECT_EQ(decode_path("/").value(), "/");
  EXPECT_EQ(decode_path("/cases/CASE-1042").value(), "/cases/CASE-1042");
  EXPECT_EQ(decode_path("//cases///CASE%201/").value(), "/cases/CASE 1/");
  EXPECT_EQ(decode_path("/./cases/.").value(), "/cases/");
  EXPECT_EQ(decode_path("/...").value(), "/...");
}

TEST(Url, a_path_that_climbs_or_hides_a_slash_is_refused) {
  for (const char* path : {"", "cases", "/..", "/a/../b", "/%2e%2E/etc", "/a%2Fb", "/a%5Cb",
                           "/a\\b", "/a%0Ab", "/a%00", "/a%7F"}) {
    EXPECT_FALSE(decode_path(path)) << path;
  }
}

TEST(Url, a_form_keeps_order_repeats_and_empty_values) {
  const Form form = decode_form("b=1&a=&b=2&&c&d=x=y", 10).value();
  EXPECT_EQ(form.all("b"), (std::vector<std::string>{"1", "2"}));
  EXPECT_TRUE(form.has("a"));
  EXPECT_TRUE(form.has("c"));
  EXPECT_FALSE(form.has("e"));
  EXPECT_EQ(form.get("d"), "x=y");
  EXPECT_EQ(form.entries().size(), 5U);
}

TEST(Url, words_are_kept_exactly_but_for_line_breaks) {
  EXPECT_EQ(decode_form("w=%F0%9F%98%80+%D7%A9%0D%0A%3Cscript%3E%0D%09", 9)->get("w"),
            "😀 ש\n<script>\r\t");
}

TEST(Url, a_form_of_too_many_fields_is_refused) {
  const auto form = decode_form("a&b&c", 2);
  ASSERT_FALSE(form);
  EXPECT_EQ(form.error().kind, ErrorKind::too_large);
}

TEST(Url, what_was_encoded_is_decoded_to_the_same) {
  EXPECT_TRUE(rc::check("form round trip", [] {
    const auto letters = rc::gen::arbitrary<std::vector<std::pair<std::string, std::string>>>();
    Form form;
    for (const auto& [name, value] : *letters) {
      std::string tidy;
      for (const char c : value) {
        if (c != '\0' && c != '\r' && static_cast<unsigned char>(c) < 0x80) tidy += c;
      }
      // An empty pair stands for nothing at all.
      form.add("n" + percent_encode(name), tidy + "é😀");
    }
    RC_ASSERT(decode_form(encode_form(form), 10'000).value().entries() == form.entries());
  }));
}

}  // namespace throughline::web::http
