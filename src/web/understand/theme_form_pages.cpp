#include "web/understand/theme_form_pages.hpp"

#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

#include <charconv>

namespace throughline::web {

namespace {

struct ThemeFormView {
  std::string ref;  // empty for a new one
  std::string heading;
  std::string version;
  std::string name;
  std::string covers;
  std::string cues;
  bool active = true;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ThemeFormView, (),
                      (ref, heading, version, name, covers, cues, active, errors))

struct MergerView {
  std::string ref;
  std::string name;
  std::vector<ChoiceView> into;
  std::string reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(MergerView, (), (ref, name, into, reason, errors))

understand::ThemeDescription described_in(const http::Form& form) {
  return {form.get("name"), form.get("covers"), understand::cues_from_text(form.get("cues")),
          form.get("active") == "yes"};
}

void fill(ThemeFormView& view, const understand::ThemeDescription& given) {
  view.name = given.name;
  view.covers = given.covers;
  view.cues = understand::cues_text(given.cues);
  view.active = given.active;
}

int status_of(const base::Error& error) {
  return error.kind == base::ErrorKind::conflict ? 409 : 400;
}

std::optional<understand::Theme> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return understand::find_theme(reader, call.authority.id, call.parameter("ref"));
  });
}

http::Response no_such_theme(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such theme", {}});
}

MergerView merger_view(Call& call, const understand::Theme& theme, const std::string& into) {
  MergerView view{theme.ref, theme.name, {}, "", no_errors()};
  view.into.push_back(choice("", "Choose a theme", false));
  call.database.read([&](store::Reader& reader) {
    for (const auto& other : understand::active_themes(reader, call.authority.id)) {
      if (other.ref == theme.ref) continue;
      view.into.push_back(choice(other.ref, other.name, other.ref == into));
    }
  });
  return view;
}

}  // namespace

http::Response new_theme_page(Call& call) {
  ThemeFormView view;
  view.heading = "Add a theme";
  return page(call, "understand/theme_form.html", templates::to_value(view));
}

http::Response receive_theme(Call& call) {
  auto given = described_in(call.request.form);
  given.active = true;
  const auto made = call.database.write(
      [&](store::Writer& writer) { return understand::create_theme(writer, call.work, given); });
  if (made) return redirect_with_message(call, "/themes/" + made->ref, "Theme added");
  ThemeFormView view;
  view.heading = "Add a theme";
  fill(view, given);
  view.errors = form_errors(made.error());
  return page(call, "understand/theme_form.html", templates::to_value(view), 400);
}

http::Response theme_details_page(Call& call) {
  const auto theme = find(call);
  if (!theme) return no_such_theme(call);
  ThemeFormView view{theme->ref,    "Change the theme", std::to_string(theme->version), "", "", "",
                     theme->active, no_errors()};
  fill(view, {theme->name, theme->covers, theme->cues, theme->active});
  return page(call, "understand/theme_form.html", templates::to_value(view));
}

http::Response receive_theme_details(Call& call) {
  const auto& form = call.request.form;
  const auto given = described_in(form);
  const auto version = form.get("version");
  std::int64_t seen = 0;
  std::from_chars(version.data(), version.data() + version.size(), seen);
  const auto& ref = call.parameter("ref");
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return understand::describe_theme(writer, call.work, ref, seen, given);
  });
  if (outcome) return redirect_with_message(call, "/themes/" + ref, "Theme changed");
  const auto theme = find(call);
  if (!theme) return no_such_theme(call);
  ThemeFormView view;
  view.ref = ref;
  view.heading = "Change the theme";
  view.version = std::to_string(theme->version);
  fill(view, given);
  view.errors = form_errors(outcome.error());
  return page(call, "understand/theme_form.html", templates::to_value(view),
              status_of(outcome.error()));
}

http::Response merger_page(Call& call) {
  const auto theme = find(call);
  if (!theme) return no_such_theme(call);
  return page(call, "understand/merger.html", templates::to_value(merger_view(call, *theme, "")));
}

http::Response receive_merger(Call& call) {
  const auto& form = call.request.form;
  const auto& ref = call.parameter("ref");
  const auto moved = call.database.write([&](store::Writer& writer) {
    return understand::merge_themes(writer, call.work, ref, form.get("into"), form.get("reason"));
  });
  if (moved) {
    return redirect_with_message(call, "/themes/" + form.get("into"),
                                 "Merged. " + std::to_string(*moved) + " cases moved here");
  }
  const auto theme = find(call);
  if (!theme) return no_such_theme(call);
  auto view = merger_view(call, *theme, form.get("into"));
  view.reason = form.get("reason");
  view.errors = form_errors(moved.error());
  return page(call, "understand/merger.html", templates::to_value(view), status_of(moved.error()));
}

}  // namespace throughline::web
