#include "web/uploaded_file.hpp"

#include <algorithm>
#include <fstream>

namespace throughline::web {

UploadedFile uploaded_file(const http::Request& request, std::string_view field,
                           std::size_t most_bytes) {
  UploadedFile file;
  for (const auto& upload : request.uploads) {
    if (upload.field != field || upload.file_name.empty()) continue;
    file.name = upload.file_name;
    std::ifstream in(upload.path, std::ios::binary);
    file.bytes.resize(std::min<std::size_t>(upload.size, most_bytes + 1));
    in.read(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
    file.bytes.resize(static_cast<std::size_t>(in.gcount()));
  }
  return file;
}

}  // namespace throughline::web
