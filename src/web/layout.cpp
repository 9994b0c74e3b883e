#include "web/layout.hpp"

#include "templates/described.hpp"
#include "web/call.hpp"
#include "web/http/url.hpp"
#include "web/language.hpp"
#include "web/navigation.hpp"
#include "web/static_files.hpp"

namespace throughline::web {

namespace {

struct AssetsView {
  std::string style = static_path("throughline.css");
  std::string begin = static_path("begin.js");
  std::string script = static_path("throughline.js");
  std::string icon = static_path("favicon.svg");
  std::string font = static_path("atkinson-hyperlegible-latin-400.woff2");
};
BOOST_DESCRIBE_STRUCT(AssetsView, (), (style, begin, script, icon, font))

struct SpokenView {
  std::string code;
  bool right_to_left = false;
};
BOOST_DESCRIBE_STRUCT(SpokenView, (), (code, right_to_left))

// A language that the page may be had in, by its own name.
struct OfferView {
  std::string code;
  std::string direction;
  std::string name;
  std::string href;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(OfferView, (), (code, direction, name, href, current))

struct LayoutView {
  std::string council;
  std::string home = "/";
  std::string path;
  std::string form_token;
  std::string message;
  bool signed_in = false;
  bool may_sign_in = false;
  std::string user_name;
  std::string role;
  std::vector<NavigationView> navigation;
  AssetsView assets;
  SpokenView language;
  std::vector<OfferView> languages;
};
BOOST_DESCRIBE_STRUCT(LayoutView, (),
                      (council, home, path, form_token, message, signed_in, may_sign_in, user_name,
                       role, navigation, assets, language, languages))

void fill_languages(LayoutView& view) {
  const auto& spoken = templates::spoken();
  view.language = {std::string(spoken.code), spoken.right_to_left};
  if (spoken.right_to_left) view.assets.style = static_path("throughline.rtl.css");
  for (const auto* each : offered_languages()) {
    view.languages.push_back(
        {std::string(each->code), each->right_to_left ? "rtl" : "ltr", std::string(each->name),
         "/language/" + std::string(each->code) + "?from=" + http::percent_encode(view.path),
         each->code == spoken.code});
  }
}

}  // namespace

templates::Value layout(const Call& call) {
  LayoutView view;
  view.council = call.authority.name;
  view.path = call.request.path;
  view.form_token = call.form_token;
  view.message = call.message;
  view.signed_in = call.signed_in();
  view.may_sign_in = !view.signed_in;
  if (view.signed_in) {
    view.home = "/home";
    view.user_name = call.work.actor.name;
    view.role = record::role_label(call.work.actor.role);
  }
  view.navigation = navigation(call);
  fill_languages(view);
  return templates::to_value(view);
}

templates::Value bare_layout() {
  LayoutView view;
  view.council = templates::in_language("Adult social care");
  fill_languages(view);
  view.languages.clear();
  return templates::to_value(view);
}

}  // namespace throughline::web
