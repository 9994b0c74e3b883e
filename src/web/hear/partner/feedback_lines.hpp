#pragma once

// What partners told, as lines of a page of results: for an organisation its own, for the council
// everyone's.

#include "hear/partner/feedback.hpp"
#include "web/call.hpp"
#include "web/result_list.hpp"

#include <string>
#include <vector>

namespace throughline::web {

struct FeedbackLines {
  std::string count;  // "3 things told"
  std::vector<ListedResultView> told;
  std::string previous;  // addresses; empty: none
  std::string next;
};

enum class NamePartner { yes, no };
// One page of them; `address` is that of the first.
[[nodiscard]] FeedbackLines feedback_lines(store::Reader& reader, const Call& call,
                                           const hear::FeedbackFilter& filter,
                                           const std::string& address, NamePartner name_partner);

}  // namespace throughline::web
