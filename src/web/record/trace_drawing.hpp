#pragma once

// The trace as a drawing: a column for each stop of the line, from voices on the left to published
// pages on the right. The page beside it says the same as a list.

#include "record/trace.hpp"

#include <string>

namespace throughline::web {

// SVG; empty for one record alone, and for more than can be taken in at a glance.
[[nodiscard]] std::string trace_drawing(const record::Trace& trace);

}  // namespace throughline::web
