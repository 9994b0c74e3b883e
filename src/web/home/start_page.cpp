#include "web/home/start_page.hpp"

#include "templates/described.hpp"
#include "web/page.hpp"
#include "web/urgent_help.hpp"

namespace throughline::web {

namespace {

struct PlaceView {
  std::string text;
  std::string href;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (text, href, detail))

struct StartView {
  bool may_tell_us = false;
  std::vector<PlaceView> places;
  UrgentHelpView urgent;
};
BOOST_DESCRIBE_STRUCT(StartView, (), (may_tell_us, places, urgent))

}  // namespace

http::Response start_page(Call& call) {
  StartView view;
  view.urgent = urgent_help(call);
  view.may_tell_us = call.may("GET", "/tell-us");
  const std::vector<PlaceView> places = {
      {"Tell us with pictures", "/easy-read",
       "Easy read: few words, large letters, one thing at a time."},
      {"Get a paper form", "/paper-form",
       "To print and send back: also in large print, and with pictures."},
      {"Come back to what you told us", "/receipt",
       "Use the reference you were given to see where things stand and what changed."},
      {"You said, we did", "/you-said-we-did",
       "What people told us, what we did about it, and whether it worked."},
      {"What was done well", "/good-practice",
       "What people praised, so that others can do it too."},
      {"Our self-assessment", "/assessment",
       "How we score our own services, and the evidence behind each score."},
      {"Local Account", "/local-account",
       "Our report of each year, signed by people who draw on care and carers."},
  };
  for (const auto& place : places) {
    if (call.may("GET", place.href)) view.places.push_back(place);
  }
  return page(call, "home/start.html", templates::to_value(view));
}

}  // namespace throughline::web
