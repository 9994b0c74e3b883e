#pragma once

// Results of surveys in words and figures, as their pages show them.

#include "hear/survey/results.hpp"
#include "templates/value.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct ResultRowView {
  std::string label;
  std::int64_t count = 0;
  std::string share;     // "45%"
  std::string interval;  // "38% to 52%"
  bool together = false;
};
BOOST_DESCRIBE_STRUCT(ResultRowView, (), (label, count, share, interval, together))

struct ResultView {
  int number = 0;
  int position = 0;
  std::string label;
  std::string kind;
  std::int64_t base = 0;
  std::string base_words;  // "214 answers. 6 left it out."
  bool withheld = false;
  bool with_care = false;
  bool text = false;
  std::vector<ResultRowView> rows;
  std::string numbers;  // "On average 7.2; half said 8 or less."
  templates::Value chart;
  bool can_feed = false;  // a share or count of it can be a value of a measure
};
BOOST_DESCRIBE_STRUCT(ResultView, (),
                      (number, position, label, kind, base, base_words, withheld, with_care, text,
                       rows, numbers, chart, can_feed))

[[nodiscard]] ResultView result_view(const hear::survey::QuestionTally& tally);

// "45%"; "less than 1%" stays 0%: the count says it.
[[nodiscard]] std::string percent(double share);
[[nodiscard]] std::string counted(std::int64_t count, const char* one, const char* many);

}  // namespace throughline::web
