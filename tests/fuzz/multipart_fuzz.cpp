// Whatever a form with files holds, cutting it up must not change how it is read.

#include "web/http/multipart.hpp"

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

using namespace throughline::web::http;

namespace {

// The fields, and the names and sizes of files; nothing when it is refused.
std::optional<std::string> read(std::string_view bytes, std::size_t step) {
  MultipartParser parser("X", {64, 4, 2}, "/dev/shm");
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    if (!parser.take(bytes.substr(at, step))) return std::nullopt;
  }
  Form form;
  std::vector<Upload> uploads;
  if (!parser.finish(form, uploads)) return std::nullopt;
  std::string all;
  for (const auto& [name, value] : form.entries()) all += name + '=' + value + '\n';
  for (const auto& upload : uploads) {
    all += upload.field + '|' + upload.file_name + '|' + std::to_string(upload.size) + '\n';
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (read(bytes, bytes.size() + 1) != read(bytes, data[0] % 7 + 1U)) std::abort();
  return 0;
}
