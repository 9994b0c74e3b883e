#pragma once

// What the pages of "Tell us" share: the order of the questions, the draft behind them, and the way
// from one to the next. No answer ever stands in an address.

#include "hear/draft.hpp"
#include "web/call.hpp"
#include "web/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::web {

enum class Question { kind, words, service, you, contact, details, equality };

[[nodiscard]] std::string path_of(Question question);  // "/tell-us/kind"

// The draft of this browser; a fresh one when there is none.
[[nodiscard]] hear::Draft draft_of(Call& call);
void keep_draft(Call& call, const hear::Draft& draft);

// Where someone who opens a question should be instead: at the first of the questions before it
// that has no answer. Nothing when this one may be asked.
[[nodiscard]] std::optional<std::string> instead_of(Question question, const hear::Draft& draft);
// The first question without an answer; the answers to check when there is none.
[[nodiscard]] std::string first_unanswered(const hear::Draft& draft);

// Where "Back" leads: to the question before, or to the answers when someone came to change one.
[[nodiscard]] std::string back_from(const Call& call, Question question);
[[nodiscard]] std::string next_after(const Call& call, Question question, const hear::Draft& draft);
// Whether someone came from the answers to change one: "check", which forms carry along, or "".
[[nodiscard]] std::string came_from(const Call& call);

// Pages.
[[nodiscard]] http::Response tell_us_page(Call& call);
[[nodiscard]] http::Response begin_telling_us(Call& call);
[[nodiscard]] http::Response leave_tell_us(Call& call);
[[nodiscard]] http::Response kind_page(Call& call);
[[nodiscard]] http::Response receive_kind(Call& call);
[[nodiscard]] http::Response words_page(Call& call);
[[nodiscard]] http::Response receive_words(Call& call);
[[nodiscard]] http::Response service_page(Call& call);
[[nodiscard]] http::Response receive_service(Call& call);
[[nodiscard]] http::Response you_page(Call& call);
[[nodiscard]] http::Response receive_you(Call& call);
[[nodiscard]] http::Response contact_page(Call& call);
[[nodiscard]] http::Response receive_contact(Call& call);
[[nodiscard]] http::Response details_page(Call& call);
[[nodiscard]] http::Response receive_details(Call& call);
[[nodiscard]] http::Response equality_page(Call& call);
[[nodiscard]] http::Response receive_equality(Call& call);
[[nodiscard]] http::Response check_page(Call& call);
[[nodiscard]] http::Response send_feedback(Call& call);
[[nodiscard]] http::Response sent_page(Call& call);

}  // namespace throughline::web
