#pragma once

// The tick that passes a warning of names in what is written for a joint review.

#include "hear/joint_review/names.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] inline hear::joint_review::Looked looked_in(const http::Form& form) {
  return form.get("looked") == "yes" ? hear::joint_review::Looked::yes
                                     : hear::joint_review::Looked::no;
}

}  // namespace throughline::web
