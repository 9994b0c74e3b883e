#pragma once

// The council's paper forms: which there are, and the number of each question on them. Staff who
// type a form in see the same numbers beside the fields. When a question changes its place or its
// words, the version goes up: it is printed on every sheet.

#include "base/date.hpp"
#include "hear/easy_read/easy_read.hpp"
#include "hear/kinds.hpp"
#include "hear/way_in.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::hear {

enum class PaperForm { standard, large_print, easy_read };

inline constexpr std::array all_paper_forms = {PaperForm::standard, PaperForm::large_print,
                                               PaperForm::easy_read};
inline constexpr int paper_form_version = 1;
// The day of this version: what a file says of when it was made.
inline constexpr base::Date paper_form_dated{std::chrono::year{2026}, std::chrono::November,
                                             std::chrono::day{1}};

[[nodiscard]] std::string_view to_text(PaperForm form);  // "large-print"
[[nodiscard]] std::string_view label(PaperForm form);    // "Large print, 18 point"
[[nodiscard]] std::optional<PaperForm> paper_form_from_text(std::string_view text);
// "S1", "L1", "E1": the form and its version, as printed at the foot of each page.
[[nodiscard]] std::string paper_code(PaperForm form);
// The way by which a case comes that was written on it.
[[nodiscard]] WayIn way_of_form(PaperForm form);

// What a form is wanted for; it is ticked already when it is printed.
inline constexpr std::array paper_kinds = {Kind::complaint, Kind::compliment, Kind::suggestion};
[[nodiscard]] EasyTopic easy_topic_of(Kind kind);

// The number of the question that a field answers: "kind", "service", "words", "relationship",
// "contact", "details", or the field of an equality question.
// Shape: 0 where the form does not ask it. Forms that are not in pictures ask the same questions.
[[nodiscard]] int number_on_paper(WayIn way, std::string_view field);

}  // namespace throughline::hear
