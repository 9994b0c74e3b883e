#pragma once

// Answering a survey, in public: one question a page, the answers so far kept on the server. No
// answer ever stands in an address.

#include "web/call.hpp"

namespace throughline::web {

class GuessLimit;

[[nodiscard]] http::Response answer_page(Call& call);  // ?invitation=...: a link of one's own
[[nodiscard]] http::Response begin_answers(Call& call, GuessLimit& limit);
[[nodiscard]] http::Response answerer_name_page(Call& call);
[[nodiscard]] http::Response receive_answerer_name(Call& call);
[[nodiscard]] http::Response answer_question_page(Call& call);
[[nodiscard]] http::Response receive_answer(Call& call);
[[nodiscard]] http::Response answers_check_page(Call& call);
[[nodiscard]] http::Response receive_answers(Call& call, GuessLimit& limit);
[[nodiscard]] http::Response answers_sent_page(Call& call);

}  // namespace throughline::web
