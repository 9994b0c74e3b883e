#include "formats/bar_chart.hpp"

#include "formats/chart_frame.hpp"
#include "formats/svg.hpp"

#include <algorithm>
#include <array>

namespace throughline::formats {
namespace {

// Source: gss-colours
constexpr std::array<std::string_view, 4> palette = {"#12436D", "#28A197", "#801650", "#F46A25"};
constexpr double bar_height = 16;
constexpr double between_bars = 3;
constexpr double between_rows = 14;
constexpr double beside = 52;  // room for "100%"

std::string rectangle(double x, double y, double width, std::string_view fill) {
  return svg::element("rect", {{"x", svg::number(x)},
                               {"y", svg::number(y)},
                               {"width", svg::number(width)},
                               {"height", svg::number(bar_height)},
                               {"fill", std::string(fill)}});
}

std::string line(double x1, double y1, double x2, double y2) {
  return svg::element("line", {{"x1", svg::number(x1)},
                               {"y1", svg::number(y1)},
                               {"x2", svg::number(x2)},
                               {"y2", svg::number(y2)},
                               {"stroke", std::string(svg::colour::ink)},
                               {"stroke-width", "2"}});
}

// From one end of the interval to the other, with an edge of white so that it shows on its bar.
std::string whisker(double left, double right, double middle) {
  const auto back = svg::element("line", {{"x1", svg::number(left)},
                                          {"y1", svg::number(middle)},
                                          {"x2", svg::number(right)},
                                          {"y2", svg::number(middle)},
                                          {"stroke", std::string(svg::colour::white)},
                                          {"stroke-width", "5"}});
  return back + line(left, middle, right, middle) + line(left, middle - 4, left, middle + 4) +
         line(right, middle - 4, right, middle + 4);
}

std::string draw(const BarChart& chart, const ChartSize& size) {
  std::vector<KeyEntry> entries;
  if (chart.series.size() > 1) {
    for (std::size_t at = 0; at < chart.series.size(); ++at) {
      entries.push_back({rectangle(-6, -8, 12, palette[at % palette.size()]), chart.series[at]});
    }
  }
  const Key named = key(entries, 4, size.width, size.type);
  const double full = size.width - beside - 4;
  std::string out = named.markup;
  double y = named.height + 6;
  for (const auto& row : chart.rows) {
    for (const auto& words : svg::wrapped(row.label, size.type, size.width - 4, 3)) {
      y += size.type + 2;
      out += svg::text(2, y, words, {.size = size.type});
    }
    y += 5;
    for (std::size_t at = 0; at < row.bars.size(); ++at) {
      const auto& bar = row.bars[at];
      const double middle = y + bar_height / 2;
      out += rectangle(2, y, std::max(1.0, bar.share * full), palette[at % palette.size()]);
      if (bar.upper > bar.lower) out += whisker(2 + bar.lower * full, 2 + bar.upper * full, middle);
      const double after = 2 + std::max(bar.share, bar.upper) * full + 7;
      out += svg::text(std::min(after, size.width - beside + 4), middle + size.type * 0.36,
                       bar.words, {.size = size.type});
      y += bar_height + between_bars;
    }
    y += between_rows;
  }
  return svg::drawing({.id = chart.id + (size.narrow ? "-narrow" : "-wide"),
                       .css_class = size.narrow ? "chart__narrow" : "chart__wide",
                       .title = chart.title,
                       .description = chart.description,
                       .width = size.width,
                       .height = y},
                      out);
}

}  // namespace

std::string bar_chart(const BarChart& chart) {
  if (chart.rows.empty()) return {};
  return svg::element("div", {{"class", "chart"}},
                      draw(chart, wide_chart) + draw(chart, narrow_chart));
}

}  // namespace throughline::formats
