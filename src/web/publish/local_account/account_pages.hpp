#pragma once

// Local Accounts for staff. GET /local-accounts: every year and version; POST begins the draft of a
// year. POST /local-accounts/settings: how many must sign. GET /local-accounts/{ref}: one of them,
// with what is to do. Below it POST figures (count again), removal (give a draft up), correction,
// withdrawal.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response account_list_page(Call& call);
[[nodiscard]] http::Response receive_account(Call& call);
[[nodiscard]] http::Response receive_account_settings(Call& call);
[[nodiscard]] http::Response local_account_page(Call& call);
[[nodiscard]] http::Response receive_account_figures(Call& call);
[[nodiscard]] http::Response receive_account_removal(Call& call);
[[nodiscard]] http::Response receive_account_correction(Call& call);
[[nodiscard]] http::Response receive_account_withdrawal(Call& call);

}  // namespace throughline::web
