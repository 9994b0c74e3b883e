#include "hear/coproduction/checks.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/redaction/travel.hpp"
#include "text/characters.hpp"

namespace throughline::hear::coproduction {

void check_words(store::Reader& reader, const std::string& authority_id,
                 std::vector<base::Problem>& problems, const char* field, const std::string& text,
                 std::size_t most, const std::string& missing) {
  if (text::trimmed(text).empty()) {
    if (!missing.empty()) problems.push_back({field, missing});
  } else if (!formats::is_utf8(text) || text.find('\0') != std::string::npos ||
             characters(text) > most) {
    problems.push_back({field, "This must be " + std::to_string(most) + " characters or fewer"});
  } else {
    check_travel(reader, authority_id, {}, field, text, problems);
  }
}

}  // namespace throughline::hear::coproduction
