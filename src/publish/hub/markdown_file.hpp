#pragma once

// A page as a file that other programs read: its title as the first heading, its summary as a
// quote, then its text. What was written can be read back.

#include "publish/hub/page.hpp"

namespace throughline::publish::hub {

[[nodiscard]] std::string markdown_of(const Page& page);

// Title, summary and body from a file; what is not in it stays empty. The title is that of
// `file_name` when the text has none. Errors: invalid (field "file"), too_large.
[[nodiscard]] base::Result<PageForm> form_from_markdown(std::string_view bytes,
                                                        std::string_view file_name);

}  // namespace throughline::publish::hub
