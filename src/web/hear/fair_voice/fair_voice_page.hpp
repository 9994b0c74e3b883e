#pragma once

// Whose voices are heard: GET /fair-voice with the filter of the case list (but no search) and a
// population, GET /fair-voice.csv the same as a file, POST /fair-voice/evidence keeps it as a
// document and goes on to adding evidence.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response fair_voice_page(Call& call);
[[nodiscard]] http::Response fair_voice_file(Call& call);
[[nodiscard]] http::Response receive_fair_voice_evidence(Call& call);

}  // namespace throughline::web
