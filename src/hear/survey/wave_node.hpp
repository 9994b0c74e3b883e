#pragma once

// Inside `hear` only: how a wave stands on the line.

#include "hear/survey/wave.hpp"

namespace throughline::hear::survey {

// "Carers' survey, Autumn 2026", dated by its last day.
void put_wave_node(store::Writer& writer, const std::string& authority_id, const Wave& wave,
                   const std::string& title);

}  // namespace throughline::hear::survey
