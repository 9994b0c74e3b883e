#pragma once

// Bytes that have come in and are not yet read: filled at the back, taken from the front.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::web::http {

class ReadBuffer {
 public:
  [[nodiscard]] bool empty() const { return begin_ == end_; }
  [[nodiscard]] std::size_t size() const { return end_ - begin_; }
  [[nodiscard]] std::string_view unread() const { return {bytes_.data() + begin_, size()}; }
  void take(std::size_t count) {
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }
  // Room for the next read, at least half of `capacity`. Moves what is unread to the front, so no
  // view of it survives.
  [[nodiscard]] std::span<char> room(std::size_t capacity) {
    if (begin_ > 0) std::memmove(bytes_.data(), bytes_.data() + begin_, size());
    end_ -= begin_;
    begin_ = 0;
    const std::size_t wanted = std::max(capacity, end_ + capacity / 2);
    if (bytes_.size() < wanted) bytes_.resize(wanted);
    return std::span(bytes_).subspan(end_);
  }
  void filled(std::size_t count) { end_ += count; }
  void clear() { begin_ = end_ = 0; }
  // Gives back the memory of a big upload; only while nothing is unread.
  void shrink_to(std::size_t capacity) {
    if (bytes_.size() <= capacity) return;
    bytes_.resize(capacity);
    bytes_.shrink_to_fit();
  }

 private:
  std::vector<char> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace throughline::web::http
