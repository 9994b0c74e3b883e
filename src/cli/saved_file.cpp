#include "cli/saved_file.hpp"

#include "judge/elsewhere/reader.hpp"

#include <filesystem>
#include <fstream>

namespace throughline::cli {

base::Result<std::string> bytes_of_page(const std::string& path) {
  namespace elsewhere = judge::elsewhere;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return base::refuse(base::ErrorKind::invalid, "This is a folder. Name the files in it");
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::refuse(base::ErrorKind::not_found, "This file cannot be opened");
  // One byte more than is allowed is enough to know that there is too much.
  std::string bytes(elsewhere::largest_file + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() > elsewhere::largest_file) return tl::make_unexpected(elsewhere::too_large());
  return bytes;
}

}  // namespace throughline::cli
