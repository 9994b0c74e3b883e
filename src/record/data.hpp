#pragma once

// The files of data/, built into the program.

#include "base/embedded.hpp"

namespace throughline::record {

[[nodiscard]] base::EmbeddedFiles embedded_data();

}  // namespace throughline::record
