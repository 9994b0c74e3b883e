#include "web/navigation.hpp"

#include "web/call.hpp"

#include <array>
#include <string_view>

namespace throughline::web {

namespace {

struct Place {
  std::string_view text;
  std::string_view href;
  std::string_view also = {};    // other paths whose pages belong to this place, one space between
  std::string_view unless = {};  // left out for whoever may open this, from where it is reached
};

constexpr std::array for_people_who_sign_in = {
    Place{"Today", "/home"},
    Place{"Your organisation", "/partner", "/partner-feedback /joint-reviews"},
    Place{"Cases", "/cases", "/letters /letter-templates /peoples-data"},
    Place{"Complaints", "/complaints", "/ombudsman"},
    Place{"Voices", "/voices",
          "/ideas /concerns /compliments /follow-ups /points /wall /mail /thanks /surveys /waves "
          "/fair-voice /partners /partner-feedback /co-production "
          "/joint-reviews /shared-learning"},
    Place{"Surveys", "/surveys", "/waves", "/voices"},
    Place{"Co-production", "/co-production", "", "/voices"},
    Place{"Themes", "/themes"},
    Place{"Actions", "/actions", "/proofs"},
    Place{"Measures", "/measures"},
    Place{"Statements", "/statements", "/evidence /scores /documents /rating"},
    Place{"Publish", "/publications", "/preview /public-wordings /reports /local-accounts"},
    Place{"Local Account", "/local-accounts", "", "/publications"},
    Place{"Information", "/information"},
    Place{"Elsewhere", "/elsewhere"},
    Place{"Services", "/services"},
    Place{"People", "/users"},
    Place{"Languages", "/languages"},
    Place{"How people reach us", "/council-details"},
};

constexpr std::array for_the_public = {
    Place{"Tell us", "/tell-us"},
    Place{"Come back to what you told us", "/receipt"},
    Place{"Information", "/information"},
    Place{"You said, we did", "/you-said-we-did"},
    Place{"Our self-assessment", "/assessment"},
    Place{"Local Account", "/local-account"},
};

bool is_below(std::string_view path, std::string_view href) {
  return path == href || (path.starts_with(href) && path[href.size()] == '/');
}

bool belongs_to(std::string_view path, const Place& place) {
  if (is_below(path, place.href)) return true;
  auto rest = place.also;
  while (!rest.empty()) {
    const auto space = rest.find(' ');
    if (is_below(path, rest.substr(0, space))) return true;
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
  }
  return false;
}

}  // namespace

std::vector<NavigationView> navigation(const Call& call) {
  std::vector<NavigationView> shown;
  const auto add = [&](const auto& places) {
    for (const auto& place : places) {
      if (!call.may("GET", place.href)) continue;
      if (!place.unless.empty() && call.may("GET", place.unless)) continue;
      shown.push_back(
          {std::string(place.text), std::string(place.href), belongs_to(call.request.path, place)});
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
