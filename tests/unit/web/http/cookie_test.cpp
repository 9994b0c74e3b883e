#include "web/http/cookie.hpp"

#include <gtest/gtest.h>
#include <stdexcept>

namespace throughline::web::http {

TEST(Cookies, are_split_at_semicolons) {
  const auto cookies = cookies_from_header("a=1; b=\"two\";c=x=y ; =none; broken; d=");
  EXPECT_EQ(cookies.size(), 4U);
  EXPECT_EQ(cookies.at("a"), "1");
  EXPECT_EQ(cookies.at("b"), "two");
  EXPECT_EQ(cookies.at("c"), "x=y");
  EXPECT_EQ(cookies.at("d"), "");
}

TEST(Cookies, the_first_of_one_name_counts) {
  EXPECT_EQ(cookies_from_header("session=mine; session=planted").at("session"), "mine");
}

TEST(Cookies, odd_headers_are_survived) {
  EXPECT_TRUE(cookies_from_header("").empty());
  EXPECT_TRUE(cookies_from_header(";;;= ; =;").empty());
  EXPECT_EQ(cookies_from_header("a=\"").at("a"), "\"");
}

TEST(Cookies, go_out_closed_by_default) {
  EXPECT_EQ(set_cookie({.name = "session", .value = "abc"}),
            "session=abc; Path=/; HttpOnly; SameSite=Lax");
  EXPECT_EQ(set_cookie({.name = "__Host-session",
                        .value = "abc",
                        .secure = true,
                        .same_site = SameSite::strict,
                        .max_age = std::chrono::hours(1)}),
            "__Host-session=abc; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Strict");
}

TEST(Cookies, are_forgotten_by_an_age_of_nothing) {
  EXPECT_EQ(forget_cookie({.name = "session", .value = "abc"}),
            "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST(Cookies, that_could_break_out_of_their_header_are_a_bug) {
  EXPECT_THROW((void)set_cookie({.name = "a b", .value = ""}), std::invalid_argument);
  EXPECT_THROW((void)set_cookie({.name = "a", .value = "x; Domain=evil"}), std::invalid_argument);
  EXPECT_THROW((void)set_cookie({.name = "a", .value = "x\r\n"}), std::invalid_argument);
  EXPECT_THROW((void)set_cookie({.name = "a", .value = "", .path = "/;"}), std::invalid_argument);
  EXPECT_THROW((void)set_cookie({.name = "__Host-a", .value = ""}), std::invalid_argument);
}

}  // namespace throughline::web::http
