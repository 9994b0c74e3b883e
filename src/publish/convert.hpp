#pragma once

// Turns a page, a letter or a report into PDF or Word, by a program that is installed beside this
// one. Where it is not installed the download is missing, and pages say which and why; everything
// else works. The same page and date give the same file, to the byte, from the same programs.
//
// It refuses a page that names another file: nothing is fetched on the way, from anywhere.

#include "base/date.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::publish {

enum class Converter {
  pdf,   // WeasyPrint; tagged, as PDF/UA
  docx,  // pandoc
};

[[nodiscard]] std::string_view content_type(Converter converter);
// Why this download cannot be made here; empty when it can.
[[nodiscard]] std::string why_missing(Converter converter);
// The same for all of them: the downloads that this server cannot make.
[[nodiscard]] std::vector<std::string> missing_downloads();

// Whether markup would have a converter read something else: an image, a style sheet, a frame.
[[nodiscard]] bool names_another_file(std::string_view html);

// From a whole page of HTML. `dated` is the day that the file says it was made.
// Errors: unsupported, when the program is not installed, takes too long or fails. Throws
// std::logic_error for a page that names another file: that is a bug of the template.
[[nodiscard]] base::Result<std::string> convert(Converter converter, const std::string& html,
                                                base::Date dated);

}  // namespace throughline::publish
