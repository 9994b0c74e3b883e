#include "formats/chart_frame.hpp"
#include "formats/number.hpp"
#include "formats/svg.hpp"
#include "formats/svg_chart.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

namespace throughline::formats {
namespace {

namespace colour = svg::colour;

constexpr std::array styles = {PointStyle::usual, PointStyle::better, PointStyle::worse,
                               PointStyle::unusual};

std::string style_name(PointStyle style) {
  switch (style) {
    case PointStyle::better:
      return "Improvement";
    case PointStyle::worse:
      return "Concern";
    case PointStyle::unusual:
      return "Unusual";
    case PointStyle::usual:
      break;
  }
  return "As usual";
}

// Round, diamond, square and triangle: each is told from the others without its colour.
std::string point_mark(PointStyle style, double size) {
  const std::string edge(colour::white);
  const auto path = [&](std::string_view fill, const std::string& shape) {
    return svg::element(
        "path",
        {{"d", shape}, {"fill", std::string(fill)}, {"stroke", edge}, {"stroke-width", "1.5"}});
  };
  const std::string s = svg::number(size);
  const std::string d = svg::number(size * 1.3);
  switch (style) {
    case PointStyle::better:
      return path(colour::better, "M0-" + d + "L" + d + " 0L0 " + d + "L-" + d + " 0Z");
    case PointStyle::worse:
      return path(colour::worse, "M-" + s + "-" + s + "H" + s + "V" + s + "H-" + s + "Z");
    case PointStyle::unusual:
      return path(colour::unusual, "M0-" + d + "L" + d + " " + s + "H-" + d + "Z");
    case PointStyle::usual:
      break;
  }
  return svg::element("circle", {{"r", svg::number(size * 0.85)},
                                 {"fill", std::string(colour::usual)},
                                 {"stroke", edge},
                                 {"stroke-width", "1.5"}});
}

std::string level(double x1, double x2, double y, std::string_view stroke, double width,
                  const std::string& dashes) {
  return svg::element("line", {{"x1", svg::number(x1)},
                               {"x2", svg::number(x2)},
                               {"y1", svg::number(y)},
                               {"y2", svg::number(y)},
                               {"stroke", std::string(stroke)},
                               {"stroke-width", svg::number(width)},
                               {"stroke-dasharray", dashes}});
}

struct Name {
  double y;
  std::string words;
  std::string_view fill;
};

class LineDrawing {
 public:
  LineDrawing(const LineChart& chart, const ChartSize& size) : chart_(chart), size_(size) {}

  [[nodiscard]] std::string markup() {
    measure();
    std::string content = key_.markup;
    content += bands();
    content += grid(plot_, up_, ticks_, chart_.prefix, chart_.suffix, size_.type);
    content += axis();
    content += segment_lines();
    content += target_line();
    content += mark_lines();
    content += series();
    content += names();
    return svg::drawing({.id = chart_.id + (size_.narrow ? "-narrow" : "-wide"),
                         .css_class = size_.narrow ? "chart__narrow" : "chart__wide",
                         .title = chart_.title,
                         .description = chart_.description,
                         .width = size_.width,
                         .height = size_.height},
                        content);
  }

 private:
  void measure() {
    std::vector<KeyEntry> entries;
    for (const auto style : styles)
      if (std::ranges::count(chart_.points, style, &ChartPoint::style) > 0)
        entries.push_back({point_mark(style, 6), style_name(style)});
    key_ = key(entries, 4, size_.width, size_.type);
    place_marks();
    const double marks = static_cast<double>(mark_rows_) * size_.type * 1.35;
    plot_ = {size_.left, size_.width - size_.right, key_.height + marks + 10,
             size_.height - date_axis_height(size_.type)};

    std::vector<double> values;
    for (const auto& point : chart_.points) values.push_back(point.value);
    for (const auto& segment : chart_.segments) {
      values.push_back(segment.mean);
      if (segment.lower) values.push_back(*segment.lower);
      if (segment.upper) values.push_back(*segment.upper);
    }
    if (chart_.target) values.push_back(*chart_.target);
    const auto [low, high] = std::ranges::minmax(values);
    ticks_ = round_ticks(low, high, size_.narrow ? 4 : 5);
    up_ = {ticks_.front(), ticks_.back(), plot_.bottom, plot_.top};
  }

  void place_marks() {
    first_ = chart_.points.front().date;
    last_ = chart_.points.back().date;
    for (const auto& mark : chart_.marks) {
      first_ = std::min(first_, mark.date);
      last_ = std::max(last_, mark.date);
    }
    const double days = std::max(1, base::days_between(first_, last_));
    along_ = {0, days, size_.left + 12, size_.width - size_.right - 12};
    // From right to left, each label takes the lowest row in which it stands clear of the others,
    // so that no mark's line runs through the label of one before it.
    std::vector<std::size_t> order(chart_.marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, std::greater{}, [&](std::size_t i) {
      return base::days_between(first_, chart_.marks[i].date);
    });
    std::vector<std::vector<std::pair<double, double>>> rows;
    placed_.resize(chart_.marks.size());
    for (const std::size_t i : order) {
      const auto& mark = chart_.marks[i];
      const double x = at(mark.date);
      const double width = svg::text_width(mark.label, size_.type) + 10;
      const bool leftward = x + width > size_.width - 4;
      const std::pair span = leftward ? std::pair{x - width, x} : std::pair{x, x + width};
      const auto clear = [&](const auto& taken) {
        return std::ranges::all_of(taken, [&](const auto& other) {
          return span.second < other.first || span.first > other.second;
        });
      };
      std::size_t row = 0;
      while (row < rows.size() && !clear(rows[row])) ++row;
      if (row == rows.size()) rows.emplace_back();
      rows[row].push_back(span);
      placed_[i] = {x, row, leftward};
    }
    mark_rows_ = rows.size();
  }

  [[nodiscard]] double at(base::Date date) const {
    return along_.at(base::days_between(first_, date));
  }

  // A segment reaches half-way to its neighbours' points, so that a single point shows its lines
  // too.
  [[nodiscard]] std::pair<double, double> reach(const ChartSegment& segment) const {
    const auto after = std::ranges::upper_bound(chart_.points, segment.to, {}, &ChartPoint::date);
    const auto from = std::ranges::lower_bound(chart_.points, segment.from, {}, &ChartPoint::date);
    double left = plot_.left;
    double right = plot_.right;
    if (from != chart_.points.begin() && from != chart_.points.end())
      left = (at(std::prev(from)->date) + at(segment.from)) / 2 + 2;
    if (after != chart_.points.end()) right = (at(segment.to) + at(after->date)) / 2 - 2;
    return {left, right};
  }

  [[nodiscard]] std::string bands() const {
    std::string out;
    for (const auto& segment : chart_.segments) {
      if (!segment.lower || !segment.upper) continue;
      const auto [left, right] = reach(segment);
      out += svg::element("rect",
                          {{"x", svg::number(left)},
                           {"y", svg::number(up_.at(*segment.upper))},
                           {"width", svg::number(right - left)},
                           {"height", svg::number(up_.at(*segment.lower) - up_.at(*segment.upper))},
                           {"fill", std::string(colour::band)}});
    }
    return out;
  }

  [[nodiscard]] std::string axis() const {
    const double room = plot_.right - plot_.left;
    const double label = (shows_days(first_, last_) ? 4.4 : 2.7) * size_.type;
    const auto ticks = date_ticks(first_, last_, static_cast<int>(room / label));
    std::vector<DateTick> shown;
    std::vector<double> places;
    for (const auto& tick : ticks) {
      const double x = at(tick.date);
      if (x < plot_.left - 1 || x > plot_.right + 1) continue;
      shown.push_back(tick);
      places.push_back(x);
      if (shown.size() == 1 && shown[0].year.empty())
        shown[0].year = std::to_string(static_cast<int>(tick.date.year()));
    }
    return date_axis(plot_, shown, places, size_.type);
  }

  [[nodiscard]] std::string segment_lines() {
    std::string out;
    for (const auto& segment : chart_.segments) {
      const auto [left, right] = reach(segment);
      out += level(left, right, up_.at(segment.mean), colour::ink, 1.5, "");
      for (const auto& limit : {segment.lower, segment.upper})
        if (limit) out += level(left, right, up_.at(*limit), colour::quiet, 1.5, "6 4");
    }
    if (!chart_.segments.empty()) {
      const auto& last = chart_.segments.back();
      add_name(last.mean, "Mean", "Mean", colour::ink);
      if (last.upper) add_name(*last.upper, "Upper limit", "Upper", colour::quiet);
      if (last.lower) add_name(*last.lower, "Lower limit", "Lower", colour::quiet);
    }
    return out;
  }

  [[nodiscard]] std::string target_line() {
    if (!chart_.target) return {};
    add_name(*chart_.target, "Target", "Target", colour::target);
    return level(plot_.left, plot_.right, up_.at(*chart_.target), colour::target, 2, "2 4");
  }

  void add_name(double value, const std::string& wide, const std::string& narrow,
                std::string_view fill) {
    names_.push_back({up_.at(value),
                      size_.narrow
                          ? narrow
                          : wide + " " + chart_.prefix + to_grouped_text(value, 1) + chart_.suffix,
                      fill});
  }

  [[nodiscard]] std::string mark_lines() const {
    std::string out;
    for (std::size_t i = 0; i < chart_.marks.size(); ++i) {
      const auto& placed = placed_[i];
      const double row = size_.type * 1.35;
      const double y = plot_.top - 4 - row * static_cast<double>(placed.row);
      out += svg::element("line", {{"x1", svg::number(placed.x)},
                                   {"x2", svg::number(placed.x)},
                                   {"y1", svg::number(y - size_.type * 0.9)},
                                   {"y2", svg::number(plot_.bottom)},
                                   {"stroke", std::string(colour::ink)},
                                   {"stroke-width", "1.5"}});
      out += svg::text(placed.x + (placed.leftward ? -6 : 6), y - 2, chart_.marks[i].label,
                       {.size = size_.type,
                        .anchor = placed.leftward ? svg::Anchor::end : svg::Anchor::start,
                        .bold = true,
                        .halo = true});
    }
    return out;
  }

  [[nodiscard]] bool begins_segment(base::Date date) const {
    return std::ranges::count(chart_.segments, date, &ChartSegment::from) > 0;
  }

  [[nodiscard]] std::string series() const {
    std::string path;
    std::string marks;
    const std::size_t count = chart_.points.size();
    const double room =
        (plot_.right - plot_.left) / std::max<double>(1, static_cast<double>(count));
    const double size = std::clamp(room * 0.32, 3.4, 6.0);
    for (const auto& point : chart_.points) {
      const double x = at(point.date);
      const double y = up_.at(point.value);
      path += (path.empty() || begins_segment(point.date) ? "M" : "L") + svg::number(x) + " " +
              svg::number(y);
      const std::string words = base::to_long_text(point.date) + ": " + chart_.prefix +
                                to_grouped_text(point.value) + chart_.suffix + ", " +
                                style_name(point.style) +
                                (point.words.empty() ? "" : " (" + point.words + ")");
      marks += svg::element(
          "g", {{"transform", "translate(" + svg::number(x) + " " + svg::number(y) + ")"}},
          svg::element("title", {}, svg::escaped(words)) + point_mark(point.style, size));
    }
    return svg::element("path", {{"d", path},
                                 {"fill", "none"},
                                 {"stroke", std::string(colour::usual)},
                                 {"stroke-width", "1.5"},
                                 {"stroke-linejoin", "round"}}) +
           marks;
  }

  // The names of the lines, moved apart where they would lie on each other.
  [[nodiscard]] std::string names() {
    std::ranges::sort(names_, {}, &Name::y);
    const double row = size_.type * 1.25;
    for (std::size_t i = 1; i < names_.size(); ++i)
      names_[i].y = std::max(names_[i].y, names_[i - 1].y + row);
    double floor = plot_.bottom;
    for (std::size_t i = names_.size(); i-- > 0; floor = names_[i].y - row)
      names_[i].y = std::min(names_[i].y, floor);
    std::string out;
    for (const auto& name : names_)
      out += svg::text(plot_.right + 8, name.y + size_.type * 0.35, name.words,
                       {.size = size_.type, .fill = name.fill});
    return out;
  }

  struct PlacedMark {
    double x;
    std::size_t row;
    bool leftward;
  };

  const LineChart& chart_;
  ChartSize size_;
  Key key_;
  Plot plot_{};
  Scale up_;
  Scale along_;
  std::vector<double> ticks_;
  base::Date first_;
  base::Date last_;
  std::vector<PlacedMark> placed_;
  std::size_t mark_rows_ = 0;
  std::vector<Name> names_;
};

}  // namespace

std::string line_chart(const LineChart& chart) {
  if (chart.points.empty()) return {};
  return svg::element(
      "div", {{"class", "chart"}},
      LineDrawing(chart, wide_chart).markup() + LineDrawing(chart, narrow_chart).markup());
}

}  // namespace throughline::formats
