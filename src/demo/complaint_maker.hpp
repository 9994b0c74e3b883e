#pragma once

// What a complaint of the demo council goes through under the Regulations, on the timeline: it is
// acknowledged, planned, noted, answered and closed with what was found and learned.

#include "demo/known.hpp"

#include <cstddef>

namespace throughline::demo {

// The council's own targets, once, on the day it is founded.
void set_demo_targets(store::Writer& writer, const record::Work& work);

// Everything but its coming in, its themes and the opening again.
void put_complaint(Timeline& timeline, Known& known, std::size_t at, const record::Actor& officer);

// Whether it was put right at once and so kept as a concern: nobody looks into it.
[[nodiscard]] bool put_right_at_once(const PlannedCase& planned);

// Closes a complaint that was opened again.
void close_complaint_again(store::Writer& writer, const record::Work& work, const Known& known,
                           std::size_t at);

}  // namespace throughline::demo
