#pragma once

// What is known of a case for the fields of a letter about it; for the sources of this folder.

#include "hear/case.hpp"
#include "hear/letter/fields.hpp"
#include "hear/letter/letter.hpp"

namespace throughline::hear::letter {

// The name and address that stand at the top of a letter; empty when neither is known.
[[nodiscard]] std::string envelope(const Contact& contact);

[[nodiscard]] Values values_for(store::Reader& reader, const record::Work& work, const Case& found,
                                const Contact& contact, const Letter& letter);

}  // namespace throughline::hear::letter
