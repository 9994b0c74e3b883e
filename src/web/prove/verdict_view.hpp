#pragma once

// What the page of an action shows of PROVE: whether its measure moved, drawn and in words, and
// what to do when that cannot be told yet.

#include "act/action.hpp"
#include "store/database.hpp"
#include "templates/value.hpp"

#include <boost/describe/class.hpp>
#include <string>

namespace throughline::web {

struct Call;

struct VerdictView {
  std::string measure_ref;
  std::string measure;
  std::string heading;  // "Improved"; empty when nothing can be tested yet
  std::string classes;
  std::string reason;
  std::string before;  // "74% over 14 values"
  std::string after;
  std::string expected;  // about when it will be possible to tell
  templates::Value chart;
  std::string advice;       // what to do next
  std::string advice_href;  // and where; may be empty
  std::string advice_link;
  bool may_record = false;
};
BOOST_DESCRIBE_STRUCT(VerdictView, (),
                      (measure_ref, measure, heading, classes, reason, before, after, expected,
                       chart, advice, advice_href, advice_link, may_record))

[[nodiscard]] VerdictView verdict_view(const Call& call, store::Reader& reader,
                                       const act::Action& action);

// "verdict--improved" and so on, for a word of stats::to_text.
[[nodiscard]] std::string verdict_classes(std::string_view outcome);
[[nodiscard]] std::string verdict_heading(std::string_view words);  // "got worse": "Got worse"

}  // namespace throughline::web
