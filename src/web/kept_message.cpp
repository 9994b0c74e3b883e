#include "web/kept_message.hpp"

#include "record/signature.hpp"
#include "web/http/url.hpp"

namespace throughline::web {

std::string keep_message(std::string_view signing_key, std::string_view message) {
  return record::sign(signing_key, "message:" + std::string(message)) + "." +
         http::percent_encode(message);
}

std::string kept_message(std::string_view signing_key, std::string_view value) {
  const auto dot = value.find('.');
  if (dot == std::string_view::npos) return "";
  const auto message = http::percent_decode(value.substr(dot + 1), http::Plus::itself);
  if (!message) return "";
  const auto expected = record::sign(signing_key, "message:" + *message);
  return record::same_secret(value.substr(0, dot), expected) ? *message : "";
}

}  // namespace throughline::web
