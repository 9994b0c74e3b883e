// The second half of a session: the answer on its way out.

#include "web/http/session.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <stdexcept>
#include <utility>

namespace throughline::web::http {

using std::chrono::steady_clock;

namespace {

constexpr std::size_t piece_size = 256 * 1024;  // what one write deadline is for

}  // namespace

void Session::refuse(const Refusal& refusal) {
  answered_from_ = steady_clock::now();
  line_.method = parser_->head_only() ? "HEAD" : request_.method;
  line_.path = request_.path;
  head_only_ = parser_->head_only();
  delivery_.ending = Ending::closes;
  response_ = refusal_page(refusal, shared_.options.refusal_html);
  send();
}

void Session::worked() {
  if (state_ == State::closed) return;
  if (job_ == Job::handle) return send();
  if (broken_) return close();
  send_piece();
}

void Session::send() {
  state_ = State::writing;
  if (loop_.draining()) delivery_.ending = Ending::closes;
  streamed_ = response_.more != nullptr && !is_bodiless(response_.status);
  if (streamed_) {
    delivery_.framing = delivery_.http_1_1 ? Framing::chunked : Framing::until_close;
    if (!delivery_.http_1_1) delivery_.ending = Ending::closes;
  }
  if (is_bodiless(response_.status)) response_.body.clear();
  line_.status = response_.status;
  try {
    head_ = response_head(response_, shared_.standing, loop_.date_line().now(), delivery_);
  } catch (const std::invalid_argument& bug) {
    spdlog::error("{} {}: the answer has an impossible {}", line_.method, line_.path, bug.what());
    response_ = refusal_page({500, ""});
    delivery_.framing = Framing::length;
    return send();
  }
  set_deadline(shared_.options.write_deadline);
  if (head_only_) {
    streamed_ = false;
    response_.more = nullptr;
    response_.body.clear();
  }
  if (streamed_) {
    piece_ = std::move(response_.body);
    response_.body.clear();
    more_follows_ = true;
    return stream_->write(shared_from_this(), head_, "");
  }
  send_body();
}

void Session::send_body() {
  const auto piece = std::string_view(response_.body).substr(sent_, piece_size);
  const std::string_view head = sent_ == 0 ? std::string_view(head_) : std::string_view();
  sent_ += piece.size();
  line_.bytes += piece.size();
  set_deadline(shared_.options.write_deadline);
  stream_->write(shared_from_this(), head, piece);
}

void Session::ask_for_more() {
  state_ = State::working;
  deadline_ = Time::max();
  job_ = Job::more;
  if (!shared_.workers.submit(shared_from_this(), Queueing::always)) close();
}

void Session::rest() {
  if (loop_.draining()) return close();
  state_ = State::resting;
  set_deadline(shared_.options.rest);
}

void Session::send_piece() {
  if (piece_.empty() && more_follows_) return rest();
  state_ = State::writing;
  line_.bytes += piece_.size();
  head_.clear();
  if (delivery_.framing == Framing::chunked) {
    if (!piece_.empty()) {
      head_ = fmt::format("{:x}\r\n", piece_.size());
      piece_ += "\r\n";
    }
    if (!more_follows_) piece_ += "0\r\n\r\n";
  }
  set_deadline(shared_.options.write_deadline);
  stream_->write(shared_from_this(), head_, piece_);
}

void Session::did_write(bool alive) {
  if (state_ == State::closed) return;
  if (!alive) return close();
  if (state_ == State::continuing) {
    state_ = State::reading;
    return read();
  }
  if (streamed_) {
    if (!more_follows_) return finish_answer();
    if (job_ == Job::more) piece_.clear();  // until then it holds the answer's first words
    return ask_for_more();
  }
  if (sent_ < response_.body.size()) return send_body();
  finish_answer();
}

void Session::finish_answer() {
  if (shared_.options.access_log) {
    line_.took =
        std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - answered_from_);
    shared_.options.access_log(line_);
  }
  if (delivery_.ending == Ending::stays_open) return await_request();
  // A browser that asked for the end, and was read to the end, has nothing more to say.
  if (parser_->is_done() && buffer_.empty() && !parser_->stays_open()) return close();
  linger();
}

// Closing with bytes unread would make the system throw the answer away at the other end.
void Session::linger() {
  constexpr std::chrono::milliseconds briefly(500);
  state_ = State::lingering;
  stream_->finish_writing();
  set_deadline(loop_.draining() ? std::min(briefly, shared_.options.linger_deadline)
                                : shared_.options.linger_deadline);
  buffer_.clear();
  parser_.reset();  // and with it what it holds of a body
  request_ = Request{};
  response_ = Response{};
  read();
}

}  // namespace throughline::web::http
