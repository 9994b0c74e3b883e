// Any bytes, in pieces of any size, as one request: it is answered, refused or waits for more.

#include "web/http/request_parser.hpp"

#include <cstdlib>
#include <string_view>

using namespace throughline::web::http;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t step = data[0] + 1U;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  ServerOptions options;
  options.max_files = 2;
  Request request;
  BodyBudget budget(1'000'000);
  RequestParser parser(options, request, budget);
  std::size_t read = 0;
  std::size_t seen = 0;
  while (seen < bytes.size()) {
    seen = std::min(seen + step, bytes.size());
    for (;;) {
      if (read == seen) break;
      const std::size_t used = parser.take(bytes.substr(read, seen - read));
      read += used;
      if (read > seen) std::abort();
      const auto progress = parser.progress();
      if (progress == RequestParser::Progress::refused) {
        if (refusal_page(parser.refusal()).status < 400) std::abort();
        return 0;
      }
      if (progress == RequestParser::Progress::whole) return 0;
      if (used == 0) break;
    }
  }
  return 0;
}
