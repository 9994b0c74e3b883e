#pragma once

// A zip file that someone gave us, read entry by entry from memory. Nothing that an entry claims of
// itself is believed: what comes out is counted, and stops at a bound, so that a small file cannot
// fill the memory. Nothing is ever written to a disk.

#include "base/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace throughline::formats {

class ZipFile {
 public:
  // The bytes must outlive it.
  // Errors: unsupported, when it is no zip file or is damaged.
  [[nodiscard]] static base::Result<ZipFile> open(std::string_view bytes);

  [[nodiscard]] bool has(const std::string& name) const;
  // Errors: not_found; too_large, when more than `most` bytes come out; unsupported, when the entry
  // is damaged or locked with a password.
  [[nodiscard]] base::Result<std::string> read(const std::string& name, std::size_t most) const;

 private:
  explicit ZipFile(std::shared_ptr<void> archive) : archive_(std::move(archive)) {}
  std::shared_ptr<void> archive_;
};

}  // namespace throughline::formats
