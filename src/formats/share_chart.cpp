#include "formats/share_chart.hpp"

#include "formats/axis.hpp"
#include "formats/chart_frame.hpp"
#include "formats/number.hpp"
#include "formats/svg.hpp"

#include <algorithm>

namespace throughline::formats {
namespace {

std::string line(double x1, double y1, double x2, double y2, std::string_view stroke,
                 double width) {
  return svg::element("line", {{"x1", svg::number(x1)},
                               {"y1", svg::number(y1)},
                               {"x2", svg::number(x2)},
                               {"y2", svg::number(y2)},
                               {"stroke", std::string(stroke)},
                               {"stroke-width", svg::number(width)}});
}

std::string dot(double x, double y, bool marked) {
  const auto fill = std::string(marked ? svg::colour::worse : svg::colour::better);
  if (!marked) {
    return svg::element(
        "circle", {{"cx", svg::number(x)}, {"cy", svg::number(y)}, {"r", "5"}, {"fill", fill}});
  }
  // A clear difference has a shape of its own: a square on its corner.
  const auto at = [](double a, double b) { return svg::number(a) + "," + svg::number(b) + " "; };
  return svg::element(
      "polygon",
      {{"points", at(x - 7, y) + at(x, y - 7) + at(x + 7, y) + at(x, y + 7)}, {"fill", fill}});
}

std::string against_mark(double x, double y) {
  return line(x, y - 9, x, y + 9, svg::colour::target, 3);
}

double most_of(const ShareChart& chart) {
  double most = 5;
  for (const auto& each : chart.lines) {
    if (each.share) most = std::max(most, each.upper);
    if (each.against) most = std::max(most, *each.against);
  }
  return std::min(100.0, most);
}

std::string words_of(const ShareChart& chart, const ShareLine& each) {
  std::string words = each.name + ": ";
  words += each.share ? chart.share_name + " " + to_grouped_text(*each.share, 1) + "%"
                      : chart.share_name + " not shown";
  if (each.against) {
    words += ", " + chart.against_name + " " + to_grouped_text(*each.against, 1) + "%";
  }
  return words;
}

std::string draw(const ShareChart& chart, ChartSize size) {
  // On a narrow screen a name stands above its line, else beside it.
  const double left = size.narrow ? 8 : 300;
  const double step = size.narrow ? 52 : 34;
  const Key named = key({{dot(0, 0, false), chart.share_name},
                         {dot(0, 0, true), chart.share_name + ", clearly different"},
                         {against_mark(0, 0), chart.against_name}},
                        4, size.width, size.type);
  const double top = named.height + 12;
  const double bottom = top + step * static_cast<double>(chart.lines.size());
  size.height = bottom + size.type * 2.2;
  const auto ticks = round_ticks(0, most_of(chart), size.narrow ? 4 : 6);
  const Scale across{0, ticks.back(), left, size.width - 24};
  std::string out = named.markup;
  for (const double tick : ticks) {
    out += line(across.at(tick), top, across.at(tick), bottom, svg::colour::grid, 1);
    out +=
        svg::text(across.at(tick), bottom + size.type * 1.3, to_grouped_text(tick) + "%",
                  {.size = size.type,
                   .fill = svg::colour::quiet,
                   .anchor = tick == 0 && size.narrow ? svg::Anchor::start : svg::Anchor::middle});
  }
  double y = top + step / 2;
  for (const auto& each : chart.lines) {
    std::string drawn = svg::element("title", {}, svg::escaped(words_of(chart, each)));
    const double at = size.narrow ? y + 12 : y;
    const auto lines = svg::wrapped(each.name, size.type, size.narrow ? size.width - 16 : 285,
                                    size.narrow ? 1 : 2);
    double baseline = size.narrow ? y - 10
                                  : y + size.type * 0.35 -
                                        size.type * 0.58 * static_cast<double>(lines.size() - 1);
    for (const auto& words : lines) {
      drawn += svg::text(4, baseline, words, {.size = size.type});
      baseline += size.type * 1.16;
    }
    if (each.share) {
      drawn += line(across.at(each.lower), at, across.at(std::min(each.upper, ticks.back())), at,
                    svg::colour::usual, 2);
    }
    if (each.against) drawn += against_mark(across.at(*each.against), at);
    if (each.share) {
      drawn += dot(across.at(*each.share), at, each.marked);
    } else {
      drawn += svg::text(left + 4, at + size.type * 0.35, "Not shown",
                         {.size = size.type, .fill = svg::colour::quiet, .halo = true});
    }
    out += svg::element("g", {}, drawn);
    y += step;
  }
  return svg::drawing({.id = chart.id + (size.narrow ? "-narrow" : "-wide"),
                       .css_class = size.narrow ? "chart__narrow" : "chart__wide",
                       .title = chart.title,
                       .description = chart.description,
                       .width = size.width,
                       .height = size.height},
                      out);
}

}  // namespace

std::string share_chart(const ShareChart& chart) {
  if (chart.lines.empty()) return {};
  return svg::element("div", {{"class", "chart"}},
                      draw(chart, wide_chart) + draw(chart, narrow_chart));
}

}  // namespace throughline::formats
