#include "hear/case_import.hpp"

#include "base/random.hpp"
#include "formats/csv.hpp"
#include "hear/case_row.hpp"
#include "record/authority.hpp"
#include "record/line.hpp"
#include "record/service.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace throughline::hear {
namespace {

constexpr std::size_t rows_at_once = 500;

// Which of these submissions are cases already. A join, not `in (...)`: with a plan that PostgreSQL
// made while the table was small, each case would be compared with each key in turn.
std::set<std::string> keys_here(store::Reader& reader, const std::string& authority_id,
                                std::span<const CaseFileRow> rows) {
  store::Values values{authority_id};
  std::string wanted;
  for (const auto& row : rows) {
    values.emplace_back(row.given.submission_key);
    wanted += (wanted.empty() ? "($" : ", ($") + std::to_string(values.size()) + ")";
  }
  std::set<std::string> keys;
  for (const auto& row : reader.rows("select c.submission_key from (values " + wanted +
                                         ") wanted join cases c on c.authority_id = $1 "
                                         "and c.submission_key = wanted.column1",
                                     values)) {
    keys.insert(row.text(0));
  }
  return keys;
}

// A row of our own export names the case that it came from; another council's export can hold the
// same reference, so the words must be the same too.
bool is_own_export(store::Reader& reader, const std::string& authority_id, const CaseFileRow& row) {
  if (!row.reference.starts_with(record::prefix(record::NodeKind::case_))) return false;
  const auto words =
      reader.row("select words from case_words where authority_id = $1 and case_ref = $2",
                 {authority_id, row.reference});
  return words && (words->text(0) == row.given.words ||
                   formats::disarmed_cell(words->text(0)) == row.given.words);
}

std::map<std::string, std::string> service_names(store::Reader& reader,
                                                 const std::string& authority_id) {
  std::map<std::string, std::string> names;
  for (const auto& service : record::services(reader, authority_id)) {
    names[service.ref] = service.name;
  }
  return names;
}

// Rows that are no case yet, each once. Everything is looked up before anything is added:
// PostgreSQL keeps a query's plan, and one that was made for a small table is slow in a table that
// grows.
std::vector<const CaseFileRow*> new_rows(store::Reader& reader, const std::string& authority_id,
                                         std::span<const CaseFileRow> all) {
  std::vector<const CaseFileRow*> found;
  std::set<std::string> seen;
  for (std::size_t start = 0; start < all.size(); start += rows_at_once) {
    const auto some = all.subspan(start, std::min(rows_at_once, all.size() - start));
    seen.merge(keys_here(reader, authority_id, some));
    for (const auto& row : some) {
      if (is_own_export(reader, authority_id, row)) continue;
      if (seen.insert(row.given.submission_key).second) found.push_back(&row);
    }
  }
  return found;
}

Arrival arrival_of(const record::Work& work, const CaseFileRow& row,
                   const std::map<std::string, std::string>& services) {
  const auto& given = row.given;
  Arrival arrival;
  arrival.submission_key = given.submission_key;
  auto& made = arrival.found;
  made.receipt = base::new_receipt(work.random);
  made.kind = *given.kind;
  made.service_ref = given.service_ref;
  if (const auto name = services.find(given.service_ref); name != services.end()) {
    made.service_name = name->second;
  }
  made.relationship = *given.relationship;
  made.channel = given.channel;
  made.received = *given.received;
  made.received_at = base::to_text(work.now);
  made.words = given.words;
  made.status = row.status;
  made.outcome = row.outcome;
  made.answer = row.answer;
  if (row.closed) made.closed = base::to_text(*row.closed);
  return arrival;
}

}  // namespace

CaseImport import_cases(store::Writer& writer, const record::Work& work, const CaseFile& file) {
  const auto services = service_names(writer, work.authority_id);
  const auto rows = new_rows(writer, work.authority_id, file.good);
  const std::string prefix(record::prefix(record::NodeKind::case_));
  const std::span<const CaseFileRow* const> all(rows);
  for (std::size_t start = 0; start < all.size(); start += rows_at_once) {
    const auto some = all.subspan(start, std::min(rows_at_once, all.size() - start));
    auto number = record::next_numbers(writer, work.authority_id, prefix,
                                       static_cast<std::int64_t>(some.size()));
    std::vector<Arrival> arrivals;
    for (const auto* row : some) {
      arrivals.push_back(arrival_of(work, *row, services));
      arrivals.back().found.ref = prefix + "-" + std::to_string(number++);
    }
    keep_arrivals(writer, work, arrivals);
    for (std::size_t index = 0; index < some.size(); ++index) {
      keep_identity(writer, work.authority_id, arrivals[index].found.ref,
                    some[index]->given.identity);
    }
  }
  return {rows.size(), file.good.size() - rows.size()};
}

}  // namespace throughline::hear
