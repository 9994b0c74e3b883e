#pragma once

// For staff: GET and POST /partners, GET and POST /partners/{ref}, POST /partners/{ref}/ending,
// POST /partners/{ref}/members and /members/removal.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response partner_list_page(Call& call);
[[nodiscard]] http::Response receive_partner(Call& call);
[[nodiscard]] http::Response partner_page(Call& call);
[[nodiscard]] http::Response receive_partner_change(Call& call);
[[nodiscard]] http::Response receive_partner_ending(Call& call);
[[nodiscard]] http::Response receive_partner_member(Call& call);
[[nodiscard]] http::Response receive_partner_member_removal(Call& call);

}  // namespace throughline::web
