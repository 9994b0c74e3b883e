#include "web/page.hpp"

#include "web/browser_cookie.hpp"
#include "web/kept_message.hpp"
#include "web/layout.hpp"

#include <algorithm>

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

templates::Value with_layout(const templates::Value& view, templates::Value layout_value) {
  auto fields = view.as_fields();
  fields.emplace_back("layout", std::move(layout_value));
  return fields;
}

}  // namespace

http::Response page(Call& call, std::string_view template_name, const templates::Value& view,
                    int status) {
  auto body = templates::render(template_name, with_layout(view, layout(call)));
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
