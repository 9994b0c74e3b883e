#include "formats/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline::formats {
namespace {

constexpr std::array<const char*, 12> month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

int month_number(base::Date date) {
  return static_cast<int>(date.year()) * 12 + static_cast<int>(unsigned{date.month()}) - 1;
}

std::string month_name(base::Date date) {
  return month_names[unsigned{date.month()} - 1];
}

std::string year_text(base::Date date) {
  return std::to_string(static_cast<int>(date.year()));
}

std::vector<DateTick> month_ticks(base::Date first, base::Date last, int most) {
  const int span = month_number(last) - month_number(first) + 1;
  int step = 1;
  for (const int candidate : {1, 2, 3, 6, 12, 24, 60, 120, 240}) {
    step = candidate;
    if ((span + step - 1) / step <= most) break;
  }
  std::vector<DateTick> ticks;
  int year = 0;
  for (int month = month_number(first); month <= month_number(last); ++month) {
    if (month % std::min(step, 12) != 0 || (step > 12 && (month / 12) % (step / 12) != 0)) continue;
    const base::Date date{std::chrono::year{month / 12},
                          std::chrono::month{static_cast<unsigned>(month % 12 + 1)},
                          std::chrono::day{1}};
    const bool new_year = month / 12 != year;
    year = month / 12;
    ticks.push_back({date, month_name(date), new_year ? year_text(date) : ""});
  }
  return ticks;
}

std::vector<DateTick> day_ticks(base::Date first, base::Date last, int most) {
  const int span = base::days_between(first, last) + 1;
  int step = 1;
  for (const int candidate : {1, 2, 7, 14, 28}) {
    step = candidate;
    if ((span + step - 1) / step <= most) break;
  }
  std::vector<DateTick> ticks;
  int year = 0;
  for (int day = 0; day < span; day += step) {
    const auto date = base::add_days(first, day);
    const bool new_year = static_cast<int>(date.year()) != year;
    year = static_cast<int>(date.year());
    ticks.push_back({date, std::to_string(unsigned{date.day()}) + " " + month_name(date),
                     new_year ? year_text(date) : ""});
  }
  return ticks;
}

}  // namespace

std::vector<double> round_ticks(double lowest, double highest, int count) {
  if (!(highest > lowest)) {
    const double room = lowest == 0 ? 1 : std::fabs(lowest) * 0.1;
    lowest -= room;
    highest += room;
  }
  const double rough = (highest - lowest) / std::max(1, count);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = power * 10;
  for (const double factor : {1.0, 2.0, 2.5, 5.0})
    if (power * factor >= rough * 0.999) {
      step = power * factor;
      break;
    }
  std::vector<double> ticks;
  const auto begin = std::floor(lowest / step + 1e-9);
  const auto end = std::ceil(highest / step - 1e-9);
  for (double i = begin; i <= end; ++i) ticks.push_back(i * step);
  return ticks;
}

int decimals_of(const std::vector<double>& ticks) {
  const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
  for (int decimals = 0; decimals < 6; ++decimals) {
    const double scaled = step * std::pow(10.0, decimals);
    if (std::fabs(scaled - std::round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return 6;
}

bool shows_days(base::Date first, base::Date last) {
  return base::days_between(first, last) < 45;
}

std::vector<DateTick> date_ticks(base::Date first, base::Date last, int most) {
  most = std::max(1, most);
  if (shows_days(first, last)) return day_ticks(first, last, most);
  return month_ticks(first, last, most);
}

}  // namespace throughline::formats
