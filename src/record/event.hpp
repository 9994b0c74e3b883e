#pragma once

// The history: every change of state appends one event, in the same transaction as the change. The
// events of a council form a chain: each holds the hash of the one before, so that nothing can be
// altered or taken out unseen (`throughline verify`).
//
// An event says who, when, what and why. It never holds a person's words, contact details or
// equality answers: history is append-only and those must be erasable.

#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace throughline::record {

using Details = std::vector<std::pair<std::string, std::string>>;  // "status" -> "open to closed"

struct Event {
  std::int64_t sequence = 0;  // 1, 2, 3 ... without a gap, for each council
  std::string at;             // instant
  std::string actor_ref;
  std::string actor_name;
  std::string subject;  // the ref that changed
  std::string verb;     // past tense: "received", "closed", "scored"
  std::string reason;   // why, in a person's words; may be empty
  Details details;
  std::string previous_hash;
  std::string hash;  // SHA-256, hexadecimal
};

// An event about to be appended; who and when come from the work.
struct NewEvent {
  std::string subject;
  std::string verb;
  Details details;
  std::string reason;
};

// Writes the head that the first event will follow. create_authority() calls it.
void begin_history(store::Writer& writer, const std::string& authority_id);

// Appends one event to the council's chain. Writers of one council wait for each other here, so
// this comes late in a transaction.
void append_event(store::Writer& writer, const Work& work, const std::string& subject,
                  const std::string& verb, const Details& details = {},
                  const std::string& reason = {});

// Appends many, in this order, as one by one would have; in few round trips, for imports.
void append_events(store::Writer& writer, const Work& work, const std::vector<NewEvent>& events);

// The history of one record, oldest first.
[[nodiscard]] std::vector<Event> history(store::Reader& reader, const std::string& authority_id,
                                         const std::string& subject);

}  // namespace throughline::record
