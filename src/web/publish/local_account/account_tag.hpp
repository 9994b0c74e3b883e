#pragma once

// The colour of the tag that says how a Local Account stands.

#include "publish/local_account/local_account.hpp"

#include <string>

namespace throughline::web {

[[nodiscard]] std::string account_tag(publish::local_account::State state);

}  // namespace throughline::web
