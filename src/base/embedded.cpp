#include "base/embedded.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace throughline::base {

std::string_view embedded_file(EmbeddedFiles files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
  if (found == files.end()) throw std::out_of_range("no embedded file " + std::string(path));
  return found->content;
}

}  // namespace throughline::base
