#include "hear/written_in.hpp"

#include "record/event.hpp"

namespace throughline::hear {

void note_language(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                   const std::string& code) {
  if (!written_in(writer, work.authority_id, case_ref).empty()) return;
  writer.execute("insert into case_languages (authority_id, case_ref, code) values ($1, $2, $3)",
                 {work.authority_id, case_ref, code});
  record::append_event(writer, work, case_ref, "written on a page in another language",
                       {{"language", code}});
}

std::string written_in(store::Reader& reader, const std::string& authority_id,
                       const std::string& case_ref) {
  const auto row =
      reader.row("select code from case_languages where authority_id = $1 and case_ref = $2",
                 {authority_id, case_ref});
  return row ? row->text(0) : "";
}

}  // namespace throughline::hear
