#pragma once

// The file that came with a form, read into memory as far as it may be kept.

#include "web/http/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline::web {

struct UploadedFile {
  std::string name;  // as the browser gave it; empty when no file was chosen
  std::string bytes;
};

// Reads one byte more than `most_bytes` at most: enough to be refused by its size.
[[nodiscard]] UploadedFile uploaded_file(const http::Request& request, std::string_view field,
                                         std::size_t most_bytes);

}  // namespace throughline::web
