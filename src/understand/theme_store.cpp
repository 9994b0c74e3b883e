#include "store/database.hpp"
#include "understand/understand.hpp"

namespace throughline::understand {
namespace {

constexpr std::string_view select_theme =
    "select t.ref, t.name, t.covers, t.cues, t.active, t.merged_into, t.version from themes t ";

Theme read_theme(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2),   cues_from_text(row.text(3)),
          row.yes(4),  row.text(5), row.integer(6)};
}

std::vector<Theme> select(store::Reader& reader, std::string_view rest,
                          const store::Values& values) {
  std::vector<Theme> found;
  for (const auto& row : reader.rows(std::string(select_theme) + std::string(rest), values)) {
    found.push_back(read_theme(row));
  }
  return found;
}

}  // namespace

std::vector<Theme> themes(store::Reader& reader, const std::string& authority_id) {
  return select(reader, "where t.authority_id = $1 and t.merged_into = '' order by lower(t.name)",
                {authority_id});
}

std::vector<Theme> active_themes(store::Reader& reader, const std::string& authority_id) {
  return select(reader, "where t.authority_id = $1 and t.active = 1 order by lower(t.name)",
                {authority_id});
}

std::optional<Theme> find_theme(store::Reader& reader, const std::string& authority_id,
                                const std::string& ref) {
  auto found = select(reader, "where t.authority_id = $1 and t.ref = $2", {authority_id, ref});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Theme> themes_of(store::Reader& reader, const std::string& authority_id,
                             const std::string& case_ref) {
  return select(reader,
                "join case_themes g on g.authority_id = t.authority_id and g.theme_ref = t.ref "
                "where t.authority_id = $1 and g.case_ref = $2 order by lower(t.name)",
                {authority_id, case_ref});
}

}  // namespace throughline::understand
