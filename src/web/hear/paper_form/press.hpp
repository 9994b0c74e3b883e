#pragma once

// Makes the PDF of a paper form, for anyone who asks, without letting anyone keep the server busy:
// one is made at a time, one more request may wait for it, and what was made is kept by the hash of
// its page. A network address has so many new ones in one go.

#include "base/date.hpp"
#include "base/result.hpp"
#include "web/guess_limit.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace throughline::web {

class PaperPress {
 public:
  using Make = std::function<base::Result<std::string>(const std::string& html)>;

  explicit PaperPress(Make make) : make_(std::move(make)) {}

  // Errors: conflict, when it is busy or the address has asked for too many; what `make` refuses.
  [[nodiscard]] base::Result<std::string> print(const std::string& html, const std::string& address,
                                                base::Instant now);

 private:
  [[nodiscard]] const std::string* kept(const std::string& key) const;
  void keep(const std::string& key, const std::string& made);

  Make make_;
  GuessLimit limit_{GuessRate{12, 2}};
  std::mutex turn_;
  std::condition_variable done_;
  bool making_ = false;
  bool one_waits_ = false;
  std::map<std::string, std::string> kept_;
  std::deque<std::string> order_;  // oldest first
  std::size_t bytes_ = 0;
};

}  // namespace throughline::web
