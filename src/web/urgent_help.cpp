#include "web/urgent_help.hpp"

#include "record/council_details.hpp"
#include "templates/language.hpp"
#include "web/call.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

std::string to_dial(const std::string& phone) {
  std::string digits;
  std::ranges::copy_if(phone, std::back_inserter(digits),
                       [](char each) { return (each >= '0' && each <= '9') || each == '+'; });
  return digits;
}

// Among words from right to left the groups of a number would change places.
std::string kept_in_order(const std::string& phone) {
  if (phone.empty() || !templates::spoken().right_to_left) return phone;
  return "\u2066" + phone + "\u2069";
}

}  // namespace

UrgentHelpView urgent_help(Call& call) {
  const auto details = call.database.read(
      [&](store::Reader& reader) { return record::council_details(reader, call.authority.id); });
  return {kept_in_order(details.safeguarding_phone), to_dial(details.safeguarding_phone),
          kept_in_order(details.out_of_hours_phone), to_dial(details.out_of_hours_phone)};
}

}  // namespace throughline::web
