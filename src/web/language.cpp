#include "web/language.hpp"

#include "web/browser_cookie.hpp"
#include "web/http/words.hpp"

#include <algorithm>
#include <cstdlib>

namespace throughline::web {

namespace {

const std::vector<const templates::Language*> none;
thread_local const std::vector<const templates::Language*>* offered = &none;

bool is_shown(std::string_view code, const std::vector<record::ShownLanguage>& shown) {
  return code == templates::english().code ||
         std::ranges::find(shown, code, &record::ShownLanguage::code) != shown.end();
}

// "ur-PK;q=0.8" is ur, 0.8.
struct Wish {
  std::string code;
  double weight = 1;
};

std::vector<Wish> wishes(std::string_view header) {
  std::vector<Wish> found;
  while (!header.empty() && found.size() < 20) {
    const auto end = std::min(header.find(','), header.size());
    auto piece = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    Wish wish;
    if (const auto at = piece.find(";q="); at != std::string_view::npos) {
      wish.weight = std::strtod(std::string(piece.substr(at + 3)).c_str(), nullptr);
      piece = piece.substr(0, at);
    }
    wish.code = http::trimmed(piece.substr(0, piece.find('-')));
    found.push_back(std::move(wish));
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Wish::weight);
  return found;
}

}  // namespace

const templates::Language& language_for(const http::Request& request,
                                        const std::vector<record::ShownLanguage>& shown) {
  const auto chosen = browser_cookie(request, language_cookie);
  if (const auto* language = templates::find_language(chosen)) {
    return is_shown(chosen, shown) ? *language : templates::english();
  }
  for (const auto& [code, weight] : wishes(request.header("accept-language"))) {
    const auto* language = templates::find_language(code);
    if (weight > 0 && language != nullptr && is_shown(code, shown)) return *language;
  }
  return templates::english();
}

Spoken::Spoken(const templates::Language& language, const std::vector<record::ShownLanguage>& shown)
    : speaking_(language), before_(offered) {
  for (const auto& each : shown) {
    if (const auto* found = templates::find_language(each.code)) offered_.push_back(found);
  }
  if (!offered_.empty()) offered_.insert(offered_.begin(), &templates::english());
  offered = &offered_;
}

Spoken::~Spoken() {
  offered = before_;
}

const std::vector<const templates::Language*>& offered_languages() noexcept {
  return *offered;
}

}  // namespace throughline::web
