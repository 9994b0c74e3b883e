#pragma once

// Markdown that staff write, as markup that a page can show: GitHub's dialect (tables, addresses on
// the web as links) in GOV.UK's classes. Every word is escaped; raw HTML, images and links that are
// neither to the web, mail, a telephone nor this site are left out, so that a page can do nothing
// but be read. Headings begin at h2 and never skip a level, below the h1 of the page itself.
//
// Errors: too_large, above most_markdown_bytes; invalid, when it is not UTF-8.

#include "base/result.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::formats {

inline constexpr std::size_t most_markdown_bytes = 200'000;

struct MarkdownHeading {
  int level = 2;     // 2 to 6
  std::string id;    // "section-what-it-costs", unique in the text
  std::string text;  // not escaped
};

struct MarkdownPage {
  std::string html;
  std::vector<MarkdownHeading> headings;
  std::string plain;  // the words alone, a line for each heading, paragraph, item or cell
  std::vector<std::string> references;  // each once, in the order of the text
};

// Where a reference ("ACTION-12", capitals, a dash and digits; also in [[ ]]) leads; empty:
// nowhere, and it stays words.
using LinkOf = std::function<std::string(std::string_view reference)>;

[[nodiscard]] base::Result<MarkdownPage> read_markdown(std::string_view markdown,
                                                       const LinkOf& link_of = {});

// The address when a link may lead there; empty otherwise.
[[nodiscard]] std::string safe_address(std::string_view address);

}  // namespace throughline::formats
