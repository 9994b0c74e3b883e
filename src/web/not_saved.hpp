#pragma once

// The page for a form that could not be taken because the person's session had ended or the page
// had stood open too long. It gives back what was typed, to be sent again or copied, and stores
// nothing. It refuses to give anything back to a form that another site may have sent.

#include "web/call.hpp"
#include "web/http/message.hpp"

#include <string>

namespace throughline::web {

enum class NotSaved { signed_out, page_too_old };

// Whether the browser says that the form came from a page of ours, and no password is in it.
[[nodiscard]] bool may_be_given_back(const http::Request& request);

[[nodiscard]] http::Response not_saved_page(Call& call, NotSaved why);

}  // namespace throughline::web
