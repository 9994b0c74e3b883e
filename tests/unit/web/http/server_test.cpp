#include "web/http/server.hpp"

#include "unit/web/http/running_server.hpp"

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

namespace throughline::web::http {

using testing::Answer;
using testing::ask;
using testing::post;
using testing::RawClient;
using testing::RunningServer;

namespace {

const std::string get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::string get_path(const std::string& path, const std::string& headers = "") {
  return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

Response echo(Request& request) {
  std::string text = request.method + " " + request.path + "\n";
  for (const auto& [name, value] : request.query.entries()) text += "?" + name + "=" + value + "\n";
  for (const auto& [name, value] : request.form.entries()) text += name + "=" + value + "\n";
  return Response::text(text + request.body);
}

}  // namespace

TEST(Server, gives_a_request_to_the_handler_and_its_answer_to_the_browser) {
  RunningServer server([](Request& request) {
    EXPECT_EQ(request.header("x-one"), "1, 2");
    EXPECT_EQ(request.header("x-none"), "");
    EXPECT_EQ(request.cookie("session"), "abc");
    EXPECT_EQ(request.raw_query, "q=care%20home&q=2");
    EXPECT_EQ(request.remote_address, "127.0.0.1");
    EXPECT_FALSE(request.secure);
    return echo(request);
  });
  const Answer answer =
      ask(server.port(), get_path("/caf%C3%A9?q=care%20home&q=2",
                                  "X-One: 1\r\nx-one: 2\r\nCookie: a=1; session=abc\r\n"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "GET /café\n?q=care home\n?q=2\n");
  EXPECT_EQ(answer.header("content-length"), std::to_string(answer.body.size()));
  EXPECT_TRUE(answer.header("date").ends_with(" GMT"));
  EXPECT_EQ(answer.header("date").size(), 29U);
}

TEST(Server, reads_a_form) {
  RunningServer server(echo);
  EXPECT_EQ(
      ask(server.port(), post("application/x-www-form-urlencoded", "a=1%0D%0A2&b=%F0%9F%98%80"))
          .body,
      "POST /form\na=1\n2\nb=😀\n");
  EXPECT_EQ(ask(server.port(), post("application/x-www-form-urlencoded", "a=%ff")).status, 400);
  EXPECT_EQ(ask(server.port(), post("application/json", "{\"a\": 1}")).body,
            "POST /form\n{\"a\": 1}");
}

TEST(Server, keeps_a_connection_for_the_next_request) {
  RunningServer server(echo);
  RawClient client(server.port());
  for (const char* path : {"/one", "/two", "/three"}) {
    client.send(get_path(path));
    EXPECT_EQ(client.answer().body, std::string("GET ") + path + "\n");
  }
  client.send(get_path("/last", "Connection: close\r\n"));
  EXPECT_EQ(client.answer().header("connection"), "close");
  EXPECT_EQ(client.rest(), "");
}

TEST(Server, answers_requests_sent_ahead_in_their_order) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send(get_path("/1") + post("application/x-www-form-urlencoded", "a=1") + "\r\n" +
              get_path("/2") + get_path("/3"));
  EXPECT_EQ(client.answer().body, "GET /1\n");
  EXPECT_EQ(client.answer().body, "POST /form\na=1\n");
  EXPECT_EQ(client.answer().body, "GET /2\n");
  EXPECT_EQ(client.answer().body, "GET /3\n");
}

TEST(Server, reads_a_request_that_comes_byte_by_byte) {
  RunningServer server(echo);
  RawClient client(server.port());
  for (const char c : "\r\n" + post("application/x-www-form-urlencoded", "name=value")) {
    client.send({&c, 1});
  }
  EXPECT_EQ(client.answer().body, "POST /form\nname=value\n");
}

TEST(Server, answers_old_browsers_as_they_expect) {
  RunningServer server(echo);
  const Answer closing = ask(server.port(), "GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(closing.header("connection"), "close");
  RawClient client(server.port());
  client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(client.answer().header("connection"), "keep-alive");
  client.send(get);
  EXPECT_EQ(client.answer().status, 200);
}

TEST(Server, answers_head_as_get_without_a_body) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + get_path("/next"));
  EXPECT_EQ(client.answer_to_head().header("content-length"), "7");
  EXPECT_EQ(client.answer().body, "GET /next\n");
}

TEST(Server, says_continue_to_who_waits_for_it) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_TRUE(client.sees("HTTP/1.1 100 Continue\r\n\r\n"));
  client.send("abc");
  EXPECT_EQ(client.answer().body, "POST /x\nabc");
}

TEST(Server, refuses_instead_of_saying_continue) {
  RunningServer server(echo);
  RawClient client(server.port());
  client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9000000\r\n\r\n");
  EXPECT_EQ(client.answer().status, 413);
}

TEST(Server, reads_chunks_up_to_the_limit) {
  ServerOptions options;
  options.max_form_bytes = 10;
  RunningServer server(echo, options);
  const std::string head = "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  RawClient client(server.port());
  client.send(head + "3;note=x\r\nabc\r\n7\r\ndefghij\r\n0\r\nTrailer: x\r\n\r\n" +
              get_path("/next"));
  EXPECT_EQ(client.answer().body, "POST /x\nabcdefghij");
  EXPECT_EQ(client.answer().body, "GET /next\n");
  EXPECT_EQ(ask(server.port(), head + "3\r\nabc\r\n8\r\ndefghijk\r\n0\r\n\r\n").status, 413);
  EXPECT_EQ(ask(server.port(), head + "1;" + std::string(500'000, 'x')).status, 400);
}

TEST(Server, reads_chunks_that_come_byte_by_byte) {
  RunningServer server(echo);
  RawClient client(server.port());
  const std::string head = "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const std::string body : {"0\r\n\r\n", "2\r\n00\r\n0\r\n\r\n", "00\r\nA: b\r\n\r\n"}) {
    client.send(head);
    for (const char c : body) {
      client.send({&c, 1});
      std::this_thread::sleep_for(std::chrono::milliseconds(1));  // so that it is read alone
    }
    EXPECT_EQ(client.answer().body, body.starts_with('2') ? "POST /x\n00" : "POST /x\n");
  }
}

TEST(Server, turns_what_a_handler_throws_into_a_plain_500) {
  RunningServer server([](Request& request) -> Response {
    if (request.path == "/odd") throw 42;
    throw std::runtime_error("secret detail");
  });
  RawClient client(server.port());
  for (const char* path : {"/", "/odd", "/"}) {
    client.send(get_path(path));
    const Answer answer = client.answer();
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  }
}

TEST(Server, never_sends_a_header_that_breaks_its_line) {
  RunningServer server([](Request&) {
    Response response = Response::text("x");
    response.headers.emplace_back("X", "a\r\nSet-Cookie: planted=1");
    return response;
  });
  const Answer answer = ask(server.port(), get);
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.header("set-cookie"), "");
}

TEST(Server, lets_an_answer_replace_a_standing_header) {
  RunningServer server([](Request&) {
    Response response = Response::text("x");
    response.set_header("Cache-Control", "max-age=60");
    return response;
  });
  const Answer answer = ask(server.port(), get);
  EXPECT_EQ(answer.header("cache-control"), "max-age=60");
  EXPECT_EQ(answer.head.find("no-store"), std::string::npos);
  EXPECT_EQ(answer.header("x-frame-options"), "DENY");
}

TEST(Server, streams_a_long_answer_in_chunks) {
  RunningServer server([](Request&) {
    return Response::stream(
        [row = 0](std::string& piece) mutable {
          piece += "row " + std::to_string(row) + "\n";
          return ++row < 200'000;
        },
        "text/csv", "rows.csv");
  });
  RawClient client(server.port());
  client.send(get + get);
  for (int i = 0; i < 2; ++i) {
    const Answer answer = client.answer();
    EXPECT_EQ(answer.header("transfer-encoding"), "chunked");
    EXPECT_EQ(answer.header("content-length"), "");
    EXPECT_EQ(answer.body.size(), 2'088'890U);
    EXPECT_TRUE(answer.body.ends_with("row 199999\n"));
  }
  const Answer old = ask(server.port(), "GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.header("transfer-encoding"), "");
  EXPECT_EQ(old.body.size(), 2'088'890U);
}

TEST(Server, sends_what_a_streamed_answer_starts_with_and_can_end_at_once) {
  RunningServer server([](Request& request) {
    Response response = Response::stream([](std::string&) { return false; }, "text/csv", "x.csv");
    response.body = request.path == "/head" ? "a,b\n" : "";
    return response;
  });
  RawClient client(server.port());
  client.send(get_path("/head") + get_path("/nothing") + get_path("/head"));
  EXPECT_EQ(client.answer().body, "a,b\n");
  EXPECT_EQ(client.answer().body, "");
  EXPECT_EQ(client.answer().body, "a,b\n");
}

TEST(Server, breaks_off_a_streamed_answer_that_fails) {
  RunningServer server([](Request&) {
    return Response::stream([](std::string&) -> bool { throw std::runtime_error("gone"); },
                            "text/csv", "x.csv");
  });
  RawClient client(server.port());
  client.send(get);
  EXPECT_EQ(client.rest().find("0\r\n\r\n"), std::string::npos);
}

TEST(Server, sends_big_answers_whole) {
  const std::string big(3'000'000, 'x');
  RunningServer server([&](Request&) { return Response::text(big); });
  RawClient client(server.port());
  client.send(get + get);
  EXPECT_EQ(client.answer().body, big);
  EXPECT_EQ(client.answer().body, big);
}

TEST(Server, tells_the_log_nothing_about_a_person) {
  std::promise<AccessLine> logged;
  ServerOptions options;
  options.access_log = [&](const AccessLine& line) { logged.set_value(line); };
  RunningServer server(echo, options);
  (void)ask(server.port(), get_path("/cases?name=Mrs%20Smith"));
  const AccessLine line = logged.get_future().get();
  EXPECT_EQ(line.method, "GET");
  EXPECT_EQ(line.path, "/cases");
  EXPECT_EQ(line.status, 200);
  EXPECT_EQ(line.bytes, 11U + 16U);
}

TEST(Server, believes_a_local_proxy_only_when_told_to) {
  const Handler who = [](Request& request) {
    return Response::text(request.remote_address + (request.secure ? " secure" : ""));
  };
  const std::string request =
      get_path("/", "X-Forwarded-For: 6.6.6.6, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n");
  RunningServer wary(who);
  EXPECT_EQ(ask(wary.port(), request).body, "127.0.0.1");
  ServerOptions options;
  options.trust_forwarded = true;
  RunningServer trusting(who, options);
  EXPECT_EQ(ask(trusting.port(), request).body, "203.0.113.9 secure");
  EXPECT_EQ(ask(trusting.port(), get_path("/", "X-Forwarded-For: <script>\r\n")).body, "127.0.0.1");
}

TEST(Server, throws_when_its_address_is_taken) {
  RunningServer server(echo);
  ServerOptions options;
  options.port = server.port();
  EXPECT_ANY_THROW(Server(options, echo));
}

}  // namespace throughline::web::http
