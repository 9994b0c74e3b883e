#include "web/page_memory.hpp"

#include "base/date.hpp"

#include <algorithm>
#include <chrono>

namespace throughline::web {

namespace {

constexpr std::chrono::seconds longest_kept(60);

bool may_be_kept(const http::Response& response) {
  if (response.status != 200 || response.more) return false;
  return std::ranges::none_of(response.headers,
                              [](const auto& header) { return header.first == "Set-Cookie"; });
}

}  // namespace

std::string PageMemory::key_of(const std::string& authority_id, const http::Request& request) {
  std::string key = authority_id;
  for (const auto& [name, value] : request.cookies) key.append("\n").append(name + "=" + value);
  for (const auto& part : {std::string(request.secure ? "https" : "http"), request.header("host"),
                           request.path, request.raw_query}) {
    key.append("\n").append(part);  // only a path can hold one itself
  }
  return key;
}

std::optional<http::Response> PageMemory::find(const std::string& key, const Moment& wanted) {
  const std::scoped_lock lock(turn_);
  const auto found = places_.find(key);
  if (found == places_.end()) return std::nullopt;
  const auto& made = found->second->made;
  const bool holds = made.change == wanted.change && made.at <= wanted.at &&
                     wanted.at - made.at < longest_kept &&
                     base::london_date(made.at) == base::london_date(wanted.at);
  if (!holds) {
    forget(found->second);
    return std::nullopt;
  }
  kept_.splice(kept_.begin(), kept_, found->second);
  return found->second->response;
}

void PageMemory::keep(const std::string& key, const Moment& made, const http::Response& response) {
  if (!may_be_kept(response)) return;
  const auto bytes = 2 * key.size() + response.body.size() + 512;  // 512: headers and places
  if (bytes > most_bytes_ / 8) return;
  const std::scoped_lock lock(turn_);
  if (const auto found = places_.find(key); found != places_.end()) forget(found->second);
  while (!kept_.empty() && bytes_ + bytes > most_bytes_) forget(std::prev(kept_.end()));
  kept_.push_front({key, made, response, bytes});
  places_.emplace(key, kept_.begin());
  bytes_ += bytes;
}

void PageMemory::forget(Place place) {
  bytes_ -= place->bytes;
  places_.erase(place->key);
  kept_.erase(place);
}

std::size_t PageMemory::bytes() const {
  const std::scoped_lock lock(turn_);
  return bytes_;
}

}  // namespace throughline::web
