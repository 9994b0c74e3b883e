#include "hear/case_row.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "store/search_index.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

// Both databases take at least 32,766 parameters in a statement.
constexpr std::size_t rows_in_statement = 200;

// "($1, $2), ($3, $4)".
std::string places(std::size_t rows, std::size_t columns) {
  std::string text;
  std::size_t next = 1;
  for (std::size_t row = 0; row < rows; ++row) {
    text += row == 0 ? "(" : ", (";
    for (std::size_t column = 0; column < columns; ++column) {
      if (column > 0) text += ", ";
      text += "$" + std::to_string(next++);
    }
    text += ")";
  }
  return text;
}

void insert_cases(store::Writer& writer, const std::string& authority_id,
                  std::span<const Arrival> arrivals) {
  constexpr std::size_t columns = 17;
  store::Values values;
  values.reserve(arrivals.size() * columns);
  for (const auto& [found, submission_key] : arrivals) {
    values.insert(
        values.end(),
        {authority_id, found.ref, number_of(found.ref), found.receipt, submission_key,
         std::string(to_text(found.kind)), found.service_ref,
         std::string(to_text(found.relationship)), std::string(to_text(found.channel)),
         base::to_text(found.received), found.received_at, std::string(to_text(found.status)),
         found.officer_ref, std::string(), found.answer, found.closed, found.version});
  }
  writer.execute(
      "insert into cases (authority_id, ref, number, receipt, submission_key, kind, service_ref, "
      "relationship, channel, received, received_at, status, officer_ref, outcome, answer, closed, "
      "version) values " +
          places(arrivals.size(), columns),
      values);
}

void insert_words(store::Writer& writer, const std::string& authority_id,
                  std::span<const Arrival> arrivals) {
  store::Values values;
  for (const auto& arrival : arrivals) {
    values.insert(values.end(), {authority_id, arrival.found.ref, arrival.found.words});
  }
  writer.execute(
      "insert into case_words (authority_id, case_ref, words) values " + places(arrivals.size(), 3),
      values);
}

}  // namespace

void put_case_node(store::Writer& writer, const std::string& authority_id, const Case& found) {
  record::put_node(
      writer, authority_id,
      {found.ref, title(found), base::to_text(found.received), std::string(to_text(found.status))});
}

void keep_arrivals(store::Writer& writer, const record::Work& work,
                   std::span<const Arrival> arrivals) {
  for (std::size_t start = 0; start < arrivals.size(); start += rows_in_statement) {
    const auto some = arrivals.subspan(start, std::min(rows_in_statement, arrivals.size() - start));
    insert_cases(writer, work.authority_id, some);
    insert_words(writer, work.authority_id, some);
  }
  for (const auto& arrival : arrivals) {
    const auto& found = arrival.found;
    put_case_node(writer, work.authority_id, found);
    store::put_text(writer, work.authority_id, "case", found.ref, found.words);
    record::append_event(
        writer, work, found.ref, "received",
        {{"kind", std::string(label(found.kind))}, {"by", std::string(label(found.channel))}});
  }
}

}  // namespace throughline::hear
