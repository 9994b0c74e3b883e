#pragma once

// A page for people who listen to it: each row of a table becomes sentences that name what they
// say ("Name: session. How long it lasts: Until you sign out."), and abbreviations are spelled out.
// For pages that our own templates made. What people wrote themselves stays as they wrote it.

#include <string>
#include <string_view>

namespace throughline::web {

// Links, forms and headings within a table stay where they stood. Pictures and charts are left as
// they are.
[[nodiscard]] std::string for_listening(std::string_view html);

}  // namespace throughline::web
