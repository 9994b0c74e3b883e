#pragma once

// Whether a text that goes further than its cases (a claim of evidence, a finding, what is
// published) may go: it holds nothing that shows who someone is, and quotes only words that were
// checked.
//
// It knows the cases that the text is about, and looks for quotations of those alone. What a person
// writes in their own words from memory it cannot know.

#include "base/result.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::hear {

// As many words in a row, the same as in a case, are a quotation.
inline constexpr std::size_t quoted_words = 6;
// Cases beyond this many are not compared: each comparison reads all their words.
inline constexpr std::size_t most_cases_compared = 200;

// Whether a quotation of words that nobody redacted stands in the way.
enum class Quoting { refused, allowed };

// What stands in the way, each in a sentence that says what to do; empty: the text may go.
[[nodiscard]] std::vector<std::string> problems_with_travel(
    store::Reader& reader, const std::string& authority_id,
    const std::vector<std::string>& case_refs, const std::string& travelling,
    Quoting quoting = Quoting::refused);

// The same, as problems of a form's field.
void check_travel(store::Reader& reader, const std::string& authority_id,
                  const std::vector<std::string>& case_refs, const std::string& field,
                  const std::string& travelling, std::vector<base::Problem>& problems);

}  // namespace throughline::hear
