#include "web/navigation.hpp"

#include "web/call.hpp"

#include <array>
#include <string_view>

namespace throughline::web {

namespace {

struct Place {
  std::string_view text;
  std::string_view href;
};

constexpr std::array for_people_who_sign_in = {
    Place{"Today", "/home"},           Place{"Cases", "/cases"},
    Place{"Themes", "/themes"},        Place{"Actions", "/actions"},
    Place{"Measures", "/measures"},    Place{"Statements", "/statements"},
    Place{"Publish", "/publications"}, Place{"Elsewhere", "/elsewhere"},
    Place{"Services", "/services"},    Place{"People", "/users"},
};

constexpr std::array for_the_public = {
    Place{"Tell us", "/tell-us"},
    Place{"Come back to what you told us", "/receipt"},
    Place{"You said, we did", "/you-said-we-did"},
    Place{"Our self-assessment", "/assessment"},
};

bool is_below(std::string_view path, std::string_view href) {
  return path == href || (path.starts_with(href) && path[href.size()] == '/');
}

}  // namespace

std::vector<NavigationView> navigation(const Call& call) {
  std::vector<NavigationView> shown;
  const auto add = [&](const auto& places) {
    for (const auto& place : places) {
      if (!call.may("GET", place.href)) continue;
      shown.push_back({std::string(place.text), std::string(place.href),
                       is_below(call.request.path, place.href)});
    }
  };
  if (call.signed_in()) {
    add(for_people_who_sign_in);
  } else {
    add(for_the_public);
  }
  return shown;
}

}  // namespace throughline::web
