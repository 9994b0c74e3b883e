#pragma once

// What the pages of measures and actions say of a measure in a word or two.

#include "count/measure.hpp"
#include "stats/xmr.hpp"

#include <boost/describe/class.hpp>
#include <string>

namespace throughline::web {

struct TagView {
  std::string text;
  std::string classes;
};
BOOST_DESCRIBE_STRUCT(TagView, (), (text, classes))

[[nodiscard]] std::string direction_words(stats::Improvement improvement);  // "More is better"
[[nodiscard]] TagView variation_tag(stats::Variation variation);
// "Target met every time"; empty when there is nothing to say.
[[nodiscard]] std::string target_words(stats::Assurance assurance);

}  // namespace throughline::web
