#pragma once

// A letter as a page of its own: what is printed, and turned into PDF and Word.

#include "hear/letter/letter.hpp"
#include "web/paper_for.hpp"

#include <string>

namespace throughline::web {

[[nodiscard]] std::string letter_paper(const std::string& council,
                                       const hear::letter::Letter& letter,
                                       const std::string& subject, PaperFor paper);

// "Your complaint": what a letter says it is about.
[[nodiscard]] std::string letter_subject(hear::Kind of_case);

}  // namespace throughline::web
