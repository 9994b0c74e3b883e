#include "web/layout.hpp"

#include "record/council_details.hpp"
#include "record/sign_video.hpp"
#include "templates/described.hpp"
#include "web/call.hpp"
#include "web/http/url.hpp"
#include "web/language.hpp"
#include "web/navigation.hpp"
#include "web/reading.hpp"
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

// What stands in British Sign Language for the page that is shown.
struct SignView {
  std::string url;  // of the video; empty when the page has none
  std::string title;
  std::string length;
  std::string captions;
  std::string service;  // of interpreters; empty when the council names none
};
BOOST_DESCRIBE_STRUCT(SignView, (), (url, title, length, captions, service))

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
  std::string reading = root_classes(web::reading());
  bool reads_aloud = false;
  SignView sign;
};
BOOST_DESCRIBE_STRUCT(LayoutView, (),
                      (council, home, path, form_token, message, signed_in, may_sign_in, user_name,
                       role, navigation, assets, language, languages, reading, reads_aloud, sign))

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

SignView sign_of(const Call& call) {
  const auto* page = record::sign_page_at(call.request.path);
  if (page == nullptr) return {};
  return call.database.read([&](store::Reader& reader) {
    SignView view;
    if (auto video = record::sign_video(reader, call.authority.id, page->key)) {
      view.url = std::move(video->url);
      view.title = std::move(video->title);
      view.length =
          templates::in_language("{1} minute", "{1} minutes", static_cast<int>(video->minutes));
      view.captions = video->captions ? "with captions" : "without captions";
    }
    view.service = record::council_details(reader, call.authority.id).sign_service;
    return view;
  });
}

// What the public reads, and what staff read to learn from.
bool is_read_aloud(const Call& call) {
  return !call.signed_in() || call.request.path.starts_with("/information") ||
         call.request.path.starts_with("/easy-read");
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
  view.reads_aloud = is_read_aloud(call);
  view.sign = sign_of(call);
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
