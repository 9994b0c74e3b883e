#pragma once

// How people reach the council itself: where its paper forms come back to, whom to ring when
// somebody is not safe, and who interprets British Sign Language. The council's own words, shown to
// everyone. What is not entered is not shown anywhere.

#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>

namespace throughline::record {

struct CouncilDetails {
  std::string address;  // of several lines
  std::string phone;
  std::string email;
  std::string safeguarding_phone;  // for whoever is not safe, and not in danger this minute
  std::string out_of_hours_phone;  // the same, at night and at weekends
  std::string sign_service;        // the address of an interpreters' service, https

  bool operator==(const CouncilDetails&) const = default;
};

inline constexpr std::size_t most_web_address_characters = 500;

// Empty fields when nothing was entered.
[[nodiscard]] CouncilDetails council_details(store::Reader& reader,
                                             const std::string& authority_id);
// Entering what stands there already changes nothing.
// Errors: invalid, with every problem, by the names of the fields.
[[nodiscard]] base::Result<void> set_council_details(store::Writer& writer, const Work& work,
                                                     CouncilDetails details);

// Whether it can stand in a page as a link to another place: https, a host, and nothing in it that
// could be taken for something else.
[[nodiscard]] bool is_secure_link(std::string_view address);

}  // namespace throughline::record
