#pragma once

// One person's data: GET /peoples-data asks whom to look for, POST looks; POST .../held shows what
// is held with the cases that were chosen, POST .../export gives it as a file, GET .../looks says
// who looked. What is looked for and shown has no address of its own: nothing about a person is in
// one.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response people_search_page(Call& call);
[[nodiscard]] http::Response search_people(Call& call);
[[nodiscard]] http::Response show_person(Call& call);
[[nodiscard]] http::Response export_person(Call& call);
[[nodiscard]] http::Response looks_page(Call& call);

}  // namespace throughline::web
