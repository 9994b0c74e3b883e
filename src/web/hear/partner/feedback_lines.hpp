#pragma once

// What partners told, as lines of a page of results: for an organisation its own, for the council
// everyone's.

#include "hear/partner/feedback.hpp"
#include "web/call.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct FeedbackLineView {
  std::string ref;
  std::string title;
  std::string facts;
  std::string tag;
  std::string tag_class;
};
BOOST_DESCRIBE_STRUCT(FeedbackLineView, (), (ref, title, facts, tag, tag_class))

struct FeedbackLines {
  std::string count;  // "3 things told"
  std::vector<FeedbackLineView> told;
  std::string previous;  // addresses; empty: none
  std::string next;
};

enum class NamePartner { yes, no };
// One page of them; `address` is that of the first.
[[nodiscard]] FeedbackLines feedback_lines(store::Reader& reader, const Call& call,
                                           const hear::FeedbackFilter& filter,
                                           const std::string& address, NamePartner name_partner);

}  // namespace throughline::web
