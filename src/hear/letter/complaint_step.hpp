#pragma once

// What a letter that was sent means for its complaint: an acknowledgement stops the first clock, a
// letter that we need longer changes the plan (or explains a delay past the period), a response
// answers. The complaint's own verbs decide; this passes on what the letter says, and their
// refusals in the words of the form.
// Source: si-2009-309, regulations 13 and 14

#include "hear/complaint/words.hpp"
#include "hear/letter/letter.hpp"

namespace throughline::hear::letter {

// What an officer has to say beside how and when a letter was sent.
enum class Step { none, acknowledge, change_plan, explain_delay, respond };

// None when the complaint has taken this step already, is closed, or is no complaint.
[[nodiscard]] Step step_of(store::Reader& reader, const std::string& authority_id,
                           const Letter& letter, base::Date today);

// Errors: invalid, under the fields of the form: by, on, complexity, agreed, summary, says.
[[nodiscard]] base::Result<void> take_step(store::Writer& writer, const record::Work& work,
                                           const Letter& letter, const Sending& sending);

}  // namespace throughline::hear::letter
