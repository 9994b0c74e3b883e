#pragma once

// The proof that nothing was altered or taken out: the chain of a council's events is followed from
// its first event to its head, every hash is worked out anew, and both ends of every link are
// looked for. It mends nothing, and it cannot tell when the whole chain was replaced: for that,
// keep the head's hash somewhere else (published reports carry it).

#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace throughline::record {

struct Verification {
  std::string authority_id;
  std::int64_t events = 0;  // followed until the first fault
  std::int64_t links = 0;
  std::int64_t nodes = 0;
  std::string head;                  // the hash of the last event
  std::optional<std::string> fault;  // the first, in words; nothing when all is sound
};

[[nodiscard]] Verification verify(store::Reader& reader, const std::string& authority_id);

// Shape: {"authority","sound","events","links","nodes","head","fault"}; fault is null when sound.
[[nodiscard]] std::string verification_json(const Verification& verification);

}  // namespace throughline::record
