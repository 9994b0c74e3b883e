#pragma once

// Building a survey: the list, one survey with its questions and waves, its preview, and the forms
// of a question and of where its answers lead.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response survey_list_page(Call& call);
[[nodiscard]] http::Response new_survey_page(Call& call);  // ?set=ascs: from a national set
[[nodiscard]] http::Response receive_survey(Call& call);
[[nodiscard]] http::Response survey_page(Call& call);
[[nodiscard]] http::Response survey_details_page(Call& call);
[[nodiscard]] http::Response receive_survey_details(Call& call);
[[nodiscard]] http::Response receive_survey_version(Call& call);
[[nodiscard]] http::Response survey_preview_page(Call& call);
[[nodiscard]] http::Response new_question_page(Call& call);
[[nodiscard]] http::Response receive_question(Call& call);
[[nodiscard]] http::Response question_page(Call& call);
[[nodiscard]] http::Response receive_question_change(Call& call);
[[nodiscard]] http::Response receive_question_position(Call& call);
[[nodiscard]] http::Response receive_question_removal(Call& call);
[[nodiscard]] http::Response skips_page(Call& call);
[[nodiscard]] http::Response receive_skips(Call& call);

}  // namespace throughline::web
