#include "formats/chart_frame.hpp"
#include "formats/number.hpp"
#include "formats/svg.hpp"
#include "formats/svg_chart.hpp"

#include <algorithm>
#include <array>

namespace throughline::formats {
namespace {

// Source: gss-colours
constexpr std::array<std::string_view, 4> palette = {"#12436D", "#28A197", "#801650", "#F46A25"};

std::string_view fill_of(std::size_t series) {
  return palette[series % palette.size()];
}

std::size_t months_of(const ColumnChart& chart) {
  return chart.series.empty() ? 0 : chart.series.front().counts.size();
}

double count_of(const ColumnSeries& series, std::size_t month) {
  return month < series.counts.size() ? std::max(0.0, series.counts[month]) : 0;
}

double total_of(const ColumnChart& chart, std::size_t month) {
  double total = 0;
  for (const auto& series : chart.series) total += count_of(series, month);
  return total;
}

std::string rectangle(double x, double y, double width, double height, std::string_view fill) {
  return svg::element("rect", {{"x", svg::number(x)},
                               {"y", svg::number(y)},
                               {"width", svg::number(width)},
                               {"height", svg::number(height)},
                               {"fill", std::string(fill)}});
}

std::string draw(const ColumnChart& chart, const ChartSize& size) {
  const std::size_t months = months_of(chart);
  std::vector<KeyEntry> entries;
  if (chart.series.size() > 1)
    for (std::size_t i = 0; i < chart.series.size(); ++i)
      entries.push_back({rectangle(-6, -6, 12, 12, fill_of(i)), chart.series[i].name});
  const Key named = key(entries, 4, size.width, size.type);
  const Plot plot{size.left, size.width - 12, named.height + size.type + 8,
                  size.height - date_axis_height(size.type)};

  double most = 1;
  for (std::size_t month = 0; month < months; ++month)
    most = std::max(most, total_of(chart, month));
  auto ticks = round_ticks(0, most, size.narrow ? 4 : 5);
  // Counts are whole: half a complaint is no tick.
  std::erase_if(ticks,
                [](double tick) { return tick != static_cast<double>(static_cast<long>(tick)); });
  const Scale up{0, ticks.back(), plot.bottom, plot.top};

  const double step =
      (plot.right - plot.left) / static_cast<double>(std::max<std::size_t>(1, months));
  const double width = std::min(step * 0.72, 56.0);
  const auto middle = [&](std::size_t month) {
    return plot.left + step * (static_cast<double>(month) + 0.5);
  };
  // All or none: a chart with some of its numbers reads as if the others were missing.
  const bool totals_fit = svg::text_width(to_grouped_text(most, 0), size.type) < step * 1.05;
  std::string out = named.markup + grid(plot, up, ticks, "", "", size.type);
  for (std::size_t month = 0; month < months; ++month) {
    double below = 0;
    std::string column;
    std::string words =
        base::to_month_text(base::add_months(chart.first_month, static_cast<int>(month))) + ":";
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      const double count = count_of(chart.series[i], month);
      words += (i > 0 ? ", " : " ") + to_grouped_text(count) +
               (chart.series.size() > 1 ? " " + chart.series[i].name : "");
      if (count <= 0) continue;
      // A white line between the parts keeps them apart whatever their colours.
      const double gap = below > 0 ? 1.5 : 0;
      const double top = up.at(below + count);
      column += rectangle(middle(month) - width / 2, top, width,
                          std::max(0.5, up.at(below) - top - gap), fill_of(i));
      below += count;
    }
    out += svg::element("g", {}, svg::element("title", {}, svg::escaped(words)) + column);
    const std::string total = to_grouped_text(below, 0);
    if (below > 0 && totals_fit)
      out += svg::text(middle(month), up.at(below) - 5, total,
                       {.size = size.type, .anchor = svg::Anchor::middle});
  }

  std::vector<DateTick> shown;
  std::vector<double> places;
  if (months > 0) {
    const int fitting = static_cast<int>((plot.right - plot.left) / (2.7 * size.type));
    const std::size_t every = (months + static_cast<std::size_t>(fitting) - 1) /
                              static_cast<std::size_t>(std::max(1, fitting));
    int year = 0;
    for (std::size_t month = 0; month < months; month += every) {
      const auto date = base::add_months(chart.first_month, static_cast<int>(month));
      const bool new_year = static_cast<int>(date.year()) != year;
      year = static_cast<int>(date.year());
      shown.push_back(
          {date, base::to_month_text(date).substr(0, 3), new_year ? std::to_string(year) : ""});
      places.push_back(middle(month));
    }
  }
  out += date_axis(plot, shown, places, size.type);
  return svg::drawing({.id = chart.id + (size.narrow ? "-narrow" : "-wide"),
                       .css_class = size.narrow ? "chart__narrow" : "chart__wide",
                       .title = chart.title,
                       .description = chart.description,
                       .width = size.width,
                       .height = size.height},
                      out);
}

}  // namespace

std::string column_chart(const ColumnChart& chart) {
  if (months_of(chart) == 0) return {};
  ChartSize wide = wide_chart;
  wide.height = 340;
  ChartSize narrow = narrow_chart;
  narrow.height = 280;
  return svg::element("div", {{"class", "chart"}}, draw(chart, wide) + draw(chart, narrow));
}

}  // namespace throughline::formats
