#include "record/line.hpp"

#include "store/bulk.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace throughline::record {

namespace {

struct KindWords {
  NodeKind kind;
  std::string_view prefix;
  std::string_view label;
  std::string_view pages;
};

constexpr auto kinds = std::to_array<KindWords>({
    {NodeKind::case_, "CASE", "Case", "/cases/"},
    {NodeKind::wave, "WAVE", "Survey results", "/waves/"},
    {NodeKind::theme, "THEME", "Theme", "/themes/"},
    {NodeKind::action, "ACTION", "Action", "/actions/"},
    {NodeKind::measure, "MEASURE", "Measure", "/measures/"},
    {NodeKind::proof, "PROOF", "Proof", "/proofs/"},
    {NodeKind::document, "DOCUMENT", "Document", "/documents/"},
    {NodeKind::elsewhere, "ELSEWHERE", "Elsewhere", "/elsewhere/"},
    {NodeKind::evidence, "EVIDENCE", "Evidence", "/evidence/"},
    {NodeKind::score, "SCORE", "Score", "/scores/"},
    {NodeKind::publication, "PUBLICATION", "Publication", "/publications/"},
    {NodeKind::letter, "LETTER", "Letter", "/letters/"},
    {NodeKind::report, "REPORT", "Report", "/reports/"},
    {NodeKind::follow_up, "FOLLOWUP", "Follow-up", "/follow-ups/"},
    {NodeKind::ombudsman, "OMBUDSMAN", "Ombudsman decision", "/ombudsman/"},
    {NodeKind::project, "PROJECT", "Co-production project", "/co-production/"},
    {NodeKind::joint_review, "REVIEW", "Joint review", "/joint-reviews/"},
    {NodeKind::local_account, "ACCOUNT", "Local Account", "/local-accounts/"},
});

const KindWords& words_of(NodeKind kind) {
  return *std::ranges::find(kinds, kind, &KindWords::kind);
}

Node node_of(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

}  // namespace

std::string_view prefix(NodeKind kind) {
  return words_of(kind).prefix;
}

std::optional<NodeKind> kind_of(std::string_view ref) {
  const auto dash = ref.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto found = std::ranges::find(kinds, ref.substr(0, dash), &KindWords::prefix);
  if (found == kinds.end()) return std::nullopt;
  return found->kind;
}

std::string_view label(NodeKind kind) {
  return words_of(kind).label;
}

std::string page_of(std::string_view ref) {
  const auto kind = kind_of(ref);
  if (!kind) throw std::invalid_argument("not the ref of a record: " + std::string(ref));
  return std::string(words_of(*kind).pages) + std::string(ref);
}

std::string next_ref(store::Writer& writer, const Work& work, NodeKind kind) {
  return next_ref(writer, work.authority_id, prefix(kind));
}

std::string next_ref(store::Writer& writer, const std::string& authority_id,
                     std::string_view prefix) {
  return std::string(prefix) + "-" + std::to_string(next_numbers(writer, authority_id, prefix, 1));
}

std::int64_t next_numbers(store::Writer& writer, const std::string& authority_id,
                          std::string_view prefix, std::int64_t count) {
  // Not by `returning`: see docs/database.md on SQLite's search index.
  writer.execute(
      "insert into counters (authority_id, prefix, last) values ($1, $2, $3) "
      "on conflict (authority_id, prefix) do update set last = counters.last + excluded.last",
      {authority_id, std::string(prefix), count});
  const std::int64_t last =
      writer.number("select last from counters where authority_id = $1 and prefix = $2",
                    {authority_id, std::string(prefix)});
  return last - count + 1;
}

void put_node(store::Writer& writer, const std::string& authority_id, const Node& node) {
  put_nodes(writer, authority_id, {node});
}

void put_nodes(store::Writer& writer, const std::string& authority_id,
               const std::vector<Node>& nodes) {
  std::unordered_map<std::string_view, std::size_t> places;
  std::vector<store::Values> rows;
  rows.reserve(nodes.size());
  for (const Node& node : nodes) {
    store::Values row{authority_id, node.ref, node.title, node.dated, node.state};
    const auto [place, is_new] = places.try_emplace(node.ref, rows.size());
    if (is_new) {
      rows.push_back(std::move(row));
    } else {
      rows[place->second] = std::move(row);
    }
  }
  store::insert_rows(writer, "insert into nodes (authority_id, ref, title, dated, state)", rows,
                     "on conflict (authority_id, ref) do update set title = excluded.title, "
                     "dated = excluded.dated, state = excluded.state");
}

std::optional<Node> find_node(store::Reader& reader, const std::string& authority_id,
                              const std::string& ref) {
  const auto row =
      reader.row("select ref, title, dated, state from nodes where authority_id = $1 and ref = $2",
                 {authority_id, ref});
  if (!row) return std::nullopt;
  return node_of(*row);
}

}  // namespace throughline::record
