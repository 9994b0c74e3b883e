#include "base/date.hpp"

#include "base/digits.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace throughline::base {

namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string_view name_of(chrono::month month) {
  return month_names.at(unsigned{month} - 1);
}

std::optional<int> month_number(std::string_view text) {
  if (const auto number = digits(text)) return number;
  if (text.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < month_names.size(); ++i) {
    const auto name = month_names[i];
    // "Sept" is how most people shorten September; three letters serve for the others.
    if (text.size() <= name.size() &&
        std::equal(text.begin(), text.end(), name.begin(), [](unsigned char a, unsigned char b) {
          return std::tolower(a) == std::tolower(b);
        })) {
      return static_cast<int>(i) + 1;
    }
  }
  return std::nullopt;
}

std::optional<Date> checked(std::optional<int> year, std::optional<int> month,
                            std::optional<int> day) {
  if (!year || !month || !day || *year < 1000 || *year > 9999 || *month > 12 || *day > 31) {
    return std::nullopt;
  }
  const Date date{chrono::year{*year}, chrono::month{static_cast<unsigned>(*month)},
                  chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == '-' || text[i] == '/' || text[i] == ' ' || text[i] == '.') {
      if (i > start) parts.push_back(text.substr(start, i - start));
      start = i + 1;
    }
  }
  return parts;
}

Date last_sunday(chrono::year year, chrono::month month) {
  return Date{chrono::sys_days{year / month / chrono::Sunday[chrono::last]}};
}

// Summer time runs from 1am GMT on the last Sunday of March to 1am GMT on the last of October.
bool is_summer_time(Instant instant) {
  const Date day{chrono::floor<chrono::days>(instant)};
  const Instant from = chrono::sys_days{last_sunday(day.year(), chrono::March)} + chrono::hours{1};
  const Instant to = chrono::sys_days{last_sunday(day.year(), chrono::October)} + chrono::hours{1};
  return instant >= from && instant < to;
}

Instant to_london(Instant instant) {
  return is_summer_time(instant) ? instant + chrono::hours{1} : instant;
}

}  // namespace

std::string to_text(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::string to_long_text(Date date) {
  return fmt::format("{} {} {}", unsigned{date.day()}, name_of(date.month()), int{date.year()});
}

std::string to_month_text(Date date) {
  return fmt::format("{} {}", name_of(date.month()), int{date.year()});
}

Result<Date> date_from_text(std::string_view text) {
  const auto parts = split(text);
  std::optional<Date> date;
  if (parts.size() == 3) {
    date = parts[0].size() == 4
               ? checked(digits(parts[0]), month_number(parts[1]), digits(parts[2]))
               : checked(digits(parts[2]), month_number(parts[1]), digits(parts[0]));
  }
  if (!date) {
    return refuse(ErrorKind::invalid,
                  fmt::format("\"{}\" is not a date such as 24 November 2026", text));
  }
  return *date;
}

Result<Date> date_from_parts(std::string_view day, std::string_view month, std::string_view year,
                             std::string_view label) {
  if (day.empty() && month.empty() && year.empty()) {
    return refuse(ErrorKind::invalid, fmt::format("Enter the {}", label));
  }
  const auto date = checked(digits(year), month_number(month), digits(day));
  if (!date) {
    return refuse(ErrorKind::invalid,
                  fmt::format("The {} must be a real date, for example 27 3 2026", label));
  }
  return *date;
}

Date london_date(Instant instant) {
  return Date{chrono::floor<chrono::days>(to_london(instant))};
}

Instant london_midnight(Date date) {
  const Instant midnight = chrono::sys_days{date};
  // Clocks change at 1am, so midnight is in summer time exactly when the hour before it is.
  return is_summer_time(midnight - chrono::hours{1}) ? midnight - chrono::hours{1} : midnight;
}

std::string to_london_text(Instant instant) {
  const Instant local = to_london(instant);
  const auto day = chrono::floor<chrono::days>(local);
  const chrono::hh_mm_ss time{local - day};
  const auto hour = time.hours().count();
  return fmt::format("{}, {}:{:02}{}", to_long_text(Date{day}), hour % 12 == 0 ? 12 : hour % 12,
                     time.minutes().count(), hour < 12 ? "am" : "pm");
}

Date add_days(Date date, int days) {
  return Date{chrono::sys_days{date} + chrono::days{days}};
}

int days_between(Date from, Date to) {
  return static_cast<int>((chrono::sys_days{to} - chrono::sys_days{from}).count());
}

Date add_months(Date date, int months) {
  const Date moved = date + chrono::months{months};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / chrono::last};
}

}  // namespace throughline::base
