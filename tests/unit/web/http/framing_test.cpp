// Requests that two servers on one line could read in two ways, and requests that are too much.

#include "unit/web/http/running_server.hpp"

#include <gtest/gtest.h>

namespace throughline::web::http {

using testing::Answer;
using testing::ask;
using testing::RawClient;
using testing::RunningServer;

namespace {

class Framing : public ::testing::Test {
 protected:
  int status_of(const std::string& request) { return ask(server_.port(), request).status; }
  // A request whose lines after the first two are given.
  int status_with(const std::string& lines, const std::string& method = "POST") {
    return status_of(method + " / HTTP/1.1\r\nHost: localhost\r\n" + lines);
  }

  RunningServer server_{[](Request& request) { return Response::text(request.body); }};
};

}  // namespace

TEST_F(Framing, an_ordinary_request_is_answered) {
  EXPECT_EQ(status_with("\r\n", "GET"), 200);
  EXPECT_EQ(status_with("Content-Length: 2\r\n\r\nab"), 200);
}

TEST_F(Framing, a_length_and_a_coding_together_are_refused) {
  EXPECT_EQ(status_with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status_with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(status_with("Content-Length: 1\r\nTransfer-Encoding: xchunked\r\n\r\na"), 400);
  EXPECT_EQ(status_with("Transfer-Encoding: identity\r\nContent-Length: 1\r\n\r\na"), 400);
}

TEST_F(Framing, a_coding_that_is_not_known_is_refused) {
  EXPECT_EQ(status_with("Transfer-Encoding: gzip\r\n\r\n"), 501);
  EXPECT_EQ(status_with("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), 501);
  EXPECT_EQ(status_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
  EXPECT_EQ(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
}

TEST_F(Framing, lengths_that_differ_or_are_odd_are_refused) {
  for (const char* lines :
       {"Content-Length: 1\r\nContent-Length: 2\r\n\r\na", "Content-Length: 1, 1\r\n\r\na",
        "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", "Content-Length : 1\r\n\r\na",
        "Content-Length: +1\r\n\r\na", "Content-Length: -1\r\n\r\na",
        "Content-Length: 0x1\r\n\r\na", "Content-Length: 1 1\r\n\r\na", "Content-Length: \r\n\r\na",
        "Content-Length: 99999999999999999999999\r\n\r\na"}) {
    EXPECT_EQ(status_with(lines), 400) << lines;
  }
}

TEST_F(Framing, broken_lines_are_refused) {
  for (const std::string& request :
       {std::string("GET / HTTP/1.1\nHost: localhost\n\n"),
        std::string("GET / HTTP/1.1\r\nHost: localhost\nX: 1\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n", 44),
        std::string("GET / HTTP/1.1\r\nHost: localhost\r\nX Y: 1\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost: localhost\r\n: 1\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\n Host: localhost\r\n\r\n"),
        std::string("GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        std::string("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n"), std::string("GET /\r\n\r\n"),
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)}) {
    EXPECT_EQ(status_of(request), 400) << request;
  }
}

TEST_F(Framing, folded_lines_are_refused) {
  EXPECT_EQ(status_with("X: a\r\n b\r\n\r\n", "GET"), 400);
  EXPECT_EQ(status_with("X: a\r\n\tb\r\n\r\n", "GET"), 400);
  EXPECT_EQ(status_with("X:\r\n b\r\n\r\n", "GET"), 400);
}

TEST_F(Framing, a_folded_line_that_comes_in_two_pieces_is_refused) {
  RawClient client(server_.port());
  client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n");
  client.send(" b\r\n\r\n");
  EXPECT_EQ(client.answer().status, 400);
}

TEST_F(Framing, exactly_one_host_is_wanted) {
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"), 200);
  EXPECT_EQ(status_of("GET / HTTP/1.0\r\n\r\n"), 200);
}

TEST_F(Framing, addresses_that_cannot_be_decoded_are_refused) {
  for (const char* target :
       {"/%", "/%zz", "/%00", "/%ff", "/a/../b", "/?q=%", "/?q=%ff", "*", "a:1"}) {
    EXPECT_EQ(status_of(std::string("GET ") + target + " HTTP/1.1\r\nHost: a\r\n\r\n"), 400)
        << target;
  }
}

TEST_F(Framing, broken_chunks_are_refused) {
  for (const char* body : {"zz\r\n", "-1\r\n", "5\r\nabcdeXX0\r\n\r\n", "ffffffffffffffffff\r\n"}) {
    EXPECT_EQ(status_with(std::string("Transfer-Encoding: chunked\r\n\r\n") + body), 400) << body;
  }
}

TEST_F(Framing, methods_that_no_page_answers_are_refused) {
  EXPECT_EQ(status_with("\r\n", "BREW"), 501);
  for (const char* method : {"PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"}) {
    const Answer answer =
        ask(server_.port(), std::string(method) + " / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(answer.status, 405) << method;
    EXPECT_EQ(answer.header("allow"), "GET, HEAD, POST");
  }
}

TEST_F(Framing, too_much_is_refused_by_its_own_status) {
  EXPECT_EQ(status_with("X: " + std::string(100'000, 'x') + "\r\n\r\n", "GET"), 431);
  std::string many;
  for (int i = 0; i < 5'000; ++i) many += "X: " + std::to_string(i) + "\r\n";
  EXPECT_EQ(status_with(many + "\r\n", "GET"), 431);
  EXPECT_EQ(status_of("GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
  EXPECT_EQ(status_of("GET /" + std::string(100'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
  EXPECT_EQ(status_with("Content-Length: 3000000\r\n\r\n"), 413);
  EXPECT_EQ(status_with("Expect: miracles\r\n\r\n"), 417);
}

TEST_F(Framing, many_small_header_pieces_are_bounded_too) {
  RawClient client(server_.port());
  client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
  for (int i = 0; i < 40 && client.send("X: " + std::string(1'000, 'x') + "\r\n"); ++i) {
  }
  EXPECT_EQ(client.answer().status, 431);
}

TEST_F(Framing, a_refusal_is_plain_and_says_nothing_of_the_software) {
  const Answer answer = ask(server_.port(), "GET /% HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_NE(answer.body.find("<h1>This request could not be understood</h1>"), std::string::npos);
  EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  EXPECT_NE(answer.header("content-security-policy"), "");
  EXPECT_EQ(answer.header("server"), "");
  EXPECT_EQ(answer.body.find("Beast"), std::string::npos);
}

}  // namespace throughline::web::http
