#pragma once

// For the public: "How was it today?", five faces and words. GET and POST /at/{code} on one's own
// phone, with POST /at/{code}/more to say more; GET and POST /kiosk/{code} on a screen that many
// people use. A kiosk goes back to the start by itself, keeps nothing of what was typed and shows
// no reference. Presses from one network address are slowed down when they come faster than
// people stand in a queue. GET /manifest.webmanifest lets a phone keep the pages as an app.

#include "web/call.hpp"
#include "web/guess_limit.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

// So many presses in one go, then so many a minute: a busy stall, and no more.
inline constexpr GuessRate face_presses{60, 20};

[[nodiscard]] http::Response ask_page(Call& call);
[[nodiscard]] http::Response receive_face(Call& call, GuessLimit& limit);
[[nodiscard]] http::Response ask_thanks_page(Call& call);
[[nodiscard]] http::Response begin_with_service(Call& call);
[[nodiscard]] http::Response kiosk_page(Call& call);
[[nodiscard]] http::Response receive_kiosk_face(Call& call, GuessLimit& limit);
[[nodiscard]] http::Response kiosk_thanks_page(Call& call);
[[nodiscard]] http::Response manifest(Call& call);

}  // namespace throughline::web
