#include "record/language.hpp"

#include "record/event.hpp"

#include <algorithm>

namespace throughline::record {
namespace {

bool is_shown(store::Reader& reader, const Work& work, const std::string& code) {
  const auto shown = shown_languages(reader, work.authority_id);
  return std::ranges::find(shown, code, &ShownLanguage::code) != shown.end();
}

}  // namespace

std::vector<ShownLanguage> shown_languages(store::Reader& reader, const std::string& authority_id) {
  std::vector<ShownLanguage> shown;
  reader.for_each(
      "select code, checked_on from authority_languages where authority_id = $1 order by code",
      {authority_id}, [&](const store::Row& row) {
        shown.push_back({row.text(0), row.text(1)});
      });
  return shown;
}

base::Result<void> show_language(store::Writer& writer, const Work& work, const std::string& code,
                                 bool checked) {
  if (!checked) {
    return base::refuse(
        {{"checked-" + code, "Say that someone who reads the language has checked the pages"}});
  }
  if (is_shown(writer, work, code)) return {};
  writer.execute(
      "insert into authority_languages (authority_id, code, checked_on) values ($1, $2, $3)",
      {work.authority_id, code, base::to_text(work.today())});
  append_event(writer, work, work.authority_id, "shown in a language", {{"language", code}});
  return {};
}

void hide_language(store::Writer& writer, const Work& work, const std::string& code) {
  if (!is_shown(writer, work, code)) return;
  writer.execute("delete from authority_languages where authority_id = $1 and code = $2",
                 {work.authority_id, code});
  append_event(writer, work, work.authority_id, "no longer shown in a language",
               {{"language", code}});
}

}  // namespace throughline::record
