#pragma once

// GET /home: what needs this person today, and how much stands at each stop of the line. Counting
// it reads much; it is kept for a person until something of their council changes, or the day does.

#include "web/call.hpp"

#include <memory>

namespace throughline::web {

class HomeMemory;
[[nodiscard]] std::shared_ptr<HomeMemory> home_memory();

[[nodiscard]] http::Response home_page(Call& call, HomeMemory& memory);

}  // namespace throughline::web
