#include "base/random.hpp"
#include "formats/csv.hpp"
#include "hear/case_columns.hpp"
#include "hear/case_import.hpp"
#include "record/service.hpp"

#include <map>

namespace throughline::hear {
namespace {

using Columns = std::map<CaseColumn, std::size_t>;
using Services = std::map<std::string, std::string>;  // plain name or ref -> ref

Services read_services(store::Reader& reader, const std::string& authority_id) {
  Services services;
  for (const auto& row :
       reader.rows("select ref, name from services where authority_id = $1", {authority_id})) {
    services[plain(row.text(0))] = row.text(0);
    services[plain(row.text(1))] = row.text(0);
  }
  return services;
}

// Where each column is, or what is missing.
base::Result<Columns> read_heading(const formats::CsvRow& heading, CaseFile& file) {
  Columns columns;
  for (std::size_t index = 0; index < heading.fields.size(); ++index) {
    const auto& name = heading.fields[index];
    const auto column = column_of(name);
    if (column && !columns.contains(*column)) {
      columns[*column] = index;
    } else if (!plain(name).empty()) {
      file.ignored_columns.push_back(name);
    }
  }
  std::vector<base::Problem> missing;
  for (const auto column : {CaseColumn::received, CaseColumn::kind, CaseColumn::words}) {
    if (!columns.contains(column)) {
      missing.push_back({"file", "The file has no column \"" + column_name(column) + "\"", 1});
    }
  }
  if (!missing.empty()) return base::refuse(std::move(missing));
  return columns;
}

// One row of the file as a case, with every problem that it has.
class RowReader {
 public:
  RowReader(const Columns& columns, const Services& services, base::Date today)
      : columns_(columns), services_(services), today_(today) {}

  CaseFileRow read(const formats::CsvRow& row, std::vector<base::Problem>& problems) const {
    CaseFileRow made;
    made.line = row.line;
    made.reference = cell(row, CaseColumn::reference);
    auto& given = made.given;
    given.words = cell(row, CaseColumn::words);
    given.kind = read_kind(cell(row, CaseColumn::kind));
    auto& contact = given.identity.contact;
    contact.name = cell(row, CaseColumn::name);
    contact.email = cell(row, CaseColumn::email);
    contact.phone = cell(row, CaseColumn::phone);
    contact.address = cell(row, CaseColumn::address);

    std::vector<base::Problem> found;
    read_received(row, given, found);
    read_choices(row, given, found);
    read_ending(row, made, found);
    for (auto& problem : problems_of(given, today_)) {
      if (problem.field == "kind") {
        problem.message = "Kind must be complaint, concern, compliment, suggestion or idea";
      } else if (problem.field == "words" && given.words.empty()) {
        problem.message = "There are no words";
      }
      found.push_back(std::move(problem));
    }
    for (auto& problem : found) {
      problem.row = row.line;
      problems.push_back(std::move(problem));
    }
    return made;
  }

 private:
  // What a case that was dealt with elsewhere came to; an answer is kept only with its closing.
  void read_ending(const formats::CsvRow& row, CaseFileRow& made,
                   std::vector<base::Problem>& found) const {
    const auto& status = cell(row, CaseColumn::status);
    if (!plain(status).empty()) {
      if (const auto known = read_status(status)) {
        made.status = *known;
      } else {
        found.push_back({"status", "Status must be received, looking into it or closed"});
      }
    }
    const auto& closed = cell(row, CaseColumn::closed);
    if (!plain(closed).empty()) {
      const auto date = base::date_from_text(closed);
      if (!date || *date > today_ || (made.given.received && *date < *made.given.received)) {
        found.push_back({"closed",
                         "Date closed must be a date between the date received and "
                         "today, like 27/3/2026"});
        return;
      }
      made.closed = *date;
      made.status = Status::closed;
    }
    if (made.status != Status::closed) return;
    if (!made.closed) made.closed = made.given.received;
    made.answer = cell(row, CaseColumn::answer);
    const auto& outcome = cell(row, CaseColumn::outcome);
    made.outcome = read_outcome(outcome);
    if (!made.outcome && !plain(outcome).empty()) {
      found.push_back({"outcome", "Outcome must be did, could not or thanked"});
    }
    if (characters(made.answer) > 10'000 || made.answer.find('\0') != std::string::npos) {
      found.push_back({"answer", "The answer must be 10,000 characters or fewer"});
    }
  }

  const std::string& cell(const formats::CsvRow& row, CaseColumn column) const {
    static const std::string nothing;
    const auto found = columns_.find(column);
    return found == columns_.end() ? nothing : row.field(found->second);
  }

  void read_received(const formats::CsvRow& row, NewCase& given,
                     std::vector<base::Problem>& found) const {
    // A spreadsheet's time of day after the date says nothing that is kept.
    const auto& text = cell(row, CaseColumn::received);
    auto date = base::date_from_text(text);
    if (!date && text.size() > 10 && (text[10] == ' ' || text[10] == 'T')) {
      date = base::date_from_text(text.substr(0, 10));
    }
    if (date) {
      given.received = *date;
    } else {
      found.push_back({"received", "Date received must be a date, like 27/3/2026"});
    }
  }

  void read_choices(const formats::CsvRow& row, NewCase& given,
                    std::vector<base::Problem>& found) const {
    const auto& who = cell(row, CaseColumn::relationship);
    given.relationship = plain(who).empty() ? Relationship::other : read_relationship(who);
    if (!given.relationship) {
      found.push_back({"relationship", "\"" + who + "\" is not a relationship that is known"});
      given.relationship = Relationship::other;
    }
    const auto& how = cell(row, CaseColumn::channel);
    const auto channel = plain(how).empty() ? Channel::import : read_channel(how);
    if (channel) {
      given.channel = *channel;
    } else {
      found.push_back({"channel", "\"" + how + "\" is not a channel that is known"});
    }
    const auto& service = cell(row, CaseColumn::service);
    if (plain(service).empty()) return;
    if (const auto known = services_.find(plain(service)); known != services_.end()) {
      given.service_ref = known->second;
    } else {
      found.push_back({"service", "There is no service called \"" + service + "\""});
    }
  }

  const Columns& columns_;
  const Services& services_;
  base::Date today_;
};

// The reference, or what the row says: a file's rows that say the same are told apart by which of
// them it is, so that two equal thank-you notes stay two.
std::string submission_key(const CaseFileRow& row, std::map<std::string, int>& seen) {
  if (!row.reference.empty()) return "import " + row.reference;
  const auto& given = row.given;
  std::string said;
  for (const auto part :
       {to_text(*given.kind), std::string_view(given.service_ref), to_text(*given.relationship),
        to_text(given.channel), std::string_view(given.words)}) {
    said += std::to_string(part.size()) + " " + std::string(part);
  }
  said += base::to_text(*given.received);
  const auto hash = base::sha256_hex(said);
  return "import " + hash + " " + std::to_string(++seen[hash]);
}

}  // namespace

base::Result<CaseFile> read_case_file(std::istream& stream, store::Reader& reader,
                                      const std::string& authority_id, base::Date today) {
  formats::CsvReader rows(stream, {.encoding = formats::CsvEncoding::utf8_or_windows_1252});
  const auto heading = rows.next();
  if (!heading) return base::refuse({{"file", "The file is empty"}});
  if (!*heading) return tl::make_unexpected(heading->error());
  CaseFile file;
  const auto columns = read_heading(**heading, file);
  if (!columns) return tl::make_unexpected(columns.error());

  const auto services = read_services(reader, authority_id);
  const RowReader row_reader(*columns, services, today);
  std::map<std::string, int> seen;
  while (auto row = rows.next()) {
    if (!*row) {
      for (const auto& problem : row->error().problems) file.problems.push_back(problem);
      continue;
    }
    if (file.good.size() >= most_imported_rows) {
      return base::refuse(base::ErrorKind::too_large,
                          "The file has more than 250,000 rows. Split it into smaller files");
    }
    const auto before = file.problems.size();
    auto made = row_reader.read(**row, file.problems);
    if (file.problems.size() > before) continue;
    made.given.submission_key = submission_key(made, seen);
    file.good.push_back(std::move(made));
  }
  if (file.good.empty() && file.problems.empty()) {
    return base::refuse({{"file", "The file has a heading and no rows below it"}});
  }
  return file;
}

}  // namespace throughline::hear
