#pragma once

// A measure's values as an XmR chart that can be drawn, with its words for those who cannot see it.

#include "count/measure.hpp"
#include "formats/svg_chart.hpp"
#include "stats/xmr.hpp"

#include <string>
#include <vector>

namespace throughline::count {

// The chart's statistics with the measure's own direction and target; `options` gives the rest
// (baseline, rebase, screening).
// Errors: as stats::xmr.
[[nodiscard]] base::Result<stats::Xmr> chart_of(const Measure& measure,
                                                const std::vector<stats::Observation>& series,
                                                stats::XmrOptions options = {});

// What formats::line_chart draws. `marks` are moments to show: the day an action began.
[[nodiscard]] formats::LineChart drawing_of(const Measure& measure, const stats::Xmr& chart,
                                            std::vector<formats::ChartMark> marks,
                                            const std::string& id = "chart");

// Variation and assurance in one or two sentences: "The latest value is an improvement ...".
[[nodiscard]] std::string in_words(const Measure& measure, const stats::Xmr& chart);

}  // namespace throughline::count
