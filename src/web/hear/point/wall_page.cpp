#include "web/hear/point/wall_page.hpp"

#include "hear/point/point.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

#include <atomic>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>

namespace throughline::web {

class WallPlaces {
 public:
  explicit WallPlaces(int most) : most_(most) {}
  [[nodiscard]] bool take() {
    if (taken_.fetch_add(1) < most_) return true;
    give_back();
    return false;
  }
  void give_back() { --taken_; }

 private:
  int most_;
  std::atomic<int> taken_ = 0;
};

namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr int lines_on_wall = 20;
constexpr auto stream_lasts = seconds(60);
constexpr auto sign_of_life_every = seconds(15);  // proxies cut what is silent

struct WallLineView {
  std::string at;
  std::string what;
  std::string service;
  std::string when;
};
BOOST_DESCRIBE_STRUCT(WallLineView, (), (at, what, service, when))

struct WallView {
  std::vector<WallLineView> lines;
  bool still = false;
};
BOOST_DESCRIBE_STRUCT(WallView, (), (lines, still))

std::vector<WallLineView> lines_now(store::Database& database, const std::string& authority_id) {
  std::vector<WallLineView> lines;
  database.read([&](store::Reader& reader) {
    for (const auto& line : hear::wall(reader, authority_id, lines_on_wall)) {
      const auto at = base::instant_from_text(line.at);
      lines.push_back({line.at, line.what,
                       line.service.empty() ? "Not about one service" : line.service,
                       at ? base::to_london_text(*at) : ""});
    }
  });
  return lines;
}

std::string to_json(const std::vector<WallLineView>& lines) {
  boost::json::array all;
  for (const auto& line : lines) {
    all.push_back(
        {{"at", line.at}, {"what", line.what}, {"service", line.service}, {"when", line.when}});
  }
  return boost::json::serialize(all);
}

class WallStream {
 public:
  WallStream(store::Database& database, std::string authority_id,
             std::shared_ptr<WallPlaces> places)
      : database_(database), authority_id_(std::move(authority_id)), places_(std::move(places)) {}
  ~WallStream() { places_->give_back(); }
  WallStream(const WallStream&) = delete;
  WallStream& operator=(const WallStream&) = delete;

  bool next(std::string& piece) {
    const auto now = steady_clock::now();
    if (now >= ends_) return false;
    auto lines = to_json(lines_now(database_, authority_id_));
    if (lines != last_) {
      piece += "event: lines\ndata: " + lines + "\n\n";
      last_ = std::move(lines);
      spoke_ = now;
    } else if (now - spoke_ >= sign_of_life_every) {
      piece += ": still here\n\n";
      spoke_ = now;
    }
    return true;
  }

 private:
  store::Database& database_;
  std::string authority_id_;
  std::shared_ptr<WallPlaces> places_;
  std::string last_;
  steady_clock::time_point ends_ = steady_clock::now() + stream_lasts;
  steady_clock::time_point spoke_ = steady_clock::now();
};

}  // namespace

std::shared_ptr<WallPlaces> wall_places(int most) {
  return std::make_shared<WallPlaces>(most);
}

http::Response wall_page(Call& call) {
  return page(call, "hear/point/wall.html",
              templates::to_value(WallView{lines_now(call.database, call.authority.id),
                                           call.request.query.has("still")}));
}

http::Response wall_events(Call& call, const std::shared_ptr<WallPlaces>& places) {
  if (!places->take()) {
    auto full = http::Response::text("Too many walls are open. Try again in a minute.\n", 503);
    full.set_header("Retry-After", "60");
    return full;
  }
  auto stream = std::make_shared<WallStream>(call.database, call.authority.id, places);
  http::Response response;
  response.content_type = "text/event-stream";
  response.set_header("X-Accel-Buffering", "no");  // a proxy that gathers answers would hold them
  response.body = "retry: 3000\n\n";
  response.more = [stream](std::string& piece) { return stream->next(piece); };
  return response;
}

}  // namespace throughline::web
