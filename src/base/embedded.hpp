#pragma once

// Files that are built into the program, so that one binary is all there is to install. CMake's
// throughline_embed() writes the functions that give them.

#include <span>
#include <string_view>

namespace throughline::base {

struct EmbeddedFile {
  std::string_view path;  // below the embedded folder, with '/' between: "evidence/voices.yaml"
  std::string_view content;
};

// In order of path.
using EmbeddedFiles = std::span<const EmbeddedFile>;

// The content of one file; throws std::out_of_range when it is not there (a bug).
[[nodiscard]] std::string_view embedded_file(EmbeddedFiles files, std::string_view path);

}  // namespace throughline::base
