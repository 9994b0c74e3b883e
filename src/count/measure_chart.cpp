#include "count/measure_chart.hpp"

namespace throughline::count {
namespace {

formats::PointStyle style_of(stats::PointType type) {
  switch (type) {
    case stats::PointType::improvement:
      return formats::PointStyle::better;
    case stats::PointType::concern:
      return formats::PointStyle::worse;
    case stats::PointType::neutral:
      return formats::PointStyle::unusual;
    case stats::PointType::common_cause:
      break;
  }
  return formats::PointStyle::usual;
}

std::string latest_words(const stats::XmrPoint& latest) {
  if (!latest.signal) return "The latest value is within what is usual.";
  const std::string why = std::string(stats::in_words(latest.signal->rule));
  const std::string side = latest.signal->side == stats::Side::high ? "high" : "low";
  const std::string kind = latest.type == stats::PointType::improvement ? "an improvement"
                           : latest.type == stats::PointType::concern   ? "a concern"
                                                                        : "unusual";
  return "The latest value is " + kind + ", unusually " + side + " (" + why + ").";
}

std::string target_words(stats::Assurance assurance) {
  switch (assurance) {
    case stats::Assurance::consistently_passes:
      return " The target is met every time unless something changes.";
    case stats::Assurance::consistently_fails:
      return " The target is missed every time unless something changes.";
    case stats::Assurance::inconsistent:
      return " The target is met in some periods and missed in others, by chance.";
    case stats::Assurance::none:
      break;
  }
  return {};
}

}  // namespace

base::Result<stats::Xmr> chart_of(const Measure& measure,
                                  const std::vector<stats::Observation>& series,
                                  stats::XmrOptions options) {
  options.improvement = measure.improvement;
  options.target = measure.target;
  return stats::xmr(series, options);
}

std::string in_words(const Measure& measure, const stats::Xmr& chart) {
  const auto& segment = chart.segments.back();
  std::string words = latest_words(chart.points.back()) + target_words(chart.assurance);
  words += " The mean is " + with_unit(segment.mean, measure.unit);
  if (segment.limits)
    words += ", and values from " + with_unit(segment.limits->lower, measure.unit) + " to " +
             with_unit(segment.limits->upper, measure.unit) + " are usual";
  words += ".";
  if (chart.trial)
    words += " These are trial limits: they rest on fewer than " +
             std::to_string(stats::points_for_settled_limits) + " values.";
  return words;
}

formats::LineChart drawing_of(const Measure& measure, const stats::Xmr& chart,
                              std::vector<formats::ChartMark> marks, const std::string& id) {
  const auto date_of = [&](std::size_t index) { return chart.points[index].observation.date; };
  formats::LineChart drawing{.id = id,
                             .title = measure.name,
                             .description = std::to_string(chart.points.size()) + " values from " +
                                            base::to_long_text(date_of(0)) + " to " +
                                            base::to_long_text(date_of(chart.points.size() - 1)) +
                                            ". " + in_words(measure, chart),
                             .prefix = measure.unit == Unit::pounds ? "\u00A3" : "",
                             .suffix = measure.unit == Unit::percent ? "%" : "",
                             .target = measure.target,
                             .marks = std::move(marks)};
  for (const auto& point : chart.points)
    drawing.points.push_back(
        {point.observation.date, point.observation.value, style_of(point.type),
         point.signal ? std::string(stats::in_words(point.signal->rule)) : ""});
  for (const auto& segment : chart.segments) {
    formats::ChartSegment drawn{.from = date_of(segment.first),
                                .to = date_of(segment.first + segment.count - 1),
                                .mean = segment.mean};
    if (segment.limits) {
      drawn.lower = segment.limits->lower;
      drawn.upper = segment.limits->upper;
    }
    drawing.segments.push_back(drawn);
  }
  return drawing;
}

}  // namespace throughline::count
