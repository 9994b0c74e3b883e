#include "web/http/message.hpp"

#include <gtest/gtest.h>
#include <stdexcept>

namespace throughline::web::http {

TEST(Response, a_download_names_its_file_in_every_script) {
  const auto header = [](const std::string& name) {
    return Response::download("", "text/csv", name).headers.at(0).second;
  };
  EXPECT_EQ(header("cases 2026.csv"), "attachment; filename=\"cases 2026.csv\"");
  EXPECT_EQ(header("café.csv"),
            "attachment; filename=\"caf_.csv\"; filename*=UTF-8''caf%C3%A9.csv");
  EXPECT_EQ(header("a\"b\\c/d\r\n.csv"),
            "attachment; filename=\"a-b-c-d.csv\"; filename*=UTF-8''a%22b-c-d.csv");
  EXPECT_EQ(header(""), "attachment; filename=\"download\"");
  EXPECT_EQ(header("\xff"), "attachment; filename=\"download\"");
}

TEST(Response, a_redirect_goes_on_with_303) {
  const Response response = Response::redirect("/cases/é?x=1#top");
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(response.headers.at(0).second, "/cases/%C3%A9?x=1#top");
  EXPECT_THROW((void)Response::redirect("/a\r\nSet-Cookie: x=1"), std::invalid_argument);
}

TEST(Response, a_header_replaces_its_namesake_but_cookies_add_up) {
  Response response;
  response.set_header("Cache-Control", "no-store");
  response.set_header("cache-control", "private");
  response.set_header("Set-Cookie", "a=1");
  response.set_header("Set-Cookie", "b=2");
  ASSERT_EQ(response.headers.size(), 3U);
  EXPECT_EQ(response.headers[0].second, "private");
  EXPECT_THROW(response.set_header("X Y", ""), std::invalid_argument);
  EXPECT_THROW(response.set_header("X", "a\nb"), std::invalid_argument);
}

}  // namespace throughline::web::http
