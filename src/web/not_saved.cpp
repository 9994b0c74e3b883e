#include "web/not_saved.hpp"

#include "templates/described.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

struct FieldView {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(FieldView, (), (name, value))

struct NotSavedView {
  bool signed_out = false;
  bool had_files = false;
  std::string path;
  std::vector<FieldView> fields;
  std::vector<std::string> words;  // what a person would not want to type again
};
BOOST_DESCRIBE_STRUCT(NotSavedView, (), (signed_out, had_files, path, fields, words))

bool is_worth_showing(const std::string& value) {
  return value.find_first_of(" \n") != std::string::npos;
}

}  // namespace

bool may_be_given_back(const http::Request& request) {
  return request.header("sec-fetch-site") == "same-origin" &&
         std::ranges::none_of(request.form.entries(), [](const auto& field) {
           return field.first.find("password") != std::string::npos;
         });
}

http::Response not_saved_page(Call& call, NotSaved why) {
  NotSavedView view;
  view.signed_out = why == NotSaved::signed_out;
  view.had_files = !call.request.uploads.empty();
  view.path = call.request.path;
  for (const auto& [name, value] : call.request.form.entries()) {
    if (name == "form_token") continue;
    view.fields.push_back({name, value});
    if (is_worth_showing(value)) view.words.push_back(value);
  }
  return page(call, "errors/not_saved.html", templates::to_value(view), 403);
}

}  // namespace throughline::web
