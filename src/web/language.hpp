#pragma once

// Which language a visitor is shown: the one they chose, kept in their browser; at a first visit
// the one that their browser asks for; English where the council does not show it. People who sign
// in are shown English.

#include "record/language.hpp"
#include "templates/language.hpp"
#include "web/http/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::web {

inline constexpr std::string_view language_cookie = "language";

[[nodiscard]] const templates::Language& language_for(
    const http::Request& request, const std::vector<record::ShownLanguage>& shown);

// While one lives, answers made by this thread are in its language and offer the others.
class Spoken {
 public:
  // Those shown besides English; codes without a catalogue are left out.
  Spoken(const templates::Language& language, const std::vector<record::ShownLanguage>& shown);
  ~Spoken();
  Spoken(const Spoken&) = delete;
  Spoken& operator=(const Spoken&) = delete;

 private:
  templates::Speaking speaking_;
  std::vector<const templates::Language*> offered_;
  const std::vector<const templates::Language*>* before_;
};

// The languages that the page being made may be had in, English first; empty when there is no
// other.
[[nodiscard]] const std::vector<const templates::Language*>& offered_languages() noexcept;

}  // namespace throughline::web
