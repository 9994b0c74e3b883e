#include "publish/local_account/local_account.hpp"

#include <algorithm>

namespace throughline::publish::local_account {
namespace {

WrittenChapter chapter_from(const store::Row& row) {
  WrittenChapter written;
  written.chapter = *chapter_from_text(row.text(0));
  written.text.chapter = row.text(0);
  written.text.found = found_from_json(row.text(1));
  written.text.note = row.text(2);
  written.text.left_out = row.integer(3) != 0;
  written.text.why_left_out = row.text(4);
  written.version = row.integer(5);
  written.saved_at = row.text(6);
  written.saved_by = row.text(7);
  return written;
}

constexpr std::string_view select_chapters =
    "select chapter, figures, note, left_out, why_left_out, version, saved_at, saved_by from "
    "local_account_chapters where authority_id = $1 and account_ref = $2";

}  // namespace

std::vector<WrittenChapter> chapters_of(store::Reader& reader, const std::string& authority_id,
                                        const std::string& ref) {
  std::vector<WrittenChapter> found;
  reader.for_each(std::string(select_chapters), {authority_id, ref},
                  [&](const store::Row& row) { found.push_back(chapter_from(row)); });
  std::ranges::sort(found, {}, &WrittenChapter::chapter);
  return found;
}

std::vector<WrittenChapter> earlier_words(store::Reader& reader, const std::string& authority_id,
                                          const std::string& ref, Chapter chapter) {
  std::vector<WrittenChapter> found;
  reader.for_each(
      "select n.version, n.note, n.left_out, n.why_left_out, n.saved_at, n.saved_by from "
      "local_account_notes n join local_account_chapters c on c.authority_id = n.authority_id and "
      "c.account_ref = n.account_ref and c.chapter = n.chapter where n.authority_id = $1 and "
      "n.account_ref = $2 and n.chapter = $3 and n.version < c.version order by n.version desc",
      {authority_id, ref, std::string(to_text(chapter))}, [&](const store::Row& row) {
        WrittenChapter earlier;
        earlier.chapter = chapter;
        earlier.version = row.integer(0);
        earlier.text.note = row.text(1);
        earlier.text.left_out = row.integer(2) != 0;
        earlier.text.why_left_out = row.text(3);
        earlier.saved_at = row.text(4);
        earlier.saved_by = row.text(5);
        found.push_back(std::move(earlier));
      });
  return found;
}

std::optional<WrittenChapter> find_chapter(store::Reader& reader, const std::string& authority_id,
                                           const std::string& ref, Chapter chapter) {
  const auto row = reader.row(std::string(select_chapters) + " and chapter = $3",
                              {authority_id, ref, std::string(to_text(chapter))});
  if (!row) return std::nullopt;
  return chapter_from(*row);
}

}  // namespace throughline::publish::local_account
