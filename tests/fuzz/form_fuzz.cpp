// Addresses, forms, cookies and header parameters: read or refused, and what was read is in order.

#include "web/http/cookie.hpp"
#include "web/http/multipart.hpp"
#include "web/http/url.hpp"
#include "web/http/words.hpp"

#include <cstdlib>
#include <string_view>

using namespace throughline::web::http;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto path = decode_path(bytes)) {
    if (!path->starts_with('/') || path->find("//") != std::string::npos || !is_utf8(*path) ||
        (*path + "/").find("/../") != std::string::npos) {
      std::abort();
    }
  }
  if (const auto form = decode_form(bytes, 100)) {
    const auto again = decode_form(encode_form(*form), 100);
    if (!again) std::abort();
    for (const auto& [name, value] : form->entries()) {
      if (!is_utf8(name) || !is_utf8(value) || value.find('\0') != std::string::npos) std::abort();
    }
  }
  for (const auto& [name, value] : cookies_from_header(bytes)) {
    if (!is_token(name)) std::abort();
  }
  (void)read_parameters(bytes);
  (void)multipart_boundary(bytes);
  const std::string name = base_name(bytes);
  if (name.empty() || name.find_first_of("/\\") != std::string::npos) std::abort();
  return 0;
}
