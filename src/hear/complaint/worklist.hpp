#pragma once

// The open complaints as an officer works through them: what has to happen next on each, and by
// when. Read a page at a time and counted by the database, from rows that are kept with every
// change (waiting.hpp); what is late depends on the day and is worked out of them when it is asked.

#include "hear/complaint/complaint.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

// The lists of the worklist page. A late complaint is in `late` and in the list of what it waits
// for.
enum class Worklist { all, late, today, this_week, acknowledgement, plan, closing };
inline constexpr std::size_t worklist_count = 7;

struct WorkFilter {
  Worklist list = Worklist::all;
  std::string officer_ref;  // empty: anyone's; "none": nobody's yet
  std::string service_ref;  // empty: any
};

// A place in the order of the worklist, which stays where it is when the complaint there moves on.
struct WorkPlace {
  base::Date due;  // year 9999 for what has no day
  base::Date begun;
  std::int64_t number = 0;

  friend bool operator==(const WorkPlace&, const WorkPlace&) = default;
};
[[nodiscard]] WorkPlace place_of(const WorkItem& item);
[[nodiscard]] std::string to_text(const WorkPlace& place);  // "2026-03-05.2026-03-02.17"
[[nodiscard]] std::optional<WorkPlace> work_place_from_text(std::string_view text);

struct WorkPage {
  std::vector<WorkItem> items;
  bool has_earlier = false;
  bool has_later = false;
};
inline constexpr std::size_t complaints_on_page = 50;

enum class Beside { after, before };

// Open complaints, what is due first at the top and what has no day at the end.
[[nodiscard]] WorkPage list_complaints(store::Reader& reader, const record::Work& work,
                                       const WorkFilter& filter,
                                       const std::optional<WorkPlace>& place = {},
                                       Beside beside = Beside::after,
                                       std::size_t page_size = complaints_on_page);

// How many open complaints stand in each list, by Worklist; the filter's own list does not matter.
using WorkCounts = std::array<std::int64_t, worklist_count>;
[[nodiscard]] WorkCounts count_complaints(store::Reader& reader, const record::Work& work,
                                          const WorkFilter& filter);

// Those who have open complaints: ref and name, in order of name.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> officers_at_work(
    store::Reader& reader, const record::Work& work);

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
