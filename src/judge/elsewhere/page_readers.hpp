#pragma once

// Readers of one page each, once page_reader has found where it begins and ends.

#include "base/result.hpp"
#include "judge/elsewhere/page.hpp"
#include "judge/elsewhere/page_lines.hpp"
#include "judge/elsewhere/page_parts.hpp"
#include "judge/framework.hpp"

#include <span>

namespace throughline::judge::elsewhere {

// Errors: invalid, when the section has no key findings.
[[nodiscard]] base::Result<SectionPage> read_section(const Framework& framework,
                                                     std::span<const Line> lines);
[[nodiscard]] SummaryPage read_summary(const Framework& framework, std::span<const Line> lines);
[[nodiscard]] AboutPage read_about(std::span<const Line> lines);

}  // namespace throughline::judge::elsewhere
