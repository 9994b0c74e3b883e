#pragma once

// The wall: GET /wall shows what just came in, without a word of what was said; GET /wall/events
// sends it anew as soon as it changes, as server-sent events ("event: lines", data a JSON array of
// {at, what, service, when}). A stream ends after a minute, so that whoever signs out or loses the
// role sees no more; browsers ask again by themselves. Past a number of streams more are answered
// 503.
//
// Source: HTML Living Standard, server-sent events.

#include "web/call.hpp"
#include "web/http/message.hpp"

#include <memory>

namespace throughline::web {

// How many streams are open; one for all of a server's walls.
class WallPlaces;
[[nodiscard]] std::shared_ptr<WallPlaces> wall_places(int most);

[[nodiscard]] http::Response wall_page(Call& call);
[[nodiscard]] http::Response wall_events(Call& call, const std::shared_ptr<WallPlaces>& places);

}  // namespace throughline::web
