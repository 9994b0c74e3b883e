#include "web/page.hpp"

#include "web/browser_cookie.hpp"
#include "web/kept_message.hpp"
#include "web/language.hpp"
#include "web/layout.hpp"
#include "web/listening.hpp"
#include "web/reading.hpp"

#include <algorithm>
#include <optional>

namespace throughline::web {

namespace {

struct ErrorPage {
  int status;
  std::string_view template_name;
};

ErrorPage page_for(base::ErrorKind kind) {
  switch (kind) {
    case base::ErrorKind::not_found:
      return {404, "errors/404.html"};
    case base::ErrorKind::forbidden:
      return {403, "errors/403.html"};
    case base::ErrorKind::conflict:
      return {409, "errors/409.html"};
    case base::ErrorKind::too_large:
      return {413, "errors/413.html"};
    case base::ErrorKind::unsupported:
      return {415, "errors/400.html"};
    case base::ErrorKind::invalid:
      break;
  }
  return {400, "errors/400.html"};
}

// The errors of a form in the language spoken, and the word that screen readers say before each.
templates::Value in_language_errors(const templates::Value& errors) {
  templates::Fields fields;
  for (const auto& [name, error] : errors.get("field").as_fields()) {
    auto said = templates::every_text_in_language(error).as_fields();
    said.emplace_back("visuallyHiddenText", templates::in_language("Error"));
    fields.emplace_back(name, std::move(said));
  }
  return templates::Fields{{"summary", templates::every_text_in_language(errors.get("summary"))},
                           {"field", std::move(fields)}};
}

templates::Value only_english_note(std::string_view template_name) {
  const auto& spoken = templates::spoken();
  if (&spoken == &templates::english() || templates::in_every_language(template_name)) return {};
  return templates::Fields{{"code", spoken.code},
                           {"direction", spoken.right_to_left ? "rtl" : "ltr"},
                           {"words", templates::in_language("This page is only in English.")}};
}

templates::Value with_layout(const templates::Value& view, templates::Value layout_value,
                             templates::Value note = {}) {
  auto fields = view.as_fields();
  if (&templates::spoken() != &templates::english()) {
    for (auto& [name, value] : fields) {
      if (name == "errors" && value.get("field").defined()) value = in_language_errors(value);
    }
  }
  if (note.defined()) {
    auto noted = layout_value.as_fields();
    noted.emplace_back("only_english", std::move(note));
    layout_value = std::move(noted);
  }
  fields.emplace_back("layout", std::move(layout_value));
  return fields;
}

}  // namespace

http::Response page(Call& call, std::string_view template_name, const templates::Value& view,
                    int status) {
  // A page that is not had in every language is English from top to bottom, and says so.
  std::optional<templates::Speaking> english;
  templates::Value note = only_english_note(template_name);
  if (note.defined()) english.emplace(templates::english());
  auto body = templates::render(template_name, with_layout(view, layout(call), std::move(note)));
  if (reading().listening) body = for_listening(body);
  call.message_shown = true;
  return http::Response::html(std::move(body), status);
}

http::Response error_page(Call& call, const base::Error& error) {
  const auto [status, template_name] = page_for(error.kind);
  templates::List problems;
  for (const auto& problem : error.problems) problems.emplace_back(problem.message);
  return page(call, template_name,
              templates::Fields{{"message", error.message}, {"problems", std::move(problems)}},
              status);
}

http::Response bare_error_page(int status, const std::string& incident) {
  const auto view = templates::Value(templates::Fields{{"incident", incident}});
  const auto* name = status == 503 ? "errors/503.html" : "errors/500.html";
  return http::Response::html(templates::render(name, with_layout(view, bare_layout())), status);
}

std::string refusal_html(std::string_view title, std::string_view why, std::string_view advice) {
  const templates::Value view = templates::Fields{
      {"title", std::string(title)}, {"why", std::string(why)}, {"advice", std::string(advice)}};
  return templates::render("errors/refused.html", with_layout(view, bare_layout()));
}

templates::Value form_errors(const base::Error& error) {
  templates::List summary;
  templates::Fields fields;
  for (const auto& problem : error.problems) {
    templates::Fields item{{"text", problem.message}};
    if (!problem.field.empty()) {
      item.emplace_back("href", "#" + problem.field);
      const bool known = std::ranges::any_of(
          fields, [&](const auto& each) { return each.first == problem.field; });
      if (!known) fields.emplace_back(problem.field, templates::Fields{{"text", problem.message}});
    }
    summary.emplace_back(std::move(item));
  }
  if (summary.empty()) summary.emplace_back(templates::Fields{{"text", error.message}});
  return templates::Fields{{"summary", std::move(summary)}, {"field", std::move(fields)}};
}

templates::Value no_errors() {
  return templates::Fields{{"summary", templates::List{}}, {"field", templates::Fields{}}};
}

http::Response redirect_with_message(Call& call, const std::string& to,
                                     const std::string& message) {
  auto response = http::Response::redirect(to);
  set_browser_cookie(response, call.request, message_cookie,
                     keep_message(call.signing_key, message));
  return response;
}

}  // namespace throughline::web
