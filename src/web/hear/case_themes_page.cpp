#include "hear/hear.hpp"
#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/hear/case_work_pages.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct CaseThemesView {
  std::string ref;
  std::string title;
  std::string words;
  std::vector<ChoiceView> suggested;
  std::vector<ChoiceView> themes;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CaseThemesView, (), (ref, title, words, suggested, themes, errors))

std::string said_because(const std::vector<std::string>& words) {
  std::string text = "Because of: ";
  for (const auto& each : words) text += (each == words.front() ? "“" : ", “") + each + "”";
  return text;
}

std::optional<CaseThemesView> view_of(Call& call, const std::vector<std::string>* chosen) {
  return call.database.read([&](store::Reader& reader) -> std::optional<CaseThemesView> {
    const auto& council = call.authority.id;
    const auto found = hear::find_case(reader, council, call.parameter("ref"));
    if (!found) return std::nullopt;
    CaseThemesView view{found->ref, hear::title(*found), found->words, {}, {}, no_errors()};
    const auto given = understand::themes_of(reader, council, found->ref);
    const auto is_chosen = [&](const std::string& ref) {
      if (chosen) return std::ranges::find(*chosen, ref) != chosen->end();
      return std::ranges::find(given, ref, &understand::Theme::ref) != given.end();
    };
    auto all = understand::active_themes(reader, council);
    const auto suggestions = understand::suggest_themes(found->words, all);
    for (const auto& each : suggestions) {
      view.suggested.push_back(choice(each.theme_ref, each.theme_name, is_chosen(each.theme_ref),
                                      said_because(each.because)));
    }
    for (const auto& theme : given) {
      if (!theme.active) all.push_back(theme);
    }
    for (const auto& theme : all) {
      if (std::ranges::find(suggestions, theme.ref, &understand::Suggestion::theme_ref) !=
          suggestions.end()) {
        continue;
      }
      view.themes.push_back(choice(theme.ref, theme.name, is_chosen(theme.ref), theme.covers));
    }
    return view;
  });
}

}  // namespace

http::Response case_themes_page(Call& call) {
  const auto view = view_of(call, nullptr);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
  return page(call, "hear/case_themes.html", templates::to_value(*view));
}

http::Response receive_case_themes(Call& call) {
  const auto chosen = call.request.form.all("themes");
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return understand::set_themes(writer, call.work, call.parameter("ref"), chosen);
  });
  if (outcome) {
    return redirect_with_message(call, "/cases/" + call.parameter("ref"), "Themes saved");
  }
  auto view = view_of(call, &chosen);
  if (!view) return error_page(call, outcome.error());
  view->errors = form_errors(outcome.error());
  return page(call, "hear/case_themes.html", templates::to_value(*view), 400);
}

}  // namespace throughline::web
