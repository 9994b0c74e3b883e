#include "record/sign_video.hpp"

#include "formats/encoding.hpp"
#include "record/council_details.hpp"
#include "record/event.hpp"

#include <algorithm>
#include <array>

namespace throughline::record {
namespace {

constexpr std::array pages = {
    SignPage{"start", "/", "The start page"},
    SignPage{"tell_us", "/tell-us", "Tell us"},
    SignPage{"easy_read", "/easy-read", "Tell us with pictures"},
    SignPage{"paper_form", "/paper-form", "Paper forms"},
    SignPage{"receipt", "/receipt", "Come back to what you told us"},
    SignPage{"information", "/information", "Information"},
    SignPage{"reading_settings", "/reading-settings", "Reading settings"},
};

SignVideo video_of(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.integer(3), row.yes(4)};
}

constexpr std::string_view columns = "page, url, title, minutes, captions";

std::vector<base::Problem> problems_of(const SignVideo& video) {
  std::vector<base::Problem> problems;
  if (!is_secure_link(video.url)) {
    problems.push_back({"url", "Enter the link to the video. It must begin with https://"});
  }
  const auto& title = video.title;
  if (title.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.push_back({"title", "Enter the title of the video"});
  } else if (!formats::is_utf8(title) || title.size() > most_sign_title_characters ||
             title.find_first_of(std::string_view("\0\r\n", 3)) != std::string::npos) {
    problems.push_back({"title", "The title must be one line of 100 characters or fewer"});
  }
  if (video.minutes < 1 || video.minutes > most_sign_minutes) {
    problems.push_back({"minutes", "Enter how many minutes it lasts, from 1 to 120"});
  }
  return problems;
}

}  // namespace

std::span<const SignPage> sign_pages() {
  return pages;
}

const SignPage* find_sign_page(std::string_view key) {
  const auto* const found = std::ranges::find(pages, key, &SignPage::key);
  return found == pages.end() ? nullptr : found;
}

const SignPage* sign_page_at(std::string_view path) {
  const auto* const found = std::ranges::find(pages, path, &SignPage::path);
  return found == pages.end() ? nullptr : found;
}

std::vector<SignVideo> sign_videos(store::Reader& reader, const std::string& authority_id) {
  std::vector<SignVideo> all;
  reader.for_each(
      "select " + std::string(columns) + " from sign_videos where authority_id = $1 order by page",
      {authority_id}, [&](const store::Row& row) { all.push_back(video_of(row)); });
  return all;
}

std::optional<SignVideo> sign_video(store::Reader& reader, const std::string& authority_id,
                                    std::string_view page) {
  const auto row = reader.row(
      "select " + std::string(columns) + " from sign_videos where authority_id = $1 and page = $2",
      {authority_id, std::string(page)});
  if (!row) return std::nullopt;
  return video_of(*row);
}

base::Result<void> set_sign_video(store::Writer& writer, const Work& work, const SignVideo& video) {
  if (find_sign_page(video.page) == nullptr) {
    return base::refuse(base::ErrorKind::not_found, "There is no such page");
  }
  if (auto problems = problems_of(video); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  writer.execute("delete from sign_videos where authority_id = $1 and page = $2",
                 {work.authority_id, video.page});
  writer.execute(
      "insert into sign_videos (authority_id, page, url, title, minutes, captions) "
      "values ($1, $2, $3, $4, $5, $6)",
      {work.authority_id, video.page, video.url, video.title, video.minutes,
       std::int64_t{video.captions ? 1 : 0}});
  append_event(writer, work, work.authority_id, "video in British Sign Language set",
               {{"page", video.page}});
  return {};
}

void remove_sign_video(store::Writer& writer, const Work& work, std::string_view page) {
  if (!sign_video(writer, work.authority_id, page)) return;
  writer.execute("delete from sign_videos where authority_id = $1 and page = $2",
                 {work.authority_id, std::string(page)});
  append_event(writer, work, work.authority_id, "video in British Sign Language taken away",
               {{"page", std::string(page)}});
}

}  // namespace throughline::record
