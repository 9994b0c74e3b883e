#include "web/hear/paper_form/press.hpp"

#include "base/random.hpp"

#include <chrono>

namespace throughline::web {
namespace {

constexpr std::size_t most_bytes_kept = 24 * 1024 * 1024;
constexpr std::chrono::seconds longest_wait{8};

tl::unexpected<base::Error> busy() {
  return base::refuse(base::ErrorKind::conflict,
                      "Many forms were asked for just now. Wait a minute, then try again");
}

}  // namespace

const std::string* PaperPress::kept(const std::string& key) const {
  const auto found = kept_.find(key);
  return found == kept_.end() ? nullptr : &found->second;
}

void PaperPress::keep(const std::string& key, const std::string& made) {
  if (made.size() > most_bytes_kept || !kept_.emplace(key, made).second) return;
  order_.push_back(key);
  bytes_ += made.size();
  while (bytes_ > most_bytes_kept) {
    const auto oldest = kept_.find(order_.front());
    bytes_ -= oldest->second.size();
    kept_.erase(oldest);
    order_.pop_front();
  }
}

base::Result<std::string> PaperPress::print(const std::string& html, const std::string& address,
                                            base::Instant now) {
  const auto key = base::sha256_hex(html);
  std::unique_lock lock(turn_);
  if (const auto* made = kept(key)) return *made;
  if (!limit_.may_try(address, now)) return busy();
  if (making_) {
    if (one_waits_) return busy();
    one_waits_ = true;
    const bool free = done_.wait_for(lock, longest_wait, [&] { return !making_; });
    one_waits_ = false;
    if (const auto* made = kept(key)) return *made;
    if (!free || making_) return busy();
  }
  limit_.was_wrong(address, now);
  making_ = true;
  lock.unlock();
  base::Result<std::string> made;
  try {
    made = make_(html);
  } catch (...) {
    lock.lock();
    making_ = false;
    done_.notify_one();
    throw;
  }
  lock.lock();
  making_ = false;
  if (made) keep(key, *made);
  done_.notify_one();
  return made;
}

}  // namespace throughline::web
