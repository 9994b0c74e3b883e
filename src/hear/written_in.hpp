#pragma once

// The language of the page on which someone told us something. What they wrote is kept as they
// wrote it; whoever answers is told that a translator may be needed. A case without one was written
// on an English page, or did not come by the public form.

#include "record/work.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::hear {

// In the transaction that made the case. Noting it twice keeps the first.
void note_language(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                   const std::string& code);
// The code of the language, "ur"; empty: English, as far as is known.
[[nodiscard]] std::string written_in(store::Reader& reader, const std::string& authority_id,
                                     const std::string& case_ref);

}  // namespace throughline::hear
