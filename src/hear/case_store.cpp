#include "base/random.hpp"
#include "hear/case_row.hpp"
#include "hear/hear.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::hear {
namespace {

std::string select_case(std::string_view where) {
  return "select " + std::string(case_columns) + ", w.words from " + std::string(case_tables) +
         " join case_words w on w.authority_id = c.authority_id and w.case_ref = c.ref "
         "where c.authority_id = $1 and " +
         std::string(where);
}

std::optional<Case> one_case(store::Reader& reader, std::string_view where,
                             const store::Values& values) {
  const auto row = reader.row(select_case(where), values);
  if (!row) return std::nullopt;
  auto found = read_case(*row);
  found.words = row->text(case_column_count);
  return found;
}

template <typename T>
T known(std::optional<T> value) {
  if (!value) throw std::runtime_error("a case holds a word that this program does not know");
  return *value;
}

std::string service_name(store::Reader& reader, const std::string& authority_id,
                         const std::string& service_ref) {
  const auto row = reader.row("select name from services where authority_id = $1 and ref = $2",
                              {authority_id, service_ref});
  return row ? row->text(0) : "";
}

}  // namespace

Case read_case(const store::Row& row) {
  Case found;
  found.ref = row.text(0);
  found.receipt = row.text(1);
  found.kind = known(kind_from_text(row.text(2)));
  found.service_ref = row.text(3);
  found.service_name = row.text(4);
  found.relationship = known(relationship_from_text(row.text(5)));
  found.channel = known(channel_from_text(row.text(6)));
  found.received = base::date_from_text(row.text(7)).value();
  found.received_at = row.text(8);
  found.status = known(status_from_text(row.text(9)));
  found.officer_ref = row.text(10);
  found.officer_name = row.text(11);
  found.outcome = outcome_from_text(row.text(12));
  found.answer = row.text(13);
  found.closed = row.text(14);
  found.version = row.integer(15);
  return found;
}

std::int64_t number_of(const std::string& ref) {
  return std::stoll(ref.substr(ref.find('-') + 1));
}

base::Result<Received> receive(store::Writer& writer, const record::Work& work,
                               const NewCase& given) {
  const auto today = work.today();
  auto problems = problems_of(given, today);
  Arrival arrival;
  auto& made = arrival.found;
  if (!given.service_ref.empty()) {
    made.service_name = service_name(writer, work.authority_id, given.service_ref);
    if (made.service_name.empty()) problems.push_back({"service", "Choose a service in the list"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));

  if (!given.submission_key.empty()) {
    if (auto before = find_by_submission(writer, work.authority_id, given.submission_key)) {
      return *before;
    }
  }
  made.ref = record::next_ref(writer, work, record::NodeKind::case_);
  made.receipt = base::new_receipt(work.random);
  made.kind = *given.kind;
  made.service_ref = given.service_ref;
  made.relationship = *given.relationship;
  made.channel = given.channel;
  made.received = given.received.value_or(today);
  made.received_at = base::to_text(work.now);
  made.words = given.words;
  arrival.submission_key = given.submission_key.empty() ? made.ref : given.submission_key;
  keep_arrivals(writer, work, {&arrival, 1});
  keep_identity(writer, work.authority_id, made.ref, given.identity);
  return Received{made.ref, made.receipt, false};
}

std::optional<Case> find_case(store::Reader& reader, const std::string& authority_id,
                              const std::string& ref) {
  return one_case(reader, "c.ref = $2", {authority_id, ref});
}

std::optional<Case> find_by_receipt(store::Reader& reader, const std::string& authority_id,
                                    std::string_view typed) {
  const auto receipt = base::tidy_receipt(typed);
  if (receipt.empty()) return std::nullopt;
  return one_case(reader, "c.receipt = $2", {authority_id, receipt});
}

std::optional<Received> find_by_submission(store::Reader& reader, const std::string& authority_id,
                                           const std::string& submission_key) {
  const auto row =
      reader.row("select ref, receipt from cases where authority_id = $1 and submission_key = $2",
                 {authority_id, submission_key});
  if (!row) return std::nullopt;
  return Received{row->text(0), row->text(1), true};
}

}  // namespace throughline::hear
