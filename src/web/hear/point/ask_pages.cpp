#include "web/hear/point/ask_pages.hpp"

#include "base/digits.hpp"
#include "base/random.hpp"
#include "hear/point/point.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "web/hear/tell_us.hpp"
#include "web/page.hpp"
#include "web/static_files.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace throughline::web {

namespace {

// A kiosk that was left alone goes back to the start: soon after the thanks, after a while with
// words on it that someone may have walked away from. Long enough for someone who types slowly.
constexpr const char* seconds_of_thanks = "10";
constexpr const char* seconds_left_alone = "600";

enum class Where { phone, kiosk };

struct FaceView {
  std::string value;
  std::string text;
  std::string drawing;  // which of the five
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(FaceView, (), (value, text, drawing, checked))

struct AskView {
  bool kiosk = false;
  std::string action;
  std::string code;
  std::string name;
  std::string submission_key;
  std::vector<FaceView> faces;
  std::string words;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(AskView, (),
                      (kiosk, action, code, name, submission_key, faces, words, errors))

struct AfterView {
  bool kiosk = false;
  std::string code;
  std::string again;
};
BOOST_DESCRIBE_STRUCT(AfterView, (), (kiosk, code, again))

std::string path_of(Where where, const std::string& code) {
  return (where == Where::kiosk ? "/kiosk/" : "/at/") + code;
}

std::optional<hear::Point> point_of(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return hear::point_by_code(reader, call.authority.id, call.parameter("code"));
  });
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such page", {}});
}

http::Response with_return(http::Response response, Where where, const std::string& code,
                           const char* seconds) {
  if (where == Where::kiosk) {
    response.set_header("Refresh", std::string(seconds) + "; url=" + path_of(where, code));
    response.set_header("Clear-Site-Data", "\"cache\"");
  }
  return response;
}

AskView view_of(const hear::Point& point, Where where, int chosen) {
  AskView view;
  view.kiosk = where == Where::kiosk;
  view.action = path_of(where, point.code);
  view.code = point.code;
  view.name = point.name;
  for (int face = hear::faces; face >= 1; --face) {
    view.faces.push_back({std::to_string(face), std::string(hear::face_label(face)),
                          "face-" + std::to_string(face), face == chosen});
  }
  return view;
}

http::Response show(Call& call, Where where) {
  const auto point = point_of(call);
  if (!point) return not_found(call);
  if (!point->asks) {
    return page(call, "hear/point/over.html",
                templates::to_value(AfterView{where == Where::kiosk, point->code, ""}), 410);
  }
  auto view = view_of(*point, where, 0);
  view.submission_key = base::new_token(call.work.random);
  return with_return(page(call, "hear/point/ask.html", templates::to_value(view)), where,
                     point->code, seconds_left_alone);
}

// What was typed stands on the page, to be sent again a little later.
http::Response ask_again(Call& call, Where where, const hear::Point& point,
                         const hear::NewFace& given, const base::Error& error, int status) {
  auto view = view_of(point, where, given.face.value_or(0));
  view.submission_key = given.submission_key;
  view.words = given.words;
  if (view.words.starts_with('\n')) view.words.insert(0, "\n");
  view.errors = form_errors(error);
  return with_return(page(call, "hear/point/ask.html", templates::to_value(view), status), where,
                     point.code, seconds_left_alone);
}

http::Response receive(Call& call, Where where, GuessLimit& limit) {
  const auto& form = call.request.form;
  const auto& code = call.parameter("code");
  const hear::NewFace given{base::digits(form.get("face")), form.get("words"),
                            form.get("submission_key")};
  const auto point = point_of(call);
  if (!point) return not_found(call);
  const auto& address = call.request.remote_address;
  if (!limit.may_try(address, call.work.now)) {
    return ask_again(call, where, *point, given,
                     {base::ErrorKind::invalid,
                      "",
                      {{"face",
                        "Too many were sent from here at once. Wait a minute, then send "
                        "it again"}}},
                     429);
  }
  const auto receipt = call.database.write(
      [&](store::Writer& writer) { return hear::press_face(writer, call.work, code, given); });
  if (receipt) {
    limit.was_wrong(address, call.work.now);
    const auto thanks = path_of(where, code) + "/thanks";
    if (where == Where::kiosk || receipt->empty()) return http::Response::redirect(thanks);
    return redirect_with_message(
        call, thanks,
        templates::in_language("Your reference is {reference}", {{"{reference}", *receipt}}));
  }
  if (receipt.error().problems.empty()) return error_page(call, receipt.error());
  return ask_again(call, where, *point, given, receipt.error(), 400);
}

http::Response thank(Call& call, Where where) {
  const auto point = point_of(call);
  if (!point) return not_found(call);
  const AfterView view{where == Where::kiosk, point->code, path_of(where, point->code)};
  return with_return(page(call, "hear/point/thanks.html", templates::to_value(view)), where,
                     point->code, seconds_of_thanks);
}

}  // namespace

http::Response ask_page(Call& call) {
  return show(call, Where::phone);
}
http::Response receive_face(Call& call, GuessLimit& limit) {
  return receive(call, Where::phone, limit);
}
http::Response ask_thanks_page(Call& call) {
  return thank(call, Where::phone);
}
http::Response kiosk_page(Call& call) {
  return show(call, Where::kiosk);
}
http::Response receive_kiosk_face(Call& call, GuessLimit& limit) {
  return receive(call, Where::kiosk, limit);
}
http::Response kiosk_thanks_page(Call& call) {
  return thank(call, Where::kiosk);
}

http::Response begin_with_service(Call& call) {
  const auto point = point_of(call);
  if (!point) return not_found(call);
  call.database.write(
      [&](store::Writer& writer) { hear::drop_draft(writer, call.work, call.visitor); });
  hear::Draft draft;
  draft.given.service_ref = point->service_ref;
  draft.service_answered = !point->service_ref.empty();
  keep_draft(call, draft);
  return http::Response::redirect(path_of(Question::kind));
}

http::Response manifest(Call& call) {
  namespace json = boost::json;
  const auto shortcut = [](const char* name, const char* url) {
    return json::object{{"name", name}, {"url", url}};
  };
  const json::object app{{"name", call.authority.name + ": adult social care"},
                         {"short_name", "Care feedback"},
                         {"start_url", "/"},
                         {"scope", "/"},
                         {"display", "standalone"},
                         {"lang", "en-GB"},
                         {"background_color", "#eff5f4"},
                         {"theme_color", "#0b3b42"},
                         {"icons", json::array{json::object{{"src", static_path("favicon.svg")},
                                                            {"sizes", "any"},
                                                            {"type", "image/svg+xml"},
                                                            {"purpose", "any"}}}},
                         {"shortcuts", json::array{shortcut("Tell us", "/tell-us"),
                                                   shortcut("Log a concern", "/concerns/new"),
                                                   shortcut("Raise an idea", "/ideas/new")}}};
  http::Response response;
  response.content_type = "application/manifest+json";
  response.body = json::serialize(app) + "\n";
  return response;
}

}  // namespace throughline::web
