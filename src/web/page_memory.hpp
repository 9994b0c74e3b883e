#pragma once

// Answers as they were last made for one browser, given again for as long as nothing of their
// council has changed (record/change_number), it is the same day, and the answer is less than a
// minute old: a few things that pages show, such as a mail that is tried again, change without an
// event. Only for routes that say so (Routes::remembered), whose answer depends on nothing but the
// council's records, the day, and what the browser sent.

#include "base/clock.hpp"
#include "web/http/message.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace throughline::web {

class PageMemory {
 public:
  // `most_bytes` of answers and their keys are kept; those that were not asked for longest go
  // first.
  explicit PageMemory(std::size_t most_bytes = 16 * 1024 * 1024) : most_bytes_(most_bytes) {}

  // At which moment an answer is wanted or was made.
  struct Moment {
    std::int64_t change = 0;
    base::Instant at;
  };

  // The council, all that the browser sent that a page may depend on, and the address.
  [[nodiscard]] static std::string key_of(const std::string& authority_id,
                                          const http::Request& request);

  [[nodiscard]] std::optional<http::Response> find(const std::string& key, const Moment& wanted);
  // Does nothing with an answer that is not a whole page, or that gives the browser a cookie.
  void keep(const std::string& key, const Moment& made, const http::Response& response);

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Kept {
    std::string key;
    Moment made;
    http::Response response;
    std::size_t bytes;
  };
  using Place = std::list<Kept>::iterator;
  void forget(Place place);

  mutable std::mutex turn_;
  const std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::list<Kept> kept_;  // what was asked for last stands first
  std::unordered_map<std::string, Place> places_;
};

}  // namespace throughline::web
