#pragma once

// Publishing, for staff. GET /publications: every version; GET /publications/new: the check before
// publishing; POST /publications; GET /publications/{ref}: what was published that day; POST
// /publications/{ref}/withdrawal.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response publication_list_page(Call& call);
[[nodiscard]] http::Response publication_check_page(Call& call);
[[nodiscard]] http::Response receive_publication(Call& call);
[[nodiscard]] http::Response publication_page(Call& call);
[[nodiscard]] http::Response receive_publication_withdrawal(Call& call);

}  // namespace throughline::web
