#pragma once

// Links of a Local Account to records, for staff: only those that the person may open stay.

#include "web/call.hpp"
#include "web/publish/local_account/account_view.hpp"

namespace throughline::web::local_accounts {

void keep_open_links(AccountChapterView& chapter, const Call& call);

}  // namespace throughline::web::local_accounts
