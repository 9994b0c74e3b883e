#pragma once

// What becomes of a request's body, chosen by its content type: a form, a form with files, or bytes
// as they are. Fed piece by piece as it arrives; bounded.

#include "base/result.hpp"
#include "web/http/message.hpp"
#include "web/http/server.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace throughline::web::http {

class Body {
 public:
  virtual ~Body() = default;
  // Errors: invalid, too_large; after one, nothing more may be given.
  [[nodiscard]] virtual base::Result<void> take(std::string_view piece) = 0;
  // Puts what came into the request.
  [[nodiscard]] virtual base::Result<void> finish(Request& request) = 0;
};

struct BodyPlan {
  std::unique_ptr<Body> body;
  std::uint64_t max_bytes = 0;
};

// Errors: invalid for a multipart form whose boundary cannot be used.
[[nodiscard]] base::Result<BodyPlan> plan_body(const Request& head, const ServerOptions& options);

}  // namespace throughline::web::http
