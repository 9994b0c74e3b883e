#include "web/http/body.hpp"

#include "web/http/multipart.hpp"
#include "web/http/url.hpp"
#include "web/http/words.hpp"

#include <utility>

namespace throughline::web::http {

namespace {

class BytesBody final : public Body {
 public:
  base::Result<void> take(std::string_view piece) override {
    bytes_ += piece;
    return {};
  }
  base::Result<void> finish(Request& request) override {
    request.body = std::move(bytes_);
    return {};
  }

 private:
  std::string bytes_;
};

class FormBody final : public Body {
 public:
  explicit FormBody(std::size_t max_fields) : max_fields_(max_fields) {}
  base::Result<void> take(std::string_view piece) override {
    text_ += piece;
    return {};
  }
  base::Result<void> finish(Request& request) override {
    auto form = decode_form(text_, max_fields_);
    if (!form) return tl::make_unexpected(form.error());
    request.form = std::move(*form);
    return {};
  }

 private:
  std::size_t max_fields_;
  std::string text_;
};

class MultipartBody final : public Body {
 public:
  explicit MultipartBody(MultipartParser parser) : parser_(std::move(parser)) {}
  base::Result<void> take(std::string_view piece) override { return parser_.take(piece); }
  base::Result<void> finish(Request& request) override {
    return parser_.finish(request.form, request.uploads);
  }

 private:
  MultipartParser parser_;
};

}  // namespace

base::Result<BodyPlan> plan_body(const Request& head, const ServerOptions& options) {
  const std::string_view type = head.content_type;
  const std::string_view kind = trimmed(type.substr(0, std::min(type.find(';'), type.size())));
  if (same_word(kind, "application/x-www-form-urlencoded")) {
    return BodyPlan{std::make_unique<FormBody>(options.max_form_fields), options.max_form_bytes};
  }
  if (same_word(kind, "multipart/form-data")) {
    const auto boundary = multipart_boundary(type);
    if (!boundary) {
      return base::refuse(base::ErrorKind::invalid,
                          "The form does not say how its parts are kept apart.");
    }
    const MultipartLimits limits{options.max_form_bytes, options.max_form_fields,
                                 options.max_files};
    return BodyPlan{std::make_unique<MultipartBody>(
                        MultipartParser(*boundary, limits, options.upload_directory)),
                    options.max_upload_bytes};
  }
  return BodyPlan{std::make_unique<BytesBody>(), options.max_form_bytes};
}

}  // namespace throughline::web::http
