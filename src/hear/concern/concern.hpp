#pragma once

// Informal concerns: something that worries a person and is put right there and then, without a
// complaint. A concern is never a first stage of one: it is resolved with what was done, or, when
// the person wishes it, it becomes a complaint from that day. The words are a case; here is who of
// the staff logged it, so that they can come back to theirs.

#include "hear/hear.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

struct NewConcern {
  NewCase given;         // its kind is set here
  std::string resolved;  // what was done about it already; empty: nothing yet
};

struct Concern {
  Case found;                    // with its words from find_concern
  std::string logged_by;         // a user's ref; empty: it came in some other way
  std::string became_complaint;  // date; empty: it did not
};

// Logs a concern, and resolves it at once when something was done.
// Errors: invalid, with every problem: those of the case, and "resolved".
[[nodiscard]] base::Result<Received> log_concern(store::Writer& writer, const record::Work& work,
                                                 const NewConcern& given);

// Nothing for a case that is no concern and never was one.
[[nodiscard]] std::optional<Concern> find_concern(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& ref);

struct ConcernFilter {
  bool open_only = false;
  std::string logged_by;  // a user's ref; empty: anyone's
};
// Open ones first, the newest first of each.
[[nodiscard]] std::vector<Concern> list_concerns(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const ConcernFilter& filter, int offset, int most);
[[nodiscard]] std::int64_t count_concerns(store::Reader& reader, const std::string& authority_id,
                                          const ConcernFilter& filter);

// Errors: not_found; conflict, when it is resolved or a complaint; invalid, without what was done.
[[nodiscard]] base::Result<void> resolve_concern(store::Writer& writer, const record::Work& work,
                                                 const std::string& ref, const std::string& done);

// At the person's wish. A resolved concern is opened again for it.
// Errors: not_found; conflict, when it is one already; invalid, unless the person wishes it.
enum class PersonWishes { yes, not_said };
[[nodiscard]] base::Result<void> make_complaint(store::Writer& writer, const record::Work& work,
                                                const std::string& ref, PersonWishes wishes);

struct ConcernCounts {
  std::int64_t open = 0;
  std::int64_t resolved = 0;
  std::int64_t became_complaints = 0;
};
[[nodiscard]] ConcernCounts concern_counts(store::Reader& reader, const std::string& authority_id,
                                           base::Date from);

}  // namespace throughline::hear
