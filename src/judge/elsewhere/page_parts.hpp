#pragma once

// The body of a page as parts: a sub-heading and its paragraphs. In plain text nothing marks a
// sub-heading; it is known by its shape.

#include "judge/elsewhere/page.hpp"
#include "judge/elsewhere/page_lines.hpp"

#include <span>
#include <string>
#include <vector>

namespace throughline::judge::elsewhere {

// Lines of the website and fixed headings are left out.
[[nodiscard]] std::vector<PagePart> parts_of(std::span<const Line> body);

// Why the body looks cut off; empty when it ends as prose does.
[[nodiscard]] std::string cut_off(const std::vector<PagePart>& parts);

// Is the paragraph only the words before a list ("These included:")?
[[nodiscard]] bool is_lead_in(const std::string& paragraph);

}  // namespace throughline::judge::elsewhere
