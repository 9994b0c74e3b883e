#include "web/home/reading_settings_page.hpp"

#include "templates/described.hpp"
#include "web/browser_cookie.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/reading.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

constexpr std::chrono::hours a_year{24 * 365};

struct ReadingSettingsView {
  std::vector<OptionView> sizes;
  std::vector<OptionView> colours;
  bool spaced = false;
  bool listening = false;
  bool changed = false;  // something is not as for everyone
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ReadingSettingsView, (), (sizes, colours, spaced, listening, changed, errors))

std::string size_name(int size) {
  if (size == 100) return "Standard";
  if (size == 125) return "Large";
  return size == 150 ? "Larger" : "Largest, twice the standard";
}

}  // namespace

http::Response reading_settings_page(Call& call) {
  const auto& now = reading();
  ReadingSettingsView view;
  for (const int size : text_sizes) {
    view.sizes.push_back(option(std::to_string(size), size_name(size), std::to_string(now.size)));
  }
  for (const auto each : all_colours) {
    view.colours.push_back(option(to_text(each), label(each), to_text(now.colours)));
  }
  view.spaced = now.spaced;
  view.listening = now.listening;
  view.changed = now != Reading{};
  return page(call, "home/reading_settings.html", templates::to_value(view));
}

http::Response receive_reading_settings(Call& call) {
  const auto& form = call.request.form;
  Reading chosen;
  if (!form.has("standard")) {
    // Each is one of a list: what is not on it is as for everyone.
    for (const int size : text_sizes) {
      if (form.get("size") == std::to_string(size)) chosen.size = size;
    }
    chosen.colours = colours_from_text(form.get("colours")).value_or(Colours::standard);
    const auto others = form.all("others");
    const auto ticked = [&](std::string_view word) {
      return std::ranges::find(others, word) != others.end();
    };
    chosen.spaced = ticked("spaced");
    chosen.listening = ticked("listening");
  }
  if (chosen == Reading{}) {
    auto response =
        redirect_with_message(call, "/reading-settings", "Pages look as they do for everyone");
    forget_browser_cookie(response, call.request, reading_cookie);
    return response;
  }
  auto response = redirect_with_message(call, "/reading-settings", "Your reading settings are on");
  set_browser_cookie(response, call.request, reading_cookie, to_text(chosen), a_year);
  return response;
}

}  // namespace throughline::web
