#pragma once

// The first lines of an answer, written by hand: status, the site's standing headers, the page's
// own, the length.

#include "web/http/message.hpp"
#include "web/http/server.hpp"

#include <ctime>
#include <string>
#include <string_view>

namespace throughline::web::http {

// The Date header's line, made anew once a second. One for each thread.
class DateLine {
 public:
  [[nodiscard]] const std::string& now();

 private:
  std::time_t at_ = 0;
  std::string line_;
};

// Headers that every answer carries unless it sets them itself.
class StandingHeaders {
 public:
  explicit StandingHeaders(Headers headers);
  void append_to(std::string& head, const Headers& own) const;

 private:
  Headers headers_;
  std::string all_;  // as they stand on the wire
};

enum class Ending { stays_open, closes };
enum class Framing { length, chunked, until_close };

struct Delivery {
  Ending ending = Ending::stays_open;
  Framing framing = Framing::length;
  bool http_1_1 = true;
};

// Throws std::invalid_argument when the answer holds a header that could break out of its line.
[[nodiscard]] std::string response_head(const Response& response, const StandingHeaders& standing,
                                        const std::string& date_line, Delivery delivery);

// Whether answers of this status have no body at all.
[[nodiscard]] bool is_bodiless(int status);

}  // namespace throughline::web::http
