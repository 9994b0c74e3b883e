#pragma once

// The answers that no page gives: a request that cannot be read, is too big or too slow, or finds
// the service full. Small, in plain English, with nothing about the software.

#include "base/result.hpp"
#include "web/http/message.hpp"

#include <string>
#include <string_view>

namespace throughline::web::http {

struct Refusal {
  int status = 400;
  std::string why;  // one sentence, or empty for what the status says by itself
};

[[nodiscard]] Refusal refusal_for(const base::Error& error);
[[nodiscard]] Response refusal_page(const Refusal& refusal);
[[nodiscard]] std::string_view reason_phrase(int status);

}  // namespace throughline::web::http
