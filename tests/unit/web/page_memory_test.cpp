#include "web/page_memory.hpp"

#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using Moment = PageMemory::Moment;

base::Instant at(const char* text) {
  return *base::instant_from_text(text);
}

http::Request request_for(const std::string& path, const std::string& session = "one") {
  http::Request request;
  request.method = "GET";
  request.path = path;
  request.headers["host"] = "feedback.aldermere.example";
  request.cookies["session"] = session;
  return request;
}

const Moment noon{7, at("2026-06-01T12:00:00.000Z")};

TEST(PageMemory, gives_a_page_again_while_nothing_changed) {
  PageMemory memory;
  const auto key = PageMemory::key_of("aldermere", request_for("/cases"));
  EXPECT_FALSE(memory.find(key, noon));
  memory.keep(key, noon, http::Response::html("fifty cases"));
  const auto again = memory.find(key, {7, at("2026-06-01T12:00:59.000Z")});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->body, "fifty cases");
}

TEST(PageMemory, forgets_it_at_a_change_after_a_minute_and_at_midnight) {
  const auto key = PageMemory::key_of("aldermere", request_for("/cases"));
  const auto answers = [&](const Moment& made, const Moment& wanted) {
    PageMemory memory;
    memory.keep(key, made, http::Response::html("fifty cases"));
    const bool found = memory.find(key, wanted).has_value();
    EXPECT_EQ(memory.bytes() == 0, !found);
    return found;
  };
  EXPECT_TRUE(answers(noon, noon));
  EXPECT_FALSE(answers(noon, {8, noon.at}));
  EXPECT_FALSE(answers(noon, {6, noon.at}));
  EXPECT_FALSE(answers(noon, {7, at("2026-06-01T12:01:00.000Z")}));
  EXPECT_FALSE(answers(noon, {7, at("2026-06-01T11:59:59.000Z")}));
  // In June London's day ends at 23:00 UTC.
  const Moment before_midnight{7, at("2026-06-01T22:59:59.000Z")};
  EXPECT_FALSE(answers(before_midnight, {7, at("2026-06-01T23:00:00.000Z")}));
}

TEST(PageMemory, tells_browsers_councils_and_addresses_apart) {
  const auto key = PageMemory::key_of("aldermere", request_for("/cases"));
  EXPECT_EQ(key, PageMemory::key_of("aldermere", request_for("/cases")));
  EXPECT_NE(key, PageMemory::key_of("otherton", request_for("/cases")));
  EXPECT_NE(key, PageMemory::key_of("aldermere", request_for("/cases", "two")));
  auto other = request_for("/cases");
  other.raw_query = "kind=complaint";
  EXPECT_NE(key, PageMemory::key_of("aldermere", other));
  other = request_for("/cases");
  other.headers["host"] = "localhost:8080";
  EXPECT_NE(key, PageMemory::key_of("aldermere", other));
  other = request_for("/cases");
  other.secure = true;
  EXPECT_NE(key, PageMemory::key_of("aldermere", other));
  other = request_for("/cases");
  other.cookies["reading"] = "large";
  EXPECT_NE(key, PageMemory::key_of("aldermere", other));
}

TEST(PageMemory, keeps_only_whole_pages_that_give_no_cookie) {
  PageMemory memory;
  const auto key = PageMemory::key_of("aldermere", request_for("/cases"));
  memory.keep(key, noon, http::Response::html("nothing there", 404));
  auto with_cookie = http::Response::html("page");
  with_cookie.set_header("Set-Cookie", "message=; Max-Age=0");
  memory.keep(key, noon, with_cookie);
  memory.keep(key, noon,
              http::Response::stream([](std::string&) { return false; }, "text/csv", "cases.csv"));
  EXPECT_FALSE(memory.find(key, noon));
  EXPECT_EQ(memory.bytes(), 0U);
}

TEST(PageMemory, is_bounded_and_lets_go_of_what_was_not_asked_for_longest) {
  PageMemory memory(100'000);
  const auto key = [](int number) {
    return PageMemory::key_of("aldermere", request_for("/cases/CASE-" + std::to_string(number)));
  };
  for (int number = 0; number < 100; ++number) {
    memory.keep(key(number), noon, http::Response::html(std::string(5'000, 'x')));
    EXPECT_LE(memory.bytes(), 100'000U);
    EXPECT_TRUE(memory.find(key(0), noon)) << number;  // it is asked for each time, and stays
  }
  EXPECT_TRUE(memory.find(key(99), noon));
  EXPECT_FALSE(memory.find(key(1), noon));
  memory.keep(key(200), noon, http::Response::html(std::string(50'000, 'x')));
  EXPECT_FALSE(memory.find(key(200), noon)) << "one page may not take the place of all others";
}

}  // namespace
}  // namespace throughline::web
