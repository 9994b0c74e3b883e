#pragma once

// One connection: reads a request, has a worker answer it, writes the answer, and so on. All but
// run() happens on its loop's thread. One request at a time: what a browser sends ahead waits
// unread.

#include "web/http/loop.hpp"
#include "web/http/read_buffer.hpp"
#include "web/http/refusal.hpp"
#include "web/http/request_parser.hpp"
#include "web/http/stream.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace throughline::web::http {

class Session final : public StreamUser, public Task, public std::enable_shared_from_this<Session> {
 public:
  Session(Shared& shared, Loop& loop, std::unique_ptr<Stream> stream, std::string address);

  void start();
  void turn_away();  // answers 503 without reading
  void drain();      // closes when idle, else after the answer under way
  void run_out_of_time();
  void close();
  [[nodiscard]] std::chrono::steady_clock::time_point deadline() const { return deadline_; }

  void did_read(bool alive, std::size_t count) override;
  void did_write(bool alive) override;
  void run() override;  // on a worker

 private:
  enum class Job { handle, more };
  enum class State { idle, reading, continuing, working, writing, resting, lingering, closed };
  using Time = std::chrono::steady_clock::time_point;

  void await_request();
  void read();
  void consume();
  void consume_bytes();
  void extend_body_deadline();
  void dispatch();
  void refuse(const Refusal& refusal);
  void note_origin();
  void worked();  // after run()
  void send();
  void send_body();  // the next part of a whole answer
  void ask_for_more();
  void send_piece();  // of a streamed one
  void rest();        // nothing to send yet: holds no worker, and the sweep wakes it
  void finish_answer();
  void linger();
  void set_deadline(std::chrono::milliseconds after);

  void run_handler();
  void run_more();

  Shared& shared_;
  Loop& loop_;
  std::unique_ptr<Stream> stream_;
  std::string address_;
  State state_ = State::idle;
  Time deadline_;
  ReadBuffer buffer_;
  bool read_pending_ = false;
  bool first_request_ = true;

  // The request under way.
  Request request_;
  std::optional<RequestParser> parser_;
  bool continued_ = false;
  Time body_began_;
  std::uint64_t body_bytes_ = 0;

  // Its answer.
  Response response_;
  Delivery delivery_;
  bool head_only_ = false;
  std::string head_;
  Job job_ = Job::handle;
  bool streamed_ = false;
  std::string piece_;          // of a streamed answer
  bool more_follows_ = false;  // pieces after this one
  bool broken_ = false;        // a piece could not be made
  std::size_t sent_ = 0;       // of response_.body
  std::uint64_t lingered_ = 0;
  AccessLine line_;
  Time answered_from_;
};

}  // namespace throughline::web::http
