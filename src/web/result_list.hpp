#pragma once

// A list of results that is read by the number of its page (templates/hear/results.html): which
// page was asked for, the ways to the one before and after, and one line of it.

#include "base/digits.hpp"
#include "web/http/message.hpp"

#include <algorithm>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

namespace throughline::web {

struct ListedResultView {
  std::string ref;
  std::string title;
  std::string facts;
  std::string tag;  // empty: none
  std::string tag_class;
};
BOOST_DESCRIBE_STRUCT(ListedResultView, (), (ref, title, facts, tag, tag_class))

class NumberedPage {
 public:
  static constexpr int size = 25;

  explicit NumberedPage(const http::Form& query)
      : number_(std::clamp(base::digits(query.get("page")).value_or(1), 1, 1'000'000)) {}

  [[nodiscard]] int offset() const { return (number_ - 1) * size; }

  // Fills the view's `previous` and `next`, of a list with so many results. `address` is that of
  // the list with its filter, and ends in "?" or "&".
  template <typename View>
  void fill(View& view, std::int64_t count, const std::string& address) const {
    const auto at = [&](int number) { return address + "page=" + std::to_string(number); };
    if (number_ > 1) view.previous = at(number_ - 1);
    if (offset() + size < count) view.next = at(number_ + 1);
  }

 private:
  int number_;
};

}  // namespace throughline::web
