#pragma once

// Turns a published page into PDF or Word, by a program that is installed beside this one. Where it
// is not installed the download is missing, and pages say which and why; everything else works.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace throughline::publish {

enum class Converter {
  pdf,   // WeasyPrint
  docx,  // pandoc
};

[[nodiscard]] std::string_view content_type(Converter converter);
// Why this download cannot be made here; empty when it can.
[[nodiscard]] std::string why_missing(Converter converter);
// From a whole page of HTML, which may name no other file.
// Errors: unsupported, when the program is not installed, takes too long or fails.
[[nodiscard]] base::Result<std::string> convert(Converter converter, const std::string& html);

}  // namespace throughline::publish
