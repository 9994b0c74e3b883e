#pragma once

// GET /information/{slug}: one page to read; GET /information/{slug}/page.md: the same as a file;
// POST /information/{slug}/useful: whether it was useful. Answers from one network address are
// slowed down when they come faster than people read.

#include "web/call.hpp"
#include "web/guess_limit.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

// So many answers in one go, then so many a minute: a busy office, and no more.
inline constexpr GuessRate useful_answers{30, 10};

[[nodiscard]] http::Response hub_page(Call& call);
[[nodiscard]] http::Response hub_markdown_file(Call& call);
[[nodiscard]] http::Response receive_hub_answer(Call& call, GuessLimit& limit);
// The page again with what was refused, for the forms on it.
[[nodiscard]] http::Response hub_page_again(Call& call, const base::Error& error);

}  // namespace throughline::web
