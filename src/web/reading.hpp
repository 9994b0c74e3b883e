#pragma once

// How someone likes to read: larger letters, other colours, more room between letters, or a page
// made for listening. Chosen at /reading-settings, kept in their browser alone, and put by the
// layout on every page, the pages for what went wrong among them.
//
// The settings of an answer belong to the thread that makes it, for as long as a ReadAs lives.
// Without one, pages are as they are for everyone.

#include "web/http/message.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::web {

inline constexpr std::string_view reading_cookie = "reading";

enum class Colours { standard, black_on_yellow, yellow_on_black, dark };

inline constexpr std::array all_colours = {Colours::standard, Colours::black_on_yellow,
                                           Colours::yellow_on_black, Colours::dark};
inline constexpr std::array text_sizes = {100, 125, 150, 200};  // percent

[[nodiscard]] std::string_view to_text(Colours colours);  // "black-on-yellow"
[[nodiscard]] std::string_view label(Colours colours);    // "Black on yellow"
[[nodiscard]] std::optional<Colours> colours_from_text(std::string_view text);

struct Reading {
  int size = 100;  // one of text_sizes
  Colours colours = Colours::standard;
  bool spaced = false;
  bool listening = false;  // one column, and sentences where there were tables

  bool operator==(const Reading&) const = default;
};

// "150.dark.spaced"; empty for what everyone sees. What is not known is passed over.
[[nodiscard]] std::string to_text(const Reading& reading);
[[nodiscard]] Reading reading_from_text(std::string_view text);
// Classes for the root of a page, each after a space; empty for what everyone sees.
[[nodiscard]] std::string root_classes(const Reading& reading);

class ReadAs {
 public:
  explicit ReadAs(const http::Request& request);
  ~ReadAs();
  ReadAs(const ReadAs&) = delete;
  ReadAs& operator=(const ReadAs&) = delete;

 private:
  Reading before_;
};
[[nodiscard]] const Reading& reading() noexcept;

}  // namespace throughline::web
