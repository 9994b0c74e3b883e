#include "formats/zip_file.hpp"

#include <array>
#include <zip.h>

namespace throughline::formats {
namespace {

constexpr std::size_t piece = 65536;

tl::unexpected<base::Error> damaged() {
  return base::refuse(base::ErrorKind::unsupported,
                      "The file could not be read: it is damaged or locked with a password");
}

zip_t* archive_of(const std::shared_ptr<void>& archive) {
  return static_cast<zip_t*>(archive.get());
}

}  // namespace

base::Result<ZipFile> ZipFile::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (!archive) {
    if (source) zip_source_free(source);
    return damaged();
  }
  return ZipFile(std::shared_ptr<void>(
      archive, [](void* opened) { zip_discard(static_cast<zip_t*>(opened)); }));
}

bool ZipFile::has(const std::string& name) const {
  return zip_name_locate(archive_of(archive_), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

base::Result<std::string> ZipFile::read(const std::string& name, std::size_t most) const {
  const auto index = zip_name_locate(archive_of(archive_), name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) {
    return base::refuse(base::ErrorKind::not_found, "The file has no part called " + name);
  }
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(archive_of(archive_), static_cast<zip_uint64_t>(index), 0), zip_fclose);
  if (!file) return damaged();
  std::string out;
  std::array<char, piece> buffer;
  for (;;) {
    const auto got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) return damaged();
    if (got == 0) return out;
    if (out.size() + static_cast<std::size_t>(got) > most) {
      return base::refuse(base::ErrorKind::too_large,
                          "The file holds more than can be read. Save the columns that you need "
                          "in a file of their own");
    }
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace throughline::formats
