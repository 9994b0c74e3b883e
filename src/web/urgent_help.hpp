#pragma once

// Whom to ring when somebody is not safe: the council's own numbers, beside 999. For the pages that
// say what to do then.

#include <boost/describe/class.hpp>
#include <string>

namespace throughline::web {

struct Call;

struct UrgentHelpView {
  std::string safeguarding_phone;  // empty when the council has entered none
  std::string safeguarding_dial;   // the same, as a telephone takes it
  std::string out_of_hours_phone;
  std::string out_of_hours_dial;
};
BOOST_DESCRIBE_STRUCT(UrgentHelpView, (),
                      (safeguarding_phone, safeguarding_dial, out_of_hours_phone,
                       out_of_hours_dial))

[[nodiscard]] UrgentHelpView urgent_help(Call& call);

}  // namespace throughline::web
