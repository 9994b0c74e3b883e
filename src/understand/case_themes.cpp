#include "record/event.hpp"
#include "record/line.hpp"
#include "understand/understand.hpp"

#include <algorithm>
#include <set>

namespace throughline::understand {
namespace {

std::string names(const std::vector<Theme>& themes) {
  std::string text;
  for (const auto& theme : themes) text += (text.empty() ? "" : ", ") + theme.name;
  return text;
}

bool has(const std::vector<Theme>& themes, const std::string& ref) {
  return std::ranges::find(themes, ref, &Theme::ref) != themes.end();
}

}  // namespace

base::Result<void> set_themes(store::Writer& writer, const record::Work& work,
                              const std::string& case_ref,
                              const std::vector<std::string>& theme_refs) {
  const auto& authority_id = work.authority_id;
  const auto found =
      writer.row("select received, number, kind from cases where authority_id = $1 and ref = $2",
                 {authority_id, case_ref});
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such case");

  const auto before = themes_of(writer, authority_id, case_ref);
  const std::set<std::string> wanted(theme_refs.begin(), theme_refs.end());
  std::vector<Theme> added;
  for (const auto& ref : wanted) {
    if (has(before, ref)) continue;
    auto theme = find_theme(writer, authority_id, ref);
    if (!theme || !theme->active) {
      return base::refuse({{"themes", "Choose themes in the list"}});
    }
    added.push_back(*std::move(theme));
  }
  std::vector<Theme> removed;
  std::ranges::copy_if(before, std::back_inserter(removed),
                       [&](const Theme& theme) { return !wanted.contains(theme.ref); });
  if (added.empty() && removed.empty()) return {};

  for (const auto& theme : added) {
    record::add_link(writer, work, {case_ref, record::Relation::has_theme, theme.ref});
    writer.execute(
        "insert into case_themes (authority_id, theme_ref, case_ref, received, number, "
        "kind) values ($1, $2, $3, $4, $5, $6)",
        {authority_id, theme.ref, case_ref, found->text(0), found->integer(1), found->text(2)});
  }
  for (const auto& theme : removed) {
    record::remove_link(writer, work, {case_ref, record::Relation::has_theme, theme.ref});
    writer.execute(
        "delete from case_themes where authority_id = $1 and theme_ref = $2 "
        "and case_ref = $3",
        {authority_id, theme.ref, case_ref});
  }
  record::Details details;
  if (!added.empty()) details.emplace_back("added", names(added));
  if (!removed.empty()) details.emplace_back("removed", names(removed));
  record::append_event(writer, work, case_ref, "given themes", details);
  return {};
}

void rebuild_case_themes(store::Writer& writer, const std::string& authority_id) {
  writer.execute("delete from case_themes where authority_id = $1", {authority_id});
  writer.execute(
      "insert into case_themes (authority_id, theme_ref, case_ref, received, number, kind) "
      "select c.authority_id, l.to_ref, c.ref, c.received, c.number, c.kind from links l "
      "join cases c on c.authority_id = l.authority_id and c.ref = l.from_ref "
      "where l.authority_id = $1 and l.relation = $2",
      {authority_id, std::string(record::to_text(record::Relation::has_theme))});
}

}  // namespace throughline::understand
