#include "web/http/request_parser.hpp"

#include "web/http/cookie.hpp"
#include "web/http/url.hpp"
#include "web/http/words.hpp"

#include <algorithm>
#include <boost/beast/http/error.hpp>
#include <utility>

namespace throughline::web::http {

namespace beast = boost::beast;
using beast::http::error;

namespace {

constexpr std::size_t max_header_fields = 100;

bool is_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~:[]").find(c) != std::string_view::npos;
  });
}

bool has_folded_line(std::string_view consumed) {
  return consumed.find("\r\n ") != std::string_view::npos ||
         consumed.find("\r\n\t") != std::string_view::npos;
}

}  // namespace

RequestParser::RequestParser(const ServerOptions& options, Request& request, BodyBudget& budget)
    : options_(options), request_(request), budget_(budget) {
  header_limit(static_cast<std::uint32_t>(options.max_header_bytes));
  body_limit(boost::none);  // it depends on the content type, which comes later
  eager(false);
}

RequestParser::~RequestParser() {
  budget_.give_back(body_bytes_);
}

RequestParser::Progress RequestParser::progress() const {
  if (refusal_) return Progress::refused;
  if (is_done()) return Progress::whole;
  return head_read_ ? Progress::body : Progress::head;
}

bool RequestParser::stays_open() const {
  return head_read_ && !refusal_ && keep_alive();
}

std::size_t RequestParser::take(std::string_view bytes) {
  // Beast takes for granted that a last chunk it has seen the start of comes back whole; it is five
  // bytes at the least.
  if (head_read_ && codings_ > 0 && bytes.size() < 5 && bytes.starts_with('0')) return 0;
  const bool in_head = !head_read_;
  error_code ec;
  const std::size_t used = put({bytes.data(), bytes.size()}, ec);
  if (ec && ec != error::need_more) {
    refuse_broken(ec);
    return used;
  }
  const std::string_view consumed = bytes.substr(0, used);
  if (in_head) {
    head_bytes_ += used;
    const std::size_t waiting = head_read_ ? 0 : bytes.size() - used;
    if (head_bytes_ + waiting > options_.max_header_bytes) refuse_broken(error::header_limit);
  }
  // Beast joins folded lines, which other servers on the way may read as something else. A field is
  // always consumed in one piece, so a fold is never split between two calls.
  if (in_head && !refusal_ && has_folded_line(consumed)) {
    refusal_ = Refusal{400, "The request has a folded heading line."};
  }
  return used;
}

void RequestParser::refuse(Refusal refusal, error_code& ec) {
  refusal_ = std::move(refusal);
  ec = error::bad_field;
}

void RequestParser::refuse_broken(error_code ec) {
  if (refusal_) return;
  if (ec == error::header_limit) {
    refusal_ = Refusal{target_read_ ? 431 : 414, ""};
  } else if (ec == error::bad_version) {
    refusal_ = Refusal{400, "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
  } else {
    refusal_ = Refusal{400, ""};
  }
}

void RequestParser::on_request_impl(verb method, string_view name, string_view target, int version,
                                    error_code& ec) {
  version_ = version;
  target_read_ = true;
  request_.method = std::string(name);
  if (method == verb::unknown) return refuse({501, ""}, ec);
  if (method != verb::get && method != verb::head && method != verb::post) {
    return refuse({405, ""}, ec);
  }
  head_only_ = method == verb::head;
  if (head_only_) request_.method = "GET";
  if (target.size() > options_.max_target_bytes) return refuse({414, ""}, ec);
  take_target({target.data(), target.size()}, ec);
}

bool RequestParser::take_target(std::string_view target, error_code& ec) {
  // A proxy may send the whole address; the Host header still names the site.
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (same_word(target.substr(0, scheme.size()), scheme)) {
      const std::size_t slash = target.find('/', scheme.size());
      target = slash == std::string_view::npos ? "/" : target.substr(slash);
    }
  }
  const std::size_t mark = std::min(target.find('?'), target.size());
  auto path = decode_path(target.substr(0, mark));
  if (!path) {
    refuse(refusal_for(path.error()), ec);
    return false;
  }
  request_.path = std::move(*path);
  request_.raw_query = target.substr(std::min(mark + 1, target.size()));
  auto query = decode_form(request_.raw_query, options_.max_form_fields);
  if (!query) {
    refuse(refusal_for(query.error()), ec);
    return false;
  }
  request_.query = std::move(*query);
  return true;
}

void RequestParser::on_field_impl(field kind, string_view name, string_view value, error_code& ec) {
  if (head_read_) return;  // a trailer: nothing here wants one
  if (++fields_ > max_header_fields) return refuse({431, ""}, ec);
  const std::string_view text(value.data(), value.size());
  if (kind == field::host) {
    ++hosts_;
    if (!is_host(text)) return refuse({400, "The request names no site."}, ec);
  } else if (kind == field::content_length) {
    ++lengths_;
    if (text.find(',') != std::string_view::npos) ++lengths_;
  } else if (kind == field::transfer_encoding) {
    ++codings_;
    known_coding_ = known_coding_ && same_word(trimmed(text), "chunked");
  }
  auto [at, is_new] = request_.headers.try_emplace(lower_case({name.data(), name.size()}), text);
  if (!is_new) at->second.append(kind == field::cookie ? "; " : ", ").append(text);
}

void RequestParser::on_header_impl(error_code& ec) {
  head_read_ = true;
  if (hosts_ > 1 || (hosts_ == 0 && version_ >= 11)) {
    return refuse({400, "The request does not say which site it is for."}, ec);
  }
  if (lengths_ > 1 || (lengths_ > 0 && codings_ > 0) || codings_ > 1 ||
      (codings_ > 0 && version_ < 11)) {
    return refuse({400, "The request gives its length in more than one way."}, ec);
  }
  if (!known_coding_) return refuse({501, "The request is encoded in a way not taken here."}, ec);
  const std::string expect = request_.header("expect");
  if (!expect.empty()) {
    if (!same_word(expect, "100-continue")) return refuse({417, ""}, ec);
    wants_continue_ = version_ >= 11;
  }
  request_.content_type = request_.header("content-type");
  request_.cookies = cookies_from_header(request_.header("cookie"));
  if (lengths_ == 0 && codings_ == 0) return;
  auto plan = plan_body(request_, options_);
  if (!plan) return refuse(refusal_for(plan.error()), ec);
  plan_ = std::move(*plan);
  if (options_.max_body) plan_.max_bytes = std::min(plan_.max_bytes, options_.max_body(request_));
  const auto length = content_length();
  if (length && *length > plan_.max_bytes) return refuse({413, ""}, ec);
}

std::size_t RequestParser::on_body_impl(string_view piece, error_code& ec) {
  if (body_bytes_ + piece.size() > plan_.max_bytes) {
    refuse({413, ""}, ec);
    return piece.size();
  }
  if (!budget_.take(piece.size())) {
    refuse({503, ""}, ec);
    return piece.size();
  }
  body_bytes_ += piece.size();
  const auto taken = plan_.body->take({piece.data(), piece.size()});
  if (!taken) refuse(refusal_for(taken.error()), ec);
  return piece.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, string_view piece, error_code& ec) {
  return on_body_impl(piece, ec);
}

void RequestParser::on_finish_impl(error_code& ec) {
  if (!plan_.body) return;
  const auto finished = plan_.body->finish(request_);
  if (!finished) refuse(refusal_for(finished.error()), ec);
}

}  // namespace throughline::web::http
