#pragma once

// GET /joint-reviews/{ref}, for the council and for the organisations that take part, each as it
// may see it, and what is sent from that page: POST /joint-reviews/{ref}/actions, /answer, /cases,
// /cases/removal, /closure, /decision, /facts, /facts/removal, /invitations,
// /invitations/withdrawal, /reopening and /view.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response review_page(Call& call);
[[nodiscard]] http::Response receive_joint_action(Call& call);
[[nodiscard]] http::Response receive_invitation_answer(Call& call);
[[nodiscard]] http::Response receive_review_case(Call& call);
[[nodiscard]] http::Response receive_review_case_removal(Call& call);
[[nodiscard]] http::Response receive_review_closure(Call& call);
[[nodiscard]] http::Response receive_review_decision(Call& call);
[[nodiscard]] http::Response receive_review_fact(Call& call);
[[nodiscard]] http::Response receive_review_fact_removal(Call& call);
[[nodiscard]] http::Response receive_invitation(Call& call);
[[nodiscard]] http::Response receive_invitation_withdrawal(Call& call);
[[nodiscard]] http::Response receive_review_reopening(Call& call);
[[nodiscard]] http::Response receive_review_view(Call& call);

}  // namespace throughline::web
