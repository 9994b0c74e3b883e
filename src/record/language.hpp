#pragma once

// The languages besides English that a council shows its public pages in. None until an
// administrator turns one on and says that someone who reads it has checked the pages.

#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

struct ShownLanguage {
  std::string code;     // as in HTML's lang: "ur"
  std::string checked;  // the day on which it was turned on as checked, "2026-05-03"
};

// In order of code.
[[nodiscard]] std::vector<ShownLanguage> shown_languages(store::Reader& reader,
                                                         const std::string& authority_id);
// The caller knows that there is such a language. Turning on what is on changes nothing.
// Errors: invalid, when nobody has checked the pages.
[[nodiscard]] base::Result<void> show_language(store::Writer& writer, const Work& work,
                                               const std::string& code, bool checked);
// Hiding what is not shown changes nothing.
void hide_language(store::Writer& writer, const Work& work, const std::string& code);

}  // namespace throughline::record
