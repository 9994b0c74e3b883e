#pragma once

// A wave of a survey: its form, its results and what is done with them, who is invited, and two
// waves held against each other.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_wave_page(Call& call);
[[nodiscard]] http::Response receive_wave(Call& call);
[[nodiscard]] http::Response wave_details_page(Call& call);
[[nodiscard]] http::Response receive_wave_details(Call& call);
[[nodiscard]] http::Response wave_page(Call& call);
[[nodiscard]] http::Response results_file(Call& call);
[[nodiscard]] http::Response comparison_page(Call& call);
[[nodiscard]] http::Response comments_page(Call& call);
[[nodiscard]] http::Response receive_comments_closure(Call& call);
[[nodiscard]] http::Response invitations_page(Call& call);
[[nodiscard]] http::Response receive_invitations(Call& call);
[[nodiscard]] http::Response names_page(Call& call);
[[nodiscard]] http::Response show_names(Call& call);
[[nodiscard]] http::Response measure_value_page(Call& call);
[[nodiscard]] http::Response receive_measure_value(Call& call);

}  // namespace throughline::web
