#pragma once

// Inside `count` only: a typed form as a measure that has no ref yet.

#include "count/measure.hpp"
#include "record/line.hpp"

namespace throughline::count {

// Errors: invalid, with every problem of the form.
[[nodiscard]] base::Result<Measure> read_form(const MeasureForm& form);

// Brings the measure's node up to date: dated by its latest value, or by the day it was made.
void put_measure_node(store::Writer& writer, const record::Work& work, const Measure& measure);

}  // namespace throughline::count
