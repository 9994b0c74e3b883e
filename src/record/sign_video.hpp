#pragma once

// Videos in British Sign Language that say what a public page says: a link, a title, how long, and
// whether it has captions. The council's own, at most one a page. Nothing is fetched or embedded.

#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

// A page that can have one.
struct SignPage {
  std::string_view key;   // "tell_us"
  std::string_view path;  // "/tell-us"
  std::string_view name;  // "Tell us"
};
[[nodiscard]] std::span<const SignPage> sign_pages();
// Nothing when no page of the list has this key, or stands at this path.
[[nodiscard]] const SignPage* find_sign_page(std::string_view key);
[[nodiscard]] const SignPage* sign_page_at(std::string_view path);

struct SignVideo {
  std::string page;  // the key of a page
  std::string url;
  std::string title;
  std::int64_t minutes = 0;
  bool captions = false;
};
inline constexpr std::size_t most_sign_title_characters = 100;
inline constexpr std::int64_t most_sign_minutes = 120;

// In order of the pages' keys.
[[nodiscard]] std::vector<SignVideo> sign_videos(store::Reader& reader,
                                                 const std::string& authority_id);
[[nodiscard]] std::optional<SignVideo> sign_video(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  std::string_view page);
// Takes the place of the page's video, if it has one. Errors: invalid: url, title, minutes;
// not_found, for a page that cannot have one.
[[nodiscard]] base::Result<void> set_sign_video(store::Writer& writer, const Work& work,
                                                const SignVideo& video);
// Taking away what is not there changes nothing.
void remove_sign_video(store::Writer& writer, const Work& work, std::string_view page);

}  // namespace throughline::record
