#include "hear/paper_form/scan.hpp"

#include "base/base64.hpp"
#include "base/random.hpp"
#include "hear/hear.hpp"
#include "hear/people/hold.hpp"
#include "record/document.hpp"
#include "record/event.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace throughline::hear {
namespace {

// A multiple of three, so that no piece but the last is padded.
constexpr std::size_t piece_bytes = 384 * 1024;

struct ScanType {
  std::string_view type;
  std::string_view ending;
};
constexpr std::array types = {ScanType{"application/pdf", "pdf"}, ScanType{"image/jpeg", "jpg"},
                              ScanType{"image/png", "png"}};

const ScanType* find_type(std::string_view type) {
  const auto* const found = std::ranges::find(types, type, &ScanType::type);
  return found == types.end() ? nullptr : found;
}

base::Result<std::string> type_of(const std::string& bytes, const std::string& file_name) {
  if (bytes.empty()) return base::refuse({{"file", "Choose the file of the scan"}});
  if (bytes.size() > most_scan_bytes) {
    return base::refuse(
        {{"file", "The file is larger than 10 MB. Scan it again with fewer dots, or in parts"}});
  }
  const auto type = record::document_type(bytes, file_name);
  if (!type || find_type(*type) == nullptr) {
    return base::refuse({{"file",
                          "Upload a PDF, a JPEG or a PNG that is whole, under its own "
                          "kind of name (.pdf, .jpg or .png)"}});
  }
  return *type;
}

std::string said(std::int64_t number) {
  return std::to_string(number);
}

base::Error not_there() {
  return {base::ErrorKind::not_found, "There is no such scan", {}};
}

std::optional<std::string> type_held(store::Reader& reader, const record::Work& work,
                                     const std::string& case_ref, std::int64_t number) {
  const auto row = reader.row(
      "select type from case_scans where authority_id = $1 and case_ref = $2 and number = $3",
      {work.authority_id, case_ref, number});
  if (!row) return std::nullopt;
  return row->text(0);
}

// The last number that the history knows: a number is not given again to another scan.
std::int64_t next_number(store::Reader& reader, const record::Work& work,
                         const std::string& case_ref) {
  std::int64_t last = 0;
  for (const auto& event : record::history(reader, work.authority_id, case_ref)) {
    if (event.verb == "scan of the paper added") ++last;
  }
  return last + 1;
}

}  // namespace

base::Result<Scan> add_scan(store::Writer& writer, const record::Work& work,
                            const std::string& case_ref, const std::string& bytes,
                            const std::string& file_name) {
  if (!find_case(writer, work.authority_id, case_ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such case");
  }
  const auto type = type_of(bytes, file_name);
  if (!type) return tl::make_unexpected(type.error());
  const auto sha256 = base::sha256_hex(bytes);
  const auto held =
      writer.number("select count(*) from case_scans where authority_id = $1 and case_ref = $2",
                    {work.authority_id, case_ref});
  if (held >= most_scans_of_case) {
    return base::refuse({{"file", "A case holds 10 scans at most. Take one away first"}});
  }
  if (writer.number("select count(*) from case_scans where authority_id = $1 and case_ref = $2 "
                    "and sha256 = $3",
                    {work.authority_id, case_ref, sha256}) > 0) {
    return base::refuse({{"file", "This file is already with the case"}});
  }
  const Scan scan{next_number(writer, work, case_ref), *type,
                  static_cast<std::int64_t>(bytes.size()), base::to_text(work.now),
                  work.actor.name};
  writer.execute(
      "insert into case_scans (authority_id, case_ref, number, type, size, sha256, added_at, "
      "added_by) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      {work.authority_id, case_ref, scan.number, scan.type, scan.size, sha256, scan.added_at,
       scan.added_by});
  std::int64_t piece = 0;
  for (std::size_t at = 0; at < bytes.size(); at += piece_bytes, ++piece) {
    writer.execute(
        "insert into case_scan_pieces (authority_id, case_ref, number, piece, base64) "
        "values ($1, $2, $3, $4, $5)",
        {work.authority_id, case_ref, scan.number, piece,
         base::to_base64(std::string_view(bytes).substr(at, piece_bytes))});
  }
  record::append_event(writer, work, case_ref, "scan of the paper added",
                       {{"scan", said(scan.number)}});
  return scan;
}

std::vector<Scan> scans_of(store::Reader& reader, const std::string& authority_id,
                           const std::string& case_ref) {
  std::vector<Scan> all;
  reader.for_each(
      "select number, type, size, added_at, added_by from case_scans where authority_id = $1 and "
      "case_ref = $2 order by number",
      {authority_id, case_ref}, [&](const store::Row& row) {
        all.push_back({row.integer(0), row.text(1), row.integer(2), row.text(3), row.text(4)});
      });
  return all;
}

base::Result<ScanFile> look_at_scan(store::Writer& writer, const record::Work& work,
                                    const std::string& case_ref, std::int64_t number) {
  const auto type = type_held(writer, work, case_ref, number);
  if (!type) return tl::make_unexpected(not_there());
  ScanFile file{
      case_ref + "-scan-" + said(number) + "." + std::string(find_type(*type)->ending), *type, {}};
  writer.for_each(
      "select base64 from case_scan_pieces where authority_id = $1 and case_ref = $2 and number = "
      "$3 order by piece",
      {work.authority_id, case_ref, number}, [&](const store::Row& row) {
        const auto bytes = base::from_base64(row.text(0));
        if (!bytes) throw std::runtime_error("a piece of a scan in the database is damaged");
        file.bytes += *bytes;
      });
  record::append_event(writer, work, case_ref, "scan of the paper looked at",
                       {{"scan", said(number)}});
  return file;
}

base::Result<void> remove_scan(store::Writer& writer, const record::Work& work,
                               const std::string& case_ref, std::int64_t number) {
  if (!type_held(writer, work, case_ref, number)) return tl::make_unexpected(not_there());
  if (is_on_hold(writer, work.authority_id, case_ref)) {
    return base::refuse(base::ErrorKind::conflict,
                        "The case is on hold. Nothing of it can go until the hold is lifted");
  }
  for (const auto* table : {"case_scan_pieces", "case_scans"}) {
    writer.execute("delete from " + std::string(table) +
                       " where authority_id = $1 and case_ref = $2 and number = $3",
                   {work.authority_id, case_ref, number});
  }
  record::append_event(writer, work, case_ref, "scan of the paper taken away",
                       {{"scan", said(number)}});
  return {};
}

}  // namespace throughline::hear
