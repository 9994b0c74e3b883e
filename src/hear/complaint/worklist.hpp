#pragma once

// The open complaints as an officer works through them: what has to happen next on each, and by
// when. A council's open complaints are few enough to be read at once; what is late is worked out
// of the clock, not kept.

#include "hear/complaint/complaint.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::hear {

struct WorkItem {
  std::string case_ref;
  std::string title;
  std::string service_ref;
  std::string service_name;
  std::string officer_ref;
  std::string officer_name;
  Complaint complaint;
  Standing stands;
};

enum class Waiting { late, today, this_week, later, undated };

// Where an item falls on a day; a week is the seven days to come, so that Fridays show Monday too.
[[nodiscard]] Waiting waiting_of(const WorkItem& item, base::Date today);

// Every open complaint, what is due first at the top and what has no day at the end.
[[nodiscard]] std::vector<WorkItem> open_complaints(store::Reader& reader,
                                                    const record::Work& work);

// The lists of the worklist page. A late complaint is in `late` and in the list of what it waits
// for.
enum class Worklist { all, late, today, this_week, acknowledgement, plan, closing };

struct WorkFilter {
  Worklist list = Worklist::all;
  std::string officer_ref;  // empty: anyone's; "none": nobody's yet
  std::string service_ref;  // empty: any
};
[[nodiscard]] bool is_in(const WorkItem& item, Worklist list, base::Date today);
[[nodiscard]] bool matches(const WorkItem& item, const WorkFilter& filter, base::Date today);

// Limits on contact, of open and closed complaints, that are to be looked at again within two
// weeks, the longest overdue first.
struct LimitToReview {
  std::string case_ref;
  std::string title;
  base::Date review_on;
};
[[nodiscard]] std::vector<LimitToReview> limits_to_review(store::Reader& reader,
                                                          const record::Work& work);

}  // namespace throughline::hear
