#include "hear/letter/letter_template.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "record/data.hpp"
#include "record/event.hpp"

namespace throughline::hear::letter {
namespace {

Template read_template(Kind kind, const store::Row& row) {
  return {kind, row.integer(0), row.text(1), row.yes(2), row.text(3), row.text(4)};
}

constexpr std::string_view select_versions =
    "select version, text, is_default, changed_at, changed_by from letter_templates "
    "where authority_id = $1 and kind = $2 order by version desc";

// Templates are not on the line; their history hangs on their kind.
std::string subject_of(Kind kind) {
  return "letter template " + std::string(to_text(kind));
}

base::Result<Template> keep(store::Writer& writer, const record::Work& work, Template changed,
                            const std::string& verb) {
  ++changed.version;
  changed.changed_at = base::to_text(work.now);
  changed.changed_by = work.actor.name;
  const auto rows = writer.execute(
      "insert into letter_templates (authority_id, kind, version, text, is_default, changed_at, "
      "changed_by) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
      {work.authority_id, std::string(to_text(changed.kind)), changed.version, changed.text,
       std::int64_t{changed.is_default}, changed.changed_at, changed.changed_by});
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this template at the same moment. Try again");
  }
  record::append_event(writer, work, subject_of(changed.kind), verb,
                       {{"version", std::to_string(changed.version)}});
  return changed;
}

base::Result<Template> as_seen(store::Reader& reader, const record::Work& work, Kind kind,
                               std::int64_t version) {
  auto now = current_template(reader, work.authority_id, kind);
  if (now.version == version) return now;
  return base::refuse(base::ErrorKind::conflict,
                      "Someone changed this template while you had it open. Look at their version, "
                      "then save yours again if it should replace it");
}

}  // namespace

Template shipped_template(Kind kind) {
  Template shipped;
  shipped.kind = kind;
  shipped.text = base::embedded_file(record::embedded_data(),
                                     "letters/" + std::string(to_text(kind)) + ".txt");
  return shipped;
}

Template current_template(store::Reader& reader, const std::string& authority_id, Kind kind) {
  const auto row = reader.row(std::string(select_versions) + " limit 1",
                              {authority_id, std::string(to_text(kind))});
  return row ? read_template(kind, *row) : shipped_template(kind);
}

std::vector<Template> template_versions(store::Reader& reader, const std::string& authority_id,
                                        Kind kind) {
  std::vector<Template> versions;
  for (const auto& row :
       reader.rows(std::string(select_versions), {authority_id, std::string(to_text(kind))})) {
    versions.push_back(read_template(kind, row));
  }
  return versions;
}

std::vector<base::Problem> problems_of(Kind kind, const std::string& text) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return {{"text", "Enter the text of the letter"}};
  }
  if (!formats::is_utf8(text) || text.find('\0') != std::string::npos ||
      characters(text) > most_template_characters) {
    return {{"text", "The template must be 20,000 characters or fewer"}};
  }
  return problems_of_template(kind, text);
}

base::Result<Template> change_template(store::Writer& writer, const record::Work& work, Kind kind,
                                       std::int64_t version, const std::string& text) {
  auto now = as_seen(writer, work, kind, version);
  if (!now) return now;
  if (auto problems = problems_of(kind, text); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (now->text == text) return now;
  now->text = text;
  now->is_default = text == shipped_template(kind).text;
  return keep(writer, work, *std::move(now), "changed");
}

base::Result<Template> reset_template(store::Writer& writer, const record::Work& work, Kind kind,
                                      std::int64_t version) {
  auto now = as_seen(writer, work, kind, version);
  if (!now) return now;
  auto shipped = shipped_template(kind);
  if (now->text == shipped.text) return now;
  shipped.version = now->version;
  return keep(writer, work, std::move(shipped), "put back to the default");
}

}  // namespace throughline::hear::letter
