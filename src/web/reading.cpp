#include "web/reading.hpp"

#include "web/browser_cookie.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

thread_local Reading now_reading;

struct Scheme {
  Colours colours;
  std::string_view text;
  std::string_view label;
};

constexpr std::array schemes = {
    Scheme{Colours::standard, "standard", "Standard colours"},
    Scheme{Colours::black_on_yellow, "black-on-yellow", "Black on yellow"},
    Scheme{Colours::yellow_on_black, "yellow-on-black", "Yellow on black"},
    Scheme{Colours::dark, "dark", "White on black"},
};

const Scheme& scheme_of(Colours colours) {
  return schemes.at(static_cast<std::size_t>(colours));
}

void set_word(Reading& reading, std::string_view word) {
  if (word == "spaced") reading.spaced = true;
  if (word == "listening") reading.listening = true;
  if (const auto colours = colours_from_text(word)) reading.colours = *colours;
  for (const int size : text_sizes) {
    if (word == std::to_string(size)) reading.size = size;
  }
}

}  // namespace

std::string_view to_text(Colours colours) {
  return scheme_of(colours).text;
}

std::string_view label(Colours colours) {
  return scheme_of(colours).label;
}

std::optional<Colours> colours_from_text(std::string_view text) {
  const auto* const found = std::ranges::find(schemes, text, &Scheme::text);
  if (found == schemes.end()) return std::nullopt;
  return found->colours;
}

std::string to_text(const Reading& reading) {
  std::string text;
  const auto add = [&](std::string_view word) {
    if (!text.empty()) text += '.';
    text += word;
  };
  if (reading.size != 100) add(std::to_string(reading.size));
  if (reading.colours != Colours::standard) add(to_text(reading.colours));
  if (reading.spaced) add("spaced");
  if (reading.listening) add("listening");
  return text;
}

Reading reading_from_text(std::string_view text) {
  Reading reading;
  text = text.substr(0, 100);
  while (!text.empty()) {
    const auto end = std::min(text.find('.'), text.size());
    set_word(reading, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return reading;
}

std::string root_classes(const Reading& reading) {
  std::string classes;
  if (reading.size != 100) classes += " read-" + std::to_string(reading.size);
  if (reading.colours != Colours::standard) {
    classes += " read-colours read-" + std::string(to_text(reading.colours));
  }
  if (reading.spaced) classes += " read-spaced";
  if (reading.listening) classes += " read-listening";
  return classes;
}

ReadAs::ReadAs(const http::Request& request) : before_(now_reading) {
  now_reading = reading_from_text(browser_cookie(request, reading_cookie));
}

ReadAs::~ReadAs() {
  now_reading = before_;
}

const Reading& reading() noexcept {
  return now_reading;
}

}  // namespace throughline::web
