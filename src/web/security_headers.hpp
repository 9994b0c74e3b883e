#pragma once

// The headers that every answer carries: what browsers may load, remember and reveal.

#include "web/http/message.hpp"

namespace throughline::web {

enum class Audience { anyone, one_person };

// A page may set its own Cache-Control when it is the same for everyone; what is for one person is
// never kept, whatever the page says.
void add_security_headers(http::Response& response, const http::Request& request,
                          Audience audience);

}  // namespace throughline::web
