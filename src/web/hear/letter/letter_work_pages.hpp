#pragma once

// What an officer does with a draft letter: change it (GET /letters/{ref}/change, POST
// /letters/{ref}), say that it was sent (/letters/{ref}/sending) or discard it
// (/letters/{ref}/removal).

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response letter_change_page(Call& call);
[[nodiscard]] http::Response receive_letter_change(Call& call);
[[nodiscard]] http::Response letter_sending_page(Call& call);
[[nodiscard]] http::Response receive_letter_sending(Call& call);
[[nodiscard]] http::Response letter_removal_page(Call& call);
[[nodiscard]] http::Response receive_letter_removal(Call& call);

}  // namespace throughline::web
