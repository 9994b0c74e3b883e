#pragma once

// A file of nobody else's, removed when this object goes. Uploads wait in one until a page has
// looked at them.

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace throughline::web::http {

class TemporaryFile {
 public:
  // In `directory`, or the system's temporary directory when that is empty. Throws when the disk
  // will not have it, as does append().
  explicit TemporaryFile(const std::filesystem::path& directory);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void append(std::string_view bytes);
  void close();  // nothing more will be added
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace throughline::web::http
