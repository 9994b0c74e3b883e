// Slow clients, many clients, full queues, and stopping.

#include "unit/web/http/running_server.hpp"

#include <atomic>
#include <csignal>
#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace throughline::web::http {

using std::chrono::milliseconds;
using testing::ask;
using testing::post;
using testing::RawClient;
using testing::RunningServer;

namespace {

const std::string get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

Response hello(Request&) {
  return Response::text("hello");
}

// A handler that says when it has begun and waits to be let go.
struct Gate {
  std::promise<void> begun;
  std::promise<void> open;
  std::shared_future<void> opened{open.get_future()};
  Handler handler() {
    return [this](Request& request) {
      if (request.path == "/gate") {
        begun.set_value();
        opened.wait();
      }
      return Response::text(request.path);
    };
  }
};

const std::string through_the_gate = "GET /gate HTTP/1.1\r\nHost: localhost\r\n\r\n";

// Sends `piece` again and again until the server will have no more of it.
void drip(RawClient& client, std::string_view piece) {
  while (client.send(piece)) std::this_thread::sleep_for(milliseconds(5));
}

}  // namespace

TEST(Patience, ends_with_headers_that_drip) {
  ServerOptions options;
  options.header_deadline = milliseconds(60);
  options.linger_deadline = milliseconds(60);
  RunningServer server(hello, options);
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
  drip(client, "X: 1\r\n");
  EXPECT_EQ(client.answer().status, 408);
}

TEST(Patience, ends_with_a_body_that_drips) {
  ServerOptions options;
  options.body_deadline = milliseconds(60);
  options.linger_deadline = milliseconds(60);
  RunningServer server(hello, options);
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
  drip(client, "x");
  EXPECT_EQ(client.answer().status, 408);
}

TEST(Patience, ends_with_idle_and_silent_connections) {
  ServerOptions options;
  options.idle_deadline = milliseconds(40);
  options.header_deadline = milliseconds(40);
  RunningServer server(hello, options);
  RawClient silent(server.port());
  RawClient idle(server.port());
  idle.send(get);
  EXPECT_EQ(idle.answer().status, 200);
  EXPECT_EQ(idle.rest(), "");
  EXPECT_EQ(silent.rest(), "");
}

TEST(Patience, waits_for_what_is_still_to_come_without_a_worker) {
  std::atomic<bool> come = false;
  ServerOptions options;
  options.workers = 1;
  options.rest = milliseconds(10);
  options.write_deadline = options.idle_deadline = milliseconds(200);
  RunningServer server(
      [&](Request& request) {
        if (request.path == "/") return Response::text("hello");
        Response response;
        response.content_type = "text/event-stream";
        response.body = "first\n";
        response.more = [&, told = false](std::string& piece) mutable {
          if (told) return false;
          if (come) piece += "second\n";
          told = come;
          return true;
        };
        return response;
      },
      options);
  std::vector<std::unique_ptr<RawClient>> streams;
  for (int i = 0; i < 20; ++i) {
    streams.push_back(std::make_unique<RawClient>(server.port()));
    streams.back()->send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_TRUE(streams.back()->sees("first"));
  }
  std::this_thread::sleep_for(milliseconds(300));  // longer than any deadline but theirs
  EXPECT_EQ(ask(server.port(), get).body, "hello");
  come = true;
  for (auto& stream : streams) {
    EXPECT_TRUE(stream->sees("second"));
    EXPECT_TRUE(stream->sees("0\r\n\r\n"));
  }
}

TEST(Patience, does_not_outlast_the_server_with_an_answer_that_never_ends) {
  ServerOptions options;
  options.rest = milliseconds(10);
  RunningServer server(
      [](Request&) {
        Response response;
        response.body = "first\n";
        response.more = [](std::string&) { return true; };
        return response;
      },
      options);
  RawClient client(server.port());
  client.send(get);
  EXPECT_TRUE(client.sees("first"));
  server.stop();
  server.join();
  EXPECT_EQ(client.rest().find("0\r\n\r\n"), std::string::npos);  // broken off, not ended
}

TEST(Patience, ends_with_a_browser_that_does_not_read_its_answer) {
  std::promise<void> released;
  ServerOptions options;
  options.write_deadline = milliseconds(60);
  RunningServer server(
      [&](Request&) {
        auto keeper = std::shared_ptr<int>(new int(0), [&](int* gone) {
          delete gone;
          released.set_value();
        });
        return Response::stream(
            [keeper](std::string& piece) {
              piece.append(100'000, 'x');
              return true;
            },
            "text/plain", "endless.txt");
      },
      options);
  RawClient client(server.port());
  client.send(get);
  released.get_future().wait();  // although the client is still connected
}

TEST(Patience, two_hundred_half_open_connections_keep_nobody_waiting) {
  RunningServer server(hello);
  std::vector<std::unique_ptr<RawClient>> halves;
  for (int i = 0; i < 200; ++i) {
    halves.push_back(std::make_unique<RawClient>(server.port()));
    halves.back()->send("GET / HTTP/1.1\r\nHost: loc");
  }
  EXPECT_EQ(ask(server.port(), get).body, "hello");
  for (const auto& half : halves) half->send("alhost\r\n\r\n");
  for (const auto& half : halves) EXPECT_EQ(half->answer().status, 200);
}

TEST(Patience, who_finds_the_house_full_is_told_so) {
  ServerOptions options;
  options.max_connections = 1;
  RunningServer server(hello, options);
  RawClient first(server.port());
  first.send(get);
  EXPECT_EQ(first.answer().status, 200);
  const auto answer = ask(server.port(), get);
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("retry-after"), "30");
}

TEST(Patience, who_finds_the_queue_full_is_told_so_and_may_ask_again) {
  Gate gate;
  ServerOptions options;
  options.workers = 1;
  options.max_waiting = 0;
  options.io_threads = 1;
  RunningServer server(hello, options);
  EXPECT_EQ(ask(server.port(), get).status, 503);
  options.max_waiting = 1;
  RunningServer busy(gate.handler(), options);
  RawClient first(busy.port());
  first.send(through_the_gate);
  gate.begun.get_future().wait();
  RawClient second(busy.port());
  RawClient third(busy.port());
  // One of the two waits for the worker, the other is told; which one depends on who came first.
  second.send(get);
  third.send(get);
  gate.open.set_value();
  EXPECT_EQ(first.answer().status, 200);
  const int statuses = second.answer().status + third.answer().status;
  EXPECT_TRUE(statuses == 200 + 503 || statuses == 200 + 200);
  third.send(get);
  EXPECT_EQ(third.answer().status, 200);
}

TEST(Stopping, finishes_the_request_under_way_and_closes_idle_connections) {
  Gate gate;
  RunningServer server(gate.handler());
  RawClient idle(server.port());
  idle.send(get);
  EXPECT_EQ(idle.answer().status, 200);
  RawClient busy(server.port());
  busy.send(through_the_gate);
  gate.begun.get_future().wait();
  server.stop();
  EXPECT_EQ(idle.rest(), "");
  gate.open.set_value();
  const auto answer = busy.answer();
  EXPECT_EQ(answer.body, "/gate");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_EQ(busy.rest(), "");
  server.join();
  EXPECT_THROW(RawClient(server.port()), std::runtime_error);
}

TEST(Stopping, finishes_a_request_that_is_still_arriving) {
  RunningServer server(hello);
  RawClient idle(server.port());
  idle.send(get);
  EXPECT_EQ(idle.answer().status, 200);
  RawClient client(server.port());
  client.send(
      get +
      "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.answer().status, 200);
  EXPECT_TRUE(client.sees("100 Continue"));
  server.stop();
  EXPECT_EQ(idle.rest(), "");  // the stop is known by now
  client.send("ab");
  EXPECT_EQ(client.answer().status, 200);
  server.join();
}

TEST(Stopping, does_not_wait_for_ever) {
  ServerOptions options;
  options.drain_deadline = milliseconds(50);
  RunningServer server(hello, options);
  RawClient half(server.port());
  half.send(get + "GET / HTTP/1.1\r\n");
  EXPECT_EQ(half.answer().status, 200);
  server.stop();
  server.join();
  EXPECT_EQ(half.rest(), "");
}

TEST(Stopping, before_it_runs_is_stopping_too) {
  ServerOptions options;
  options.port = 0;
  Server server(options, hello);
  server.stop();
  server.run(false);
}

TEST(Stopping, follows_a_signal_when_asked_to) {
  ServerOptions options;
  options.port = 0;
  Server server(options, hello);
  std::thread thread([&] { server.run(true); });
  EXPECT_EQ(ask(server.port(), get).status, 200);  // so it runs, and listens for signals
  std::raise(SIGTERM);
  thread.join();
}

}  // namespace throughline::web::http
