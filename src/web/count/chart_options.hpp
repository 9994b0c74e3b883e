#pragma once

// How someone asked a measure's chart to be drawn, in the address of its page: ?rebase=1 April
// 2025, 1/9/2025&baseline=12&screening=on. Nothing of it is stored.

#include "base/result.hpp"
#include "stats/xmr.hpp"
#include "web/http/message.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct ChartOptionsView {
  std::string rebase;
  std::string baseline;
  bool screening = false;
  bool asked = false;  // anything but the usual chart
};
BOOST_DESCRIBE_STRUCT(ChartOptionsView, (), (rebase, baseline, screening, asked))

struct ChartOptions {
  stats::XmrOptions options;
  ChartOptionsView view;
  std::vector<base::Problem> problems;  // fields "rebase" and "baseline"
};

[[nodiscard]] ChartOptions chart_options(const http::Form& query);

}  // namespace throughline::web
