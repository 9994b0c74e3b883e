#pragma once

// What joint reviews want from the organisation of whoever looks, for its page and the home page:
// an answer to an invitation, its part and, of a partner, the joint actions that it sees through.

#include "web/call.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct ReviewWaitingView {
  std::string href;
  std::string text;  // "Write our part: A discharge without medicines"
  std::string due;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(ReviewWaitingView, (), (href, text, due, late))

[[nodiscard]] std::vector<ReviewWaitingView> review_waiting(const Call& call,
                                                            store::Reader& reader);

}  // namespace throughline::web
