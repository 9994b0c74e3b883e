#pragma once

// A letter as a page of its own: what is printed, and turned into PDF and Word.

#include "hear/letter/letter.hpp"

#include <string>

namespace throughline::web {

// Word puts the title of a file above its words, so that a letter for Word leaves out its own.
enum class PaperFor { print, word };

[[nodiscard]] std::string letter_paper(const std::string& council,
                                       const hear::letter::Letter& letter,
                                       const std::string& subject, PaperFor paper);

// "Your complaint": what a letter says it is about.
[[nodiscard]] std::string letter_subject(hear::Kind of_case);

}  // namespace throughline::web
