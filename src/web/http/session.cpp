#include "web/http/session.hpp"

#include "web/http/words.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>
#include <utility>

namespace throughline::web::http {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t small_buffer = 8 * 1024;
constexpr std::size_t body_buffer = 64 * 1024;

std::string last_of(const std::string& list) {
  const std::size_t comma = list.rfind(',');
  return std::string(trimmed(comma == std::string::npos ? list : list.substr(comma + 1)));
}

// This machine or its private network, where a proxy of the council's own may stand.
bool is_local(const std::string& text) {
  boost::system::error_code bad;
  const auto address = boost::asio::ip::make_address(text, bad);
  if (bad) return false;
  if (address.is_loopback()) return true;
  if (address.is_v6()) return (address.to_v6().to_bytes()[0] & 0xFE) == 0xFC;
  const auto bytes = address.to_v4().to_bytes();
  return bytes[0] == 10 || (bytes[0] == 172 && (bytes[1] & 0xF0) == 16) ||
         (bytes[0] == 192 && bytes[1] == 168);
}

}  // namespace

Session::Session(Shared& shared, Loop& loop, std::unique_ptr<Stream> stream, std::string address)
    : shared_(shared), loop_(loop), stream_(std::move(stream)), address_(std::move(address)) {
  set_deadline(shared_.options.header_deadline);
}

void Session::set_deadline(milliseconds after) {
  deadline_ = steady_clock::now() + after;
}

void Session::start() {
  await_request();
}

void Session::turn_away() {
  await_request();
  if (state_ != State::closed) refuse({503, ""});
}

void Session::drain() {
  if (state_ == State::idle || state_ == State::resting) close();
}

void Session::run_out_of_time() {
  if (state_ == State::reading) {
    refuse({408, ""});
  } else if (state_ == State::resting) {
    ask_for_more();
  } else {
    close();
  }
}

void Session::close() {
  if (state_ == State::closed) return;
  state_ = State::closed;
  const auto self = shared_from_this();
  stream_->close();
  loop_.left(self);
}

void Session::await_request() {
  request_ = Request{};
  parser_.emplace(shared_.options, request_, shared_.bodies);
  response_ = Response{};
  line_ = AccessLine{};
  delivery_ = Delivery{};
  head_only_ = continued_ = streamed_ = more_follows_ = broken_ = false;
  job_ = Job::handle;
  body_bytes_ = sent_ = 0;
  if (buffer_.empty()) {
    if (loop_.draining()) return close();
    state_ = State::idle;
    buffer_.shrink_to(small_buffer);
    set_deadline(first_request_ ? shared_.options.header_deadline : shared_.options.idle_deadline);
    return read();
  }
  state_ = State::reading;
  set_deadline(shared_.options.header_deadline);
  consume();
}

void Session::read() {
  if (read_pending_) return;
  read_pending_ = true;
  const bool in_body =
      state_ == State::lingering || parser_->progress() != RequestParser::Progress::head;
  stream_->read(shared_from_this(), buffer_.room(in_body ? body_buffer : small_buffer));
}

void Session::did_read(bool alive, std::size_t count) {
  read_pending_ = false;
  if (state_ == State::closed) return;
  if (state_ == State::writing) return;  // a refusal is on its way; the rest comes after it
  if (!alive) return close();            // half a request, and nobody left to answer
  if (state_ == State::lingering) {
    lingered_ += count;
    return lingered_ > shared_.options.linger_bytes ? close() : read();
  }
  buffer_.filled(count);
  if (state_ == State::idle) {
    state_ = State::reading;
    first_request_ = false;
    set_deadline(shared_.options.header_deadline);
  }
  if (parser_->progress() == RequestParser::Progress::body) {
    body_bytes_ += count;
    extend_body_deadline();
  }
  consume();
}

void Session::extend_body_deadline() {
  const auto earned =
      body_bytes_ * 1000 / std::max<std::uint64_t>(shared_.options.slowest_upload, 1);
  deadline_ = body_began_ + shared_.options.body_deadline + milliseconds(earned);
}

void Session::consume() {
  try {
    consume_bytes();
  } catch (const std::exception& broken) {
    spdlog::error("reading a request for {}: {}", request_.path, broken.what());
    refuse({503, ""});
  }
}

void Session::consume_bytes() {
  using Progress = RequestParser::Progress;
  while (!buffer_.empty()) {
    if (!parser_->got_some() && buffer_.unread().starts_with("\r\n")) {
      buffer_.take(2);  // an empty line before a request is to be passed over
      continue;
    }
    if (!parser_->got_some() && buffer_.unread() == "\r") break;
    const bool in_head = parser_->progress() == Progress::head;
    const std::size_t used = parser_->take(buffer_.unread());
    buffer_.take(used);
    if (parser_->progress() == Progress::refused) return refuse(parser_->refusal());
    if (parser_->progress() == Progress::whole) return dispatch();
    if (in_head && parser_->progress() == Progress::body) {
      body_began_ = steady_clock::now();
      extend_body_deadline();
    }
    if (used == 0) break;
  }
  // Only a chunk's heading can be this long and still not be read.
  if (buffer_.size() > shared_.options.max_header_bytes + body_buffer) return refuse({400, ""});
  if (parser_->wants_continue() && !continued_ && buffer_.empty()) {
    continued_ = true;
    state_ = State::continuing;
    return stream_->write(shared_from_this(), "HTTP/1.1 100 Continue\r\n\r\n", "");
  }
  read();
}

void Session::note_origin() {
  request_.remote_address = address_;
  if (!shared_.options.trust_forwarded || !is_local(address_)) return;
  // The last entry is the proxy's own; those before it are whatever the browser claimed.
  const std::string from = last_of(request_.header("x-forwarded-for"));
  boost::system::error_code not_an_address;
  const auto address = boost::asio::ip::make_address(from, not_an_address);
  if (!not_an_address) request_.remote_address = address.to_string();
  request_.secure = same_word(last_of(request_.header("x-forwarded-proto")), "https");
}

void Session::dispatch() {
  state_ = State::working;
  deadline_ = Time::max();  // a handler's time is its own
  answered_from_ = steady_clock::now();
  note_origin();
  line_.method = parser_->head_only() ? "HEAD" : request_.method;
  line_.path = request_.path;
  head_only_ = parser_->head_only();
  delivery_.http_1_1 = parser_->http_1_1();
  if (!parser_->stays_open()) delivery_.ending = Ending::closes;
  if (shared_.workers.submit(shared_from_this(), Queueing::bounded)) return;
  response_ = refusal_page({503, ""}, shared_.options.refusal_html);
  send();
}

void Session::run() {
  if (job_ == Job::handle) {
    run_handler();
  } else {
    run_more();
  }
  boost::asio::post(loop_.context(), [self = shared_from_this()] { self->worked(); });
}

void Session::run_handler() {
  try {
    response_ = shared_.handler(request_);
  } catch (const std::exception& broken) {
    spdlog::error("{} {}: {}", line_.method, line_.path, broken.what());
    response_ = refusal_page({500, ""}, shared_.options.refusal_html);
  } catch (...) {
    spdlog::error("{} {}: something unknown was thrown", line_.method, line_.path);
    response_ = refusal_page({500, ""}, shared_.options.refusal_html);
  }
  request_ = Request{};  // uploads are removed here, not on the I/O thread
}

void Session::run_more() {
  constexpr std::size_t worth_sending = 32 * 1024;
  try {
    for (bool added = true; added && more_follows_ && piece_.size() < worth_sending;) {
      const std::size_t before = piece_.size();
      more_follows_ = response_.more(piece_);
      added = piece_.size() > before;
    }
    if (!more_follows_)
      response_.more = nullptr;  // what it holds is let go here, not on the I/O thread
  } catch (const std::exception& broken) {
    spdlog::error("{} {}: in the middle of the answer: {}", line_.method, line_.path,
                  broken.what());
    broken_ = true;
  }
}

}  // namespace throughline::web::http
