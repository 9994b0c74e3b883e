#include "hear/case_row.hpp"
#include "hear/complaint/waiting.hpp"
#include "hear/hear.hpp"
#include "store/search_index.hpp"

namespace throughline::hear {
namespace {

// A million cases are never in memory at once.
constexpr int cases_at_once = 1000;

std::vector<store::Row> cases_after(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  return reader.rows("select " + std::string(case_columns) + ", w.words from " +
                         std::string(case_tables) +
                         " left join case_words w on w.authority_id = c.authority_id "
                         "and w.case_ref = c.ref where c.authority_id = $1 and c.ref > $2 "
                         "order by c.ref limit " +
                         std::to_string(cases_at_once),
                     {authority_id, ref});
}

}  // namespace

void rebuild_cases(store::Writer& writer, const std::string& authority_id) {
  std::string last;
  for (;;) {
    const auto rows = cases_after(writer, authority_id, last);
    if (rows.empty()) break;
    std::vector<record::Node> nodes;
    std::vector<std::pair<std::string, std::string>> texts;
    for (const auto& row : rows) {
      nodes.push_back(case_node(read_case(row)));
      if (!row.is_null(case_column_count)) {
        texts.emplace_back(nodes.back().ref, row.text(case_column_count));
      }
    }
    record::put_nodes(writer, authority_id, nodes);
    store::put_texts(writer, authority_id, "case", texts);
    last = nodes.back().ref;
  }
  rebuild_waiting(writer, authority_id);
}

}  // namespace throughline::hear
