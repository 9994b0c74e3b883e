#pragma once

// How a letter stands in its table; for the sources of this folder only.

#include "hear/letter/letter.hpp"

namespace throughline::hear::letter {

// Writes a changed letter and its node. The version in the condition orders two officers who both
// read it before either wrote it.
// Errors: conflict, when it changed at the same moment.
[[nodiscard]] base::Result<Letter> keep(store::Writer& writer, const record::Work& work,
                                        Letter changed);
void add(store::Writer& writer, const record::Work& work, const Letter& letter);

}  // namespace throughline::hear::letter
