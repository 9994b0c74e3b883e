#pragma once

// The places in the navigation bar: those the one permission table lets this person see.

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct Call;

struct NavigationView {
  std::string text;
  std::string href;
  bool active = false;  // this page or one below it
};
BOOST_DESCRIBE_STRUCT(NavigationView, (), (text, href, active))

[[nodiscard]] std::vector<NavigationView> navigation(const Call& call);

}  // namespace throughline::web
