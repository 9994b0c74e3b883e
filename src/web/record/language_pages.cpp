#include "web/record/language_pages.hpp"

#include "base/date.hpp"
#include "record/language.hpp"
#include "record/permission.hpp"
#include "templates/described.hpp"
#include "web/browser_cookie.hpp"
#include "web/language.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

struct LanguageView {
  std::string code;
  std::string name;
  std::string english_name;
  std::string direction;
  bool shown = false;
  std::string since;
};
BOOST_DESCRIBE_STRUCT(LanguageView, (), (code, name, english_name, direction, shown, since))

struct LanguageListView {
  std::vector<LanguageView> languages;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(LanguageListView, (), (languages, errors))

http::Response show(Call& call, templates::Value errors, int status) {
  const auto shown = call.database.read(
      [&](store::Reader& reader) { return record::shown_languages(reader, call.authority.id); });
  LanguageListView view{{}, std::move(errors)};
  for (const auto& language : templates::other_languages()) {
    LanguageView each{std::string(language.code),
                      std::string(language.name),
                      std::string(language.english_name),
                      language.right_to_left ? "rtl" : "ltr",
                      false,
                      ""};
    const auto found = std::ranges::find(shown, language.code, &record::ShownLanguage::code);
    if (found != shown.end()) {
      each.shown = true;
      if (const auto day = base::date_from_text(found->checked))
        each.since = base::to_long_text(*day);
    }
    view.languages.push_back(std::move(each));
  }
  return page(call, "record/language_list.html", templates::to_value(view), status);
}

// Where a path's parts are those of a route's: "/at/{code}" is "/at/7KQ4".
bool is_of(std::string_view path, std::string_view route) {
  while (!path.empty() && !route.empty()) {
    const auto path_end = std::min(path.find('/', 1), path.size());
    const auto route_end = std::min(route.find('/', 1), route.size());
    if (!route.starts_with("/{") && path.substr(0, path_end) != route.substr(0, route_end)) {
      return false;
    }
    path.remove_prefix(path_end);
    route.remove_prefix(route_end);
  }
  return path.empty() == route.empty();
}

bool can_be_opened(const Call& call, std::string_view path) {
  return std::ranges::any_of(call.site.permissions.rows(), [&](const auto& row) {
    return row.method == "GET" && record::may(row, record::Role::visitor) && is_of(path, row.path);
  });
}

// The page that they came from. One that only answers a form cannot be opened again: the nearest
// above it that can, "/receipt" for "/receipt/fixed".
std::string place_to_return(const Call& call) {
  const auto from = call.request.query.get("from");
  auto path = from.substr(0, from.find('?'));
  if (path == "/tell-us/exit" || path.starts_with("/language")) return "/";
  const bool ours = path.starts_with('/') && path.find_first_of("\\") == std::string::npos &&
                    !path.starts_with("//") &&
                    std::ranges::none_of(path, [](unsigned char c) { return c <= 0x20; });
  if (!ours) return "/";
  while (path.size() > 1 && !can_be_opened(call, path)) path = path.substr(0, path.rfind('/'));
  return path.empty() ? "/" : path;
}

}  // namespace

http::Response choose_language(Call& call) {
  const auto* language = templates::find_language(call.parameter("code"));
  if (language == nullptr) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such page", {}});
  }
  auto response = http::Response::redirect(place_to_return(call));
  set_browser_cookie(response, call.request, language_cookie, std::string(language->code));
  return response;
}

http::Response language_list_page(Call& call) {
  return show(call, no_errors(), 200);
}

http::Response receive_language(Call& call) {
  const auto& code = call.parameter("code");
  const auto* language = templates::find_language(code);
  if (language == nullptr || language == &templates::english()) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such language", {}});
  }
  const auto& form = call.request.form;
  const bool show_it = form.get("show") == "yes";
  const auto done = call.database.write([&](store::Writer& writer) -> base::Result<void> {
    if (show_it) {
      return record::show_language(writer, call.work, code, form.get("checked") == "yes");
    }
    record::hide_language(writer, call.work, code);
    return {};
  });
  if (!done) return show(call, form_errors(done.error()), 400);
  return redirect_with_message(call, "/languages",
                               "Public pages are " + std::string(show_it ? "now" : "no longer") +
                                   " offered in " + std::string(language->english_name));
}

}  // namespace throughline::web
