#include "base/random.hpp"
#include "hear/case_row.hpp"
#include "hear/hear.hpp"
#include "hear/people/hold.hpp"
#include "hear/people/named.hpp"
#include "hear/people/people.hpp"
#include "hear/people/personal_tables.hpp"
#include "hear/people/reason.hpp"
#include "record/event.hpp"
#include "store/catalogue.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <set>

namespace throughline::hear {
namespace {

namespace json = boost::json;

// Never shown: of no use to a person, or a secret of the program. A scan is had from its case.
bool is_shown(const std::string& table, const std::string& column, const std::string& key) {
  if (column == "authority_id" || column == key || table == "case_scan_pieces") return false;
  return table != "feedback_drafts" || column != "token_hash";
}

HeldTable read_table(store::Reader& reader, const std::string& authority_id,
                     const PersonalTable& table, const store::TableShape& shape,
                     const std::string& case_ref) {
  HeldTable held{table.name, table.what, {}, {}};
  std::string columns;
  for (const auto& column : shape.columns) {
    if (!is_shown(table.name, column, table.key)) continue;
    held.columns.push_back(column);
    columns += (columns.empty() ? "" : ", ") + column;
  }
  if (columns.empty()) return held;
  for (const auto& row :
       reader.rows("select " + columns + " from " + table.name + " where authority_id = $1 and " +
                       table.key + " = $2 order by " + columns,
                   {authority_id, case_ref})) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at < held.columns.size(); ++at) cells.push_back(row.text(at));
    held.rows.push_back(std::move(cells));
  }
  return held;
}

CaseHeld read_case_held(store::Reader& reader, const std::string& authority_id,
                        const std::vector<store::TableShape>& shapes, const Case& found) {
  CaseHeld held{found.ref, title(found), is_on_hold(reader, authority_id, found.ref), {}};
  for (const auto& table : personal_tables()) {
    const auto shape = std::ranges::find(shapes, table.name, &store::TableShape::name);
    if (shape == shapes.end()) continue;
    auto read = read_table(reader, authority_id, table, *shape, found.ref);
    if (!read.rows.empty()) held.tables.push_back(std::move(read));
  }
  return held;
}

}  // namespace

std::vector<record::Node> made_from(store::Reader& reader, const std::string& authority_id,
                                    const std::vector<std::string>& case_refs) {
  std::vector<record::Node> made;
  std::set<std::string> seen;
  const auto follow = [&](const std::string& from, const auto& self) -> void {
    for (const auto& link : record::links_from(reader, authority_id, from)) {
      if (link.relation == record::Relation::has_theme || !seen.insert(link.to).second) continue;
      const auto kind = record::kind_of(link.to);
      if (!kind) continue;
      // Evidence and public wordings hold what somebody wrote of what the person said; a score, a
      // figure or a proof does not.
      const bool holds_words =
          *kind == record::NodeKind::evidence || *kind == record::NodeKind::publication ||
          *kind == record::NodeKind::ombudsman || *kind == record::NodeKind::joint_review ||
          *kind == record::NodeKind::local_account;
      if (holds_words || *kind == record::NodeKind::action) {
        if (auto node = record::find_node(reader, authority_id, link.to)) {
          made.push_back(*std::move(node));
        }
      }
      if (*kind == record::NodeKind::action) self(link.to, self);
    }
  };
  for (const auto& ref : case_refs) follow(ref, follow);
  return made;
}

base::Result<PersonData> look_at_person(store::Writer& writer, const record::Work& work,
                                        const std::vector<std::string>& case_refs,
                                        const std::string& reason, Looking looking,
                                        const std::vector<std::string>& named) {
  std::vector<base::Problem> problems;
  if (case_refs.empty() && named.empty()) {
    problems.push_back({"case", "Choose what is this person's"});
  }
  if (std::max(case_refs.size(), named.size()) > most_cases_of_person) {
    problems.push_back({"case", "Choose 500 cases or fewer at a time"});
  }
  check_reason(problems, reason, "Enter why you need to see this person's data");
  if (!problems.empty()) return base::refuse(std::move(problems));
  PersonData data;
  const auto shapes = store::tables(writer);
  std::vector<record::NewEvent> events;
  for (const auto& ref : case_refs) {
    const auto found = find_case(writer, work.authority_id, ref);
    if (!found) return base::refuse(base::ErrorKind::not_found, "There is no case " + ref);
    data.cases.push_back(read_case_held(writer, work.authority_id, shapes, *found));
    events.push_back(
        {ref, looking == Looking::to_show ? "data seen" : "data exported", {}, reason});
  }
  auto rows = read_named(writer, work.authority_id, named);
  if (!rows) return tl::make_unexpected(rows.error());
  data.named = *std::move(rows);
  for (const auto& row : data.named) {
    events.push_back(
        {row.record, looking == Looking::to_show ? "data seen" : "data exported", {}, reason});
  }
  data.made_from_them = made_from(writer, work.authority_id, case_refs);
  record::append_events(writer, work, events);
  return data;
}

std::string person_json(const PersonData& data, const record::Work& work) {
  json::array cases;
  for (const auto& each : data.cases) {
    json::object tables;
    for (const auto& table : each.tables) {
      json::array rows;
      for (const auto& cells : table.rows) {
        json::object row;
        for (std::size_t at = 0; at < cells.size(); ++at) row[table.columns[at]] = cells[at];
        rows.push_back(std::move(row));
      }
      tables[table.name] = std::move(rows);
    }
    cases.push_back({{"ref", each.ref}, {"title", each.title}, {"held", std::move(tables)}});
  }
  json::array named;
  for (const auto& row : data.named) {
    named.push_back(
        {{"ref", row.record}, {"what", row.what}, {"name", row.name}, {"email", row.email}});
  }
  json::array made;
  for (const auto& node : data.made_from_them) {
    made.push_back({{"ref", node.ref}, {"title", node.title}, {"dated", node.dated}});
  }
  return json::serialize(json::object{{"council", work.authority_id},
                                      {"made_at", base::to_text(work.now)},
                                      {"cases", std::move(cases)},
                                      {"named_beside_cases", std::move(named)},
                                      {"made_from_these_cases", std::move(made)}}) +
         "\n";
}

}  // namespace throughline::hear
