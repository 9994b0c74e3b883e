#pragma once

// The proof that nothing was altered or taken out: the chain of a council's events is followed from
// its first event to its head, every hash is worked out anew, and both ends of every link are
// looked for. It mends nothing. That the whole chain was rewritten shows only against a head that
// was kept somewhere else.

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

// The head as it was once: the hash of an event, noted where those who run the database cannot
// change it.
struct KeptHead {
  std::int64_t sequence = 0;
  std::string hash;
};

[[nodiscard]] Verification verify(store::Reader& reader, const std::string& authority_id,
                                  const std::optional<KeptHead>& kept = std::nullopt);

// The first link that leads to no node, in words.
[[nodiscard]] std::optional<std::string> loose_link(store::Reader& reader,
                                                    const std::string& authority_id);

// Shape: {"authority","sound","events","links","nodes","head","fault"}; fault is null when sound.
[[nodiscard]] std::string verification_json(const Verification& verification);

}  // namespace throughline::record
