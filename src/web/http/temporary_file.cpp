#include "web/http/temporary_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace throughline::web::http {

TemporaryFile::TemporaryFile(const std::filesystem::path& directory) {
  const auto folder = directory.empty() ? std::filesystem::temp_directory_path() : directory;
  std::string name = (folder / "throughline-upload-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);  // readable by this user only
  if (descriptor_ < 0) {
    throw std::system_error(errno, std::generic_category(),
                            "no temporary file in " + folder.string());
  }
  path_ = name;
}

TemporaryFile::~TemporaryFile() {
  close();
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void TemporaryFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw std::system_error(errno, std::generic_category(), "writing an upload");
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
}

void TemporaryFile::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace throughline::web::http
