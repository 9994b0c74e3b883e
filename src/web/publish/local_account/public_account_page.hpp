#pragma once

// GET /local-account: every year that was published. GET /local-account/{year}: one as the public
// reads it ("2025-26"; "2025-26-version-1" for an earlier version), and its downloads
// ("2025-26.pdf"). GET /local-accounts/{ref}/preview: a draft as it would be published now.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response public_account_list_page(Call& call);
[[nodiscard]] http::Response public_account_page(Call& call);
[[nodiscard]] http::Response account_preview_page(Call& call);

}  // namespace throughline::web
