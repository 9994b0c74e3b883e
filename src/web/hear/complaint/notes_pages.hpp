#pragma once

// GET and POST /cases/{ref}/notes: what staff write down while they look into a complaint.
// GET and POST /cases/{ref}/contact-limit and POST .../end: that contact is limited, and why.
// GET and POST /cases/{ref}/ombudsman: that the Ombudsman has it.
// GET and POST /cases/{ref}/earlier: the earlier cases that it repeats.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response notes_page(Call& call);
[[nodiscard]] http::Response receive_note(Call& call);
[[nodiscard]] http::Response contact_limit_page(Call& call);
[[nodiscard]] http::Response receive_contact_limit(Call& call);
[[nodiscard]] http::Response receive_contact_limit_end(Call& call);
[[nodiscard]] http::Response ombudsman_page(Call& call);
[[nodiscard]] http::Response receive_ombudsman(Call& call);
[[nodiscard]] http::Response earlier_page(Call& call);
[[nodiscard]] http::Response receive_earlier(Call& call);

}  // namespace throughline::web
