#include "publish/report/period.hpp"

#include "base/digits.hpp"

#include <array>

namespace throughline::publish::report {
namespace {

constexpr int quarters_in_year = 4;
constexpr unsigned april = 4;

base::Date first_day(int year, unsigned month) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{1};
}

}  // namespace

base::Date Period::first() const {
  if (quarter == 0) return first_day(year, april);
  return base::add_months(first_day(year, april), 3 * (quarter - 1));
}

base::Date Period::last() const {
  return base::add_days(base::add_months(first(), quarter == 0 ? 12 : 3), -1);
}

std::string Period::key() const {
  return std::to_string(year) + (quarter == 0 ? "" : "-q" + std::to_string(quarter));
}

std::string Period::name() const {
  if (quarter == 0) return "the year to 31 March " + std::to_string(year + 1);
  constexpr std::array<std::string_view, quarters_in_year> months = {
      "April to June", "July to September", "October to December", "January to March"};
  return std::string(months.at(static_cast<std::size_t>(quarter - 1))) + " " +
         std::to_string(static_cast<int>(first().year()));
}

std::string Period::title() const {
  return "Complaints, " + name();
}

std::vector<Period> Period::quarters() const {
  if (quarter != 0) return {};
  return {{year, 1}, {year, 2}, {year, 3}, {year, 4}};
}

std::optional<Period> period_of(int year, int quarter) {
  if (year < first_year || year > last_year || quarter < 0 || quarter > quarters_in_year) {
    return std::nullopt;
  }
  return Period{year, quarter};
}

std::optional<Period> period_from_key(std::string_view key) {
  const auto dash = key.find("-q");
  const auto year = base::digits(key.substr(0, dash));
  if (!year) return std::nullopt;
  if (dash == std::string_view::npos) return period_of(*year, 0);
  const auto quarter = base::digits(key.substr(dash + 2));
  if (!quarter || *quarter == 0) return std::nullopt;
  const auto period = period_of(*year, *quarter);
  return period && period->key() == key ? period : std::nullopt;
}

Period year_with(base::Date day) {
  const int year = static_cast<int>(day.year());
  return {static_cast<unsigned>(day.month()) < april ? year - 1 : year, 0};
}

Period quarter_with(base::Date day) {
  const auto month = static_cast<int>(static_cast<unsigned>(day.month()));
  return {year_with(day).year, month < 4 ? 4 : (month - 1) / 3};
}

std::vector<Period> periods_between(base::Date first, base::Date today) {
  std::vector<Period> periods;
  for (int year = year_with(today).year; year >= year_with(first).year; --year) {
    periods.push_back({year, 0});
    for (int quarter = quarters_in_year; quarter >= 1; --quarter) {
      const Period each{year, quarter};
      if (each.first() <= today && each.last() >= first) periods.push_back(each);
    }
  }
  return periods;
}

}  // namespace throughline::publish::report
