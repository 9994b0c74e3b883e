#pragma once

// What pages share: rendering inside the council's layout, the pages for what went wrong, and forms
// that keep every answer and show every mistake.

#include "base/result.hpp"
#include "templates/value.hpp"
#include "web/call.hpp"

#include <string>
#include <string_view>

namespace throughline::web {

// Renders a template with the view's fields, inside the layout. Besides the view, every template
// sees `layout` (council, signed-in user, navigation, form_token, path).
[[nodiscard]] http::Response page(Call& call, std::string_view template_name,
                                  const templates::Value& view, int status = 200);

// The page for an error that no form can show: 404, 403, 409, 413 ... by its kind.
[[nodiscard]] http::Response error_page(Call& call, const base::Error& error);
// The same when there is no call to show it in.
[[nodiscard]] http::Response bare_error_page(int status, const std::string& incident = {});

// What the server refuses before a page is asked, in the same looks: too big, too slow, unreadable.
[[nodiscard]] std::string refusal_html(std::string_view title, std::string_view why,
                                       std::string_view advice);

// For a form that was refused. Shape: {"summary": [{"text", "href": "#field"}],
// "field": {"field-name": {"text"}}}; both empty when nothing is wrong.
[[nodiscard]] templates::Value form_errors(const base::Error& error);
[[nodiscard]] templates::Value no_errors();

// Sends the browser on, with a message that the next page shows once ("Case closed").
[[nodiscard]] http::Response redirect_with_message(Call& call, const std::string& to,
                                                   const std::string& message);

}  // namespace throughline::web
