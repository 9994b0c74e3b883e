#pragma once

// Names and addresses in words; for the sources of this room only.

#include "text/personal.hpp"
#include "text/tokens.hpp"

namespace throughline::text {

void find_known_names(const std::vector<Token>& tokens, const std::vector<std::string>& known_names,
                      std::vector<PersonalSpan>& found);
void find_names(const std::vector<Token>& tokens, std::vector<PersonalSpan>& found);
void find_addresses(const std::vector<Token>& tokens, std::vector<PersonalSpan>& found);

// One of the usual first names of people in England, in lower case; no name that is a common word.
[[nodiscard]] bool is_given_name(std::string_view folded_word);
// A name that is also a common word ("may", "hope", "young"), in lower case.
[[nodiscard]] bool is_common_word(std::string_view folded_word);

}  // namespace throughline::text
