#pragma once

// The history of a record as its page shows it, newest first.

#include "record/event.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct HistoryView {
  std::string what;  // "Closed"
  std::string who;
  std::string when;
  std::string reason;
  std::vector<std::string> details;  // "Status: Received to Closed"
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (what, who, when, reason, details))

[[nodiscard]] std::vector<HistoryView> history_views(const std::vector<record::Event>& events);

}  // namespace throughline::web
