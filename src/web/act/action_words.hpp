#pragma once

// What every page of actions says of one: its status as a tag, and where it came from.

#include "act/action.hpp"
#include "store/database.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::web {

struct Call;

[[nodiscard]] std::string status_classes(act::ActionStatus status);

// A case, theme or statement from elsewhere that an action answers.
struct SourceView {
  std::string ref;
  std::string kind;
  std::string title;
  std::string href;  // empty when the person may not open it
};
BOOST_DESCRIBE_STRUCT(SourceView, (), (ref, kind, title, href))

// In the order of `refs`; refs that this council does not have are left out.
[[nodiscard]] std::vector<SourceView> source_views(const Call& call, store::Reader& reader,
                                                   const std::vector<std::string>& refs);
// What an action was raised from, by its links.
[[nodiscard]] std::vector<std::string> sources_of(const Call& call, store::Reader& reader,
                                                  const std::string& action_ref);

}  // namespace throughline::web
