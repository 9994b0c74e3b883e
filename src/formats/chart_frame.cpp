#include "formats/chart_frame.hpp"

#include "formats/number.hpp"
#include "formats/svg.hpp"

namespace throughline::formats {

std::string grid(const Plot& plot, const Scale& up, const std::vector<double>& ticks,
                 const std::string& prefix, const std::string& suffix, double type) {
  std::string out;
  const int decimals = decimals_of(ticks);
  for (const double tick : ticks) {
    const double y = up.at(tick);
    out += svg::element("line", {{"x1", svg::number(plot.left)},
                                 {"x2", svg::number(plot.right)},
                                 {"y1", svg::number(y)},
                                 {"y2", svg::number(y)},
                                 {"stroke", std::string(svg::colour::grid)}});
    const std::string number = to_grouped_text(tick, decimals);
    const std::string words =
        number.starts_with('-') ? "\u2212" + prefix + number.substr(1) : prefix + number;
    out += svg::text(plot.left - 8, y + type * 0.35, words + suffix,
                     {.size = type, .fill = svg::colour::quiet, .anchor = svg::Anchor::end});
  }
  return out;
}

std::string date_axis(const Plot& plot, const std::vector<DateTick>& ticks,
                      const std::vector<double>& at, double type) {
  std::string out;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    out += svg::element("line", {{"x1", svg::number(at[i])},
                                 {"x2", svg::number(at[i])},
                                 {"y1", svg::number(plot.bottom)},
                                 {"y2", svg::number(plot.bottom + 6)},
                                 {"stroke", std::string(svg::colour::quiet)}});
    const svg::TextStyle style{
        .size = type, .fill = svg::colour::quiet, .anchor = svg::Anchor::middle};
    out += svg::text(at[i], plot.bottom + 8 + type, ticks[i].label, style);
    if (!ticks[i].year.empty())
      out += svg::text(at[i], plot.bottom + 11 + type * 2.15, ticks[i].year,
                       {.size = type, .anchor = svg::Anchor::middle, .bold = true});
  }
  out += svg::element("line", {{"x1", svg::number(plot.left)},
                               {"x2", svg::number(plot.right)},
                               {"y1", svg::number(plot.bottom)},
                               {"y2", svg::number(plot.bottom)},
                               {"stroke", std::string(svg::colour::quiet)}});
  return out;
}

Key key(const std::vector<KeyEntry>& entries, double left, double right, double type) {
  Key made;
  const double row = type * 1.7;
  double x = left;
  double y = row * 0.5;
  for (const auto& entry : entries) {
    const double width = 22 + svg::text_width(entry.words, type) + 14;
    if (x > left && x + width > right) {
      x = left;
      y += row;
    }
    made.markup += svg::element(
        "g", {{"transform", "translate(" + svg::number(x + 8) + " " + svg::number(y) + ")"}},
        entry.mark);
    made.markup += svg::text(x + 22, y + type * 0.35, entry.words, {.size = type});
    x += width;
  }
  made.height = entries.empty() ? 0 : y + row * 0.5 + 6;
  return made;
}

}  // namespace throughline::formats
