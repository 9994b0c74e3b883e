#pragma once

// What a person says and what the council answers: pieces of the script put together, with the same
// nan, place and worker all through. People write in different ways, and so do these.

#include "demo/planned_case.hpp"
#include "hear/identity.hpp"

#include <string>

namespace throughline::demo {

// The words, exactly as they would have come in.
[[nodiscard]] std::string words_of(const VoicesScript& voices, const PlannedCase& planned);
// What the person reads when the case is closed.
[[nodiscard]] std::string answer_to(const VoicesScript& voices, const PlannedCase& planned);
// Why it was opened again, and what they read after that.
[[nodiscard]] std::string reason_to_reopen(const VoicesScript& voices, const PlannedCase& planned);
[[nodiscard]] std::string second_answer_to(const VoicesScript& voices, const PlannedCase& planned);
// Who they are, when they said so, and the optional answers.
[[nodiscard]] hear::Identity identity_of(const VoicesScript& voices, const PlannedCase& planned);

}  // namespace throughline::demo
