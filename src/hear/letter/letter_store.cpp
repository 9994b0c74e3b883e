#include "hear/letter/letter_row.hpp"

#include <stdexcept>

namespace throughline::hear::letter {
namespace {

constexpr std::string_view columns =
    "ref, case_ref, kind, state, template_version, recipient, body, extension_reason, extended_to, "
    "drafted, drafted_by_ref, drafted_by, sent, sent_by, version";

// "LETTER-10" comes after "LETTER-9".
constexpr std::string_view in_order = "length(ref), ref";

std::optional<base::Date> date_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return base::date_from_text(text).value();
}

template <typename T>
T known(std::optional<T> value) {
  if (!value) throw std::runtime_error("a letter holds a word that this program does not know");
  return *value;
}

Letter read_letter(const store::Row& row) {
  Letter found;
  found.ref = row.text(0);
  found.case_ref = row.text(1);
  found.kind = known(kind_from_text(row.text(2)));
  found.state = known(state_from_text(row.text(3)));
  found.template_version = row.integer(4);
  found.recipient = row.text(5);
  found.body = row.text(6);
  found.extension_reason = row.text(7);
  found.extended_to = date_in(row.text(8));
  found.drafted = base::date_from_text(row.text(9)).value();
  found.drafted_by_ref = row.text(10);
  found.drafted_by = row.text(11);
  found.sent = date_in(row.text(12));
  found.sent_by = sent_by_from_text(row.text(13));
  found.version = row.integer(14);
  return found;
}

std::string select_letters(std::string_view where) {
  return "select " + std::string(columns) + " from letters where authority_id = $1 and " +
         std::string(where);
}

std::vector<Letter> read_all(store::Reader& reader, const std::string& sql,
                             const store::Values& values) {
  std::vector<Letter> found;
  for (const auto& row : reader.rows(sql, values)) found.push_back(read_letter(row));
  return found;
}

record::Node node_of(const Letter& letter) {
  return {letter.ref, title(letter), base::to_text(letter.dated()),
          std::string(to_text(letter.state))};
}

std::string text_of(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : "";
}

}  // namespace

void add(store::Writer& writer, const record::Work& work, const Letter& letter) {
  writer.execute("insert into letters (authority_id, " + std::string(columns) +
                     ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', "
                     "1)",
                 {work.authority_id, letter.ref, letter.case_ref, std::string(to_text(letter.kind)),
                  std::string(to_text(letter.state)), letter.template_version, letter.recipient,
                  letter.body, letter.extension_reason, text_of(letter.extended_to),
                  base::to_text(letter.drafted), letter.drafted_by_ref, letter.drafted_by});
  record::put_node(writer, work.authority_id, node_of(letter));
  record::add_link(writer, work, {letter.case_ref, record::Relation::answered_by, letter.ref});
}

base::Result<Letter> keep(store::Writer& writer, const record::Work& work, Letter changed) {
  const auto rows = writer.execute(
      "update letters set state = $4, recipient = $5, body = $6, sent = $7, sent_by = $8, "
      "version = version + 1 where authority_id = $1 and ref = $2 and version = $3",
      {work.authority_id, changed.ref, changed.version, std::string(to_text(changed.state)),
       changed.recipient, changed.body, text_of(changed.sent),
       changed.sent_by ? std::string(to_text(*changed.sent_by)) : ""});
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this letter at the same moment. Try again");
  }
  ++changed.version;
  record::put_node(writer, work.authority_id, node_of(changed));
  return changed;
}

std::optional<Letter> find_letter(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref) {
  const auto row = reader.row(select_letters("ref = $2"), {authority_id, ref});
  if (!row) return std::nullopt;
  return read_letter(*row);
}

std::vector<Letter> letters_of(store::Reader& reader, const std::string& authority_id,
                               const std::string& case_ref) {
  return read_all(reader, select_letters("case_ref = $2 order by ") + std::string(in_order),
                  {authority_id, case_ref});
}

std::vector<Letter> letters_in(store::Reader& reader, const std::string& authority_id, State state,
                               int most) {
  return read_all(reader,
                  select_letters("state = $2 order by drafted desc, length(ref) desc, ref desc "
                                 "limit ") +
                      std::to_string(most),
                  {authority_id, std::string(to_text(state))});
}

std::int64_t count_letters(store::Reader& reader, const std::string& authority_id, State state) {
  return reader.number("select count(*) from letters where authority_id = $1 and state = $2",
                       {authority_id, std::string(to_text(state))});
}

void rebuild_letters(store::Writer& writer, const std::string& authority_id) {
  std::vector<record::Node> nodes;
  for (const auto& row : writer.rows(select_letters("ref <> ''"), {authority_id})) {
    nodes.push_back(node_of(read_letter(row)));
  }
  record::put_nodes(writer, authority_id, nodes);
}

}  // namespace throughline::hear::letter
