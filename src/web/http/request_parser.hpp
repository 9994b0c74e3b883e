#pragma once

// One request, read from bytes as they come: Beast's parser, plus what it lets through and we do
// not. Not unknown transfer codings, folded headers, a missing or double Host, several lengths,
// methods that no page answers, nor more of anything than the options allow.

#include "web/http/body.hpp"
#include "web/http/body_budget.hpp"
#include "web/http/refusal.hpp"
#include "web/http/server.hpp"

#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::web::http {

class RequestParser final : public boost::beast::http::basic_parser<true> {
 public:
  enum class Progress { head, body, whole, refused };

  // All must outlive the parser; the request arrives empty and is filled in.
  RequestParser(const ServerOptions& options, Request& request, BodyBudget& budget);
  ~RequestParser() override;

  // Reads from the front and says how much it used. Nothing used means that more is needed.
  std::size_t take(std::string_view bytes);

  [[nodiscard]] Progress progress() const;
  [[nodiscard]] const Refusal& refusal() const { return *refusal_; }
  [[nodiscard]] bool head_only() const { return head_only_; }
  [[nodiscard]] bool wants_continue() const { return wants_continue_; }
  [[nodiscard]] bool stays_open() const;
  [[nodiscard]] bool http_1_1() const { return version_ >= 11; }

 private:
  using error_code = boost::beast::error_code;
  using field = boost::beast::http::field;
  using verb = boost::beast::http::verb;
  using string_view = boost::beast::string_view;

  void on_request_impl(verb method, string_view name, string_view target, int version,
                       error_code& ec) override;
  void on_response_impl(int, string_view, int, error_code&) override {}
  void on_field_impl(field, string_view name, string_view value, error_code& ec) override;
  void on_header_impl(error_code& ec) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(string_view piece, error_code& ec) override;
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, string_view piece, error_code& ec) override;
  void on_finish_impl(error_code& ec) override;

  void refuse(Refusal refusal, error_code& ec);
  bool take_target(std::string_view target, error_code& ec);
  void refuse_broken(error_code ec);

  const ServerOptions& options_;
  Request& request_;
  BodyBudget& budget_;
  std::optional<Refusal> refusal_;
  BodyPlan plan_;
  std::uint64_t head_bytes_ = 0;
  std::uint64_t body_bytes_ = 0;
  std::size_t fields_ = 0;
  int version_ = 11;
  int hosts_ = 0;
  int lengths_ = 0;
  int codings_ = 0;
  bool known_coding_ = true;
  bool head_only_ = false;
  bool wants_continue_ = false;
  bool target_read_ = false;
  bool head_read_ = false;
};

}  // namespace throughline::web::http
