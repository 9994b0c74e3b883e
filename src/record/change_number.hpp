#pragma once

// The number of a council's last event. Every change writes its event in the same transaction, so
// two readings of one number are readings of the same records: what was worked out at one is true
// at the other, in this process and in any other.

#include "store/database.hpp"

#include <cstdint>
#include <string>

namespace throughline::record {

[[nodiscard]] std::int64_t change_number(store::Reader& reader, const std::string& authority_id);

}  // namespace throughline::record
