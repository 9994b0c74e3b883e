#pragma once

// Inside `hear` only: a link is used in the same transaction that keeps the answers.

#include "store/database.hpp"

#include <string>

namespace throughline::hear::survey {

// Whether the link was there and not used before.
[[nodiscard]] bool use_invitation(store::Writer& writer, const std::string& authority_id,
                                  const std::string& wave_ref, const std::string& token);

}  // namespace throughline::hear::survey
