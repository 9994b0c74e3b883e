#pragma once

// The text of an event that is hashed, and how its details are written. Changing either breaks
// every chain that was ever written: docs/adr/0005-history-is-a-hash-chain.md has it byte for byte.

#include "record/event.hpp"

#include <cstdint>
#include <string>

namespace throughline::record {

// An event as it stands in the database.
struct StoredEvent {
  std::string authority_id;
  std::int64_t sequence = 0;
  std::string at;
  std::string actor_ref;
  std::string actor_name;
  std::string subject;
  std::string verb;
  std::string reason;
  std::string details;  // JSON
  std::string previous_hash;
};

// What stands before the first event: 64 zeros.
[[nodiscard]] std::string first_previous_hash();

// "name:length:value" and a line feed for each column; the length, in bytes, keeps one column's
// text from passing for two.
[[nodiscard]] std::string canonical_text(const StoredEvent& event);
// SHA-256 of that text, hexadecimal.
[[nodiscard]] std::string event_hash(const StoredEvent& event);

// {"status":"open to closed"}, in the order given.
[[nodiscard]] std::string details_json(const Details& details);
[[nodiscard]] Details details_from_json(const std::string& json);

}  // namespace throughline::record
