// The video of one public page in British Sign Language.

#include "base/digits.hpp"
#include "record/sign_video.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"
#include "web/record/council_details_page.hpp"

namespace throughline::web {
namespace {

struct SignVideoView {
  std::string key;
  std::string name;
  std::string url;
  std::string title;
  std::string minutes;
  bool captions = false;
  bool set = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SignVideoView, (), (key, name, url, title, minutes, captions, set, errors))

http::Response no_such_page(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such page", {}});
}

}  // namespace

http::Response sign_video_page(Call& call) {
  const auto* about = record::find_sign_page(call.parameter("page"));
  if (about == nullptr) return no_such_page(call);
  SignVideoView view;
  view.key = about->key;
  view.name = about->name;
  const auto video = call.database.read([&](store::Reader& reader) {
    return record::sign_video(reader, call.authority.id, about->key);
  });
  if (video) {
    view.url = video->url;
    view.title = video->title;
    view.minutes = std::to_string(video->minutes);
    view.captions = video->captions;
    view.set = true;
  }
  return page(call, "record/sign_video.html", templates::to_value(view));
}

http::Response receive_sign_video(Call& call) {
  const auto* about = record::find_sign_page(call.parameter("page"));
  if (about == nullptr) return no_such_page(call);
  const auto& form = call.request.form;
  const record::SignVideo given{std::string(about->key), form.get("url"), form.get("title"),
                                base::digits(form.get("minutes")).value_or(0),
                                form.get("captions") == "yes"};
  const auto set = call.database.write(
      [&](store::Writer& writer) { return record::set_sign_video(writer, call.work, given); });
  if (!set) {
    const SignVideoView view{
        std::string(about->key), std::string(about->name), given.url, given.title,
        form.get("minutes"),     given.captions,           false,     form_errors(set.error())};
    return page(call, "record/sign_video.html", templates::to_value(view), 400);
  }
  return redirect_with_message(call, "/council-details", "Video saved");
}

http::Response receive_sign_video_removal(Call& call) {
  const auto* about = record::find_sign_page(call.parameter("page"));
  if (about == nullptr) return no_such_page(call);
  call.database.write(
      [&](store::Writer& writer) { record::remove_sign_video(writer, call.work, about->key); });
  return redirect_with_message(call, "/council-details", "Video taken away");
}

}  // namespace throughline::web
