#pragma once

// The answers that no page gives: a request that cannot be read, is too big or too slow, or finds
// the service full. Small, in plain English, with nothing about the software.

#include "base/result.hpp"
#include "web/http/message.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace throughline::web::http {

struct Refusal {
  int status = 400;
  std::string why;  // one sentence, or empty for what the status says by itself
};

[[nodiscard]] Refusal refusal_for(const base::Error& error);
// A whole page for a refusal, from its title and up to two sentences. Called on I/O threads.
using RefusalHtml = std::function<std::string(std::string_view title, std::string_view why,
                                              std::string_view advice)>;

// `dress` gives the page its looks; without one, or when it throws, the page is plain.
[[nodiscard]] Response refusal_page(const Refusal& refusal, const RefusalHtml& dress = {});
[[nodiscard]] std::string_view reason_phrase(int status);

}  // namespace throughline::web::http
