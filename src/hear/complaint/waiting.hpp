#pragma once

// What the worklist is read from (worklist.hpp): one row for each open complaint, with what it
// waits for and by when. It is derived; the verbs of complaints and cases keep it, and nobody else
// writes it. For the sources of this room, for `throughline rebuild` and for the start of the
// program.

#include "hear/case.hpp"
#include "hear/complaint/complaint.hpp"
#include "record/work.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace throughline::hear {

// Stands for a day that cannot be given, so that it comes last in order.
inline constexpr std::string_view no_day = "9999-12-31";

// What an open complaint waits for whatever the day is, but for one thing: once `delay_after` is
// over, it waits for the delay to be explained, and has waited since then.
struct WaitsFor {
  NextStep step{};
  std::optional<base::Date> due;
  std::optional<base::Date> delay_after;
};
[[nodiscard]] WaitsFor waits_for(const Complaint& complaint);

// Puts a case on the worklist as it stands now, or takes it off when it is no open complaint.
void put_waiting(store::Writer& writer, const std::string& authority_id,
                 const std::string& case_ref);

struct WaitingComplaint {
  Case of_case;
  Complaint complaint;
};
// Those that came just now, all open complaints.
void add_waiting(store::Writer& writer, const std::string& authority_id,
                 std::span<const WaitingComplaint> arrived);

// Writes the whole worklist of a council anew, for `throughline rebuild`.
void rebuild_waiting(store::Writer& writer, const std::string& authority_id);

// Works out what could not be when it was written: what a migration put there, and days that lay
// past the end of the list of bank holidays. Called once at the start, for every council.
// Gives how many were worked out.
std::int64_t work_out_waiting(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::hear
