#include "record/bank_holidays_file.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>

namespace throughline::record {
namespace {

namespace json = boost::json;

constexpr std::size_t most_bytes = 1'000'000;  // GOV.UK's is about 30,000
constexpr std::size_t most_events = 5'000;
constexpr std::size_t longest_title = 100;
constexpr std::string_view division = "england-and-wales";

tl::unexpected<base::Error> refused(const std::string& why) {
  return base::refuse(base::ErrorKind::invalid,
                      "this is not GOV.UK's file of bank holidays: " + why);
}

const json::array* events_of(const json::value& file) {
  if (!file.is_object()) return nullptr;
  const auto* of_division = file.as_object().if_contains(division);
  if (of_division == nullptr || !of_division->is_object()) return nullptr;
  const auto* events = of_division->as_object().if_contains("events");
  return events == nullptr ? nullptr : events->if_array();
}

const json::string* text_in(const json::value& event, std::string_view name) {
  if (!event.is_object()) return nullptr;
  const auto* value = event.as_object().if_contains(name);
  return value == nullptr ? nullptr : value->if_string();
}

// A title is printed on a terminal.
bool is_printable(std::string_view title) {
  return title.size() <= longest_title &&
         std::ranges::none_of(title, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool is_weekend(base::Date date) {
  const std::chrono::weekday day{std::chrono::sys_days{date}};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

bool holds(const std::vector<NamedHoliday>& all, base::Date date) {
  return std::ranges::find(all, date, &NamedHoliday::date) != all.end();
}

}  // namespace

base::Result<std::vector<NamedHoliday>> read_bank_holidays_file(std::string_view text) {
  if (text.size() > most_bytes) {
    return base::refuse(base::ErrorKind::too_large, "the file is larger than 1 MB");
  }
  boost::system::error_code failure;
  const auto file = json::parse({text.data(), text.size()}, failure);
  if (failure) return refused("it is not JSON");
  const auto* events = events_of(file);
  if (events == nullptr) return refused("it has no events of england-and-wales");
  if (events->empty() || events->size() > most_events) {
    return refused("it must have between 1 and 5,000 events");
  }
  std::vector<NamedHoliday> found;
  for (const auto& event : *events) {
    const auto which = "event " + std::to_string(found.size() + 1);
    const auto* title = text_in(event, "title");
    const auto* dated = text_in(event, "date");
    if (title == nullptr || !is_printable({title->data(), title->size()})) {
      return refused(which + " has no title that can be read");
    }
    const auto date = base::date_from_text(
        dated == nullptr ? "" : std::string_view(dated->data(), dated->size()));
    if (!date) return refused(which + " has no date such as 2026-12-25");
    found.push_back({*date, std::string(title->data(), title->size())});
  }
  std::ranges::sort(found, {}, &NamedHoliday::date);
  return found;
}

HolidayDifferences compare_bank_holidays(const base::WorkingDays& ours,
                                         const std::vector<NamedHoliday>& theirs) {
  using namespace std::chrono;
  HolidayDifferences found;
  if (theirs.empty()) return found;
  found.first = theirs.front().date.year() / January / 1;
  found.last = theirs.back().date.year() / December / 31;
  for (const auto& each : theirs) {
    if (each.date > ours.last() && !is_weekend(each.date)) found.beyond.push_back(each);
  }
  if (found.first > ours.last() || found.last < ours.first()) return found;
  found.compared = true;
  found.first = std::max(found.first, ours.first());
  found.last = std::min(found.last, ours.last());
  for (const auto& each : theirs) {
    if (ours.covers(each.date) && ours.is_working_day(each.date)) found.only_there.push_back(each);
  }
  for (auto date = found.first; date <= found.last; date = base::add_days(date, 1)) {
    if (!is_weekend(date) && !ours.is_working_day(date) && !holds(theirs, date)) {
      found.only_here.push_back(date);
    }
  }
  return found;
}

}  // namespace throughline::record
