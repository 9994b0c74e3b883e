#include "record/event.hpp"
#include "record/line.hpp"
#include "understand/understand.hpp"

namespace throughline::understand {
namespace {

bool name_taken(store::Reader& reader, const std::string& authority_id, const std::string& name,
                const std::string& but_ref) {
  return reader
      .row(
          "select ref from themes where authority_id = $1 and lower(name) = lower($2) "
          "and ref <> $3",
          {authority_id, name, but_ref})
      .has_value();
}

std::vector<base::Problem> all_problems(store::Reader& reader, const std::string& authority_id,
                                        const ThemeDescription& given, const std::string& ref) {
  auto problems = problems_of(given);
  if (problems.empty() && name_taken(reader, authority_id, given.name, ref)) {
    problems.push_back({"name", "There is a theme with this name already"});
  }
  return problems;
}

void put_theme_node(store::Writer& writer, const record::Work& work, const std::string& ref,
                    const std::string& name, const std::string& state) {
  record::put_node(writer, work.authority_id, {ref, name, "", state});
}

std::string state_of(bool active) {
  return active ? "in use" : "not in use";
}

}  // namespace

base::Result<Theme> create_theme(store::Writer& writer, const record::Work& work,
                                 const ThemeDescription& given) {
  if (auto problems = all_problems(writer, work.authority_id, given, ""); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  Theme made{record::next_ref(writer, work, record::NodeKind::theme),
             given.name,
             given.covers,
             given.cues,
             given.active,
             "",
             1};
  writer.execute(
      "insert into themes (authority_id, ref, name, covers, cues, active, merged_into, "
      "version) values ($1, $2, $3, $4, $5, $6, '', 1)",
      {work.authority_id, made.ref, made.name, made.covers, cues_text(made.cues),
       std::int64_t{made.active}});
  put_theme_node(writer, work, made.ref, made.name, state_of(made.active));
  record::append_event(writer, work, made.ref, "created", {{"name", made.name}});
  return made;
}

base::Result<void> describe_theme(store::Writer& writer, const record::Work& work,
                                  const std::string& ref, std::int64_t version,
                                  const ThemeDescription& given) {
  const auto found = find_theme(writer, work.authority_id, ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such theme");
  if (!found->merged_into.empty()) {
    return base::refuse(base::ErrorKind::conflict, "This theme was merged into another");
  }
  if (auto problems = all_problems(writer, work.authority_id, given, ref); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto rows = writer.execute(
      "update themes set name = $4, covers = $5, cues = $6, active = $7, version = version + 1 "
      "where authority_id = $1 and ref = $2 and version = $3",
      {work.authority_id, ref, version, given.name, given.covers, cues_text(given.cues),
       std::int64_t{given.active}});
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this theme while you had it open. Read what changed, then "
                        "try again");
  }
  record::Details details;
  if (given.name != found->name) details.emplace_back("name", found->name + " to " + given.name);
  if (given.covers != found->covers) details.emplace_back("covers", "changed");
  if (given.cues != found->cues) details.emplace_back("cues", "changed");
  if (given.active != found->active) {
    details.emplace_back("state", state_of(found->active) + " to " + state_of(given.active));
  }
  put_theme_node(writer, work, ref, given.name, state_of(given.active));
  record::append_event(writer, work, ref, "described", details);
  return {};
}

base::Result<std::size_t> merge_themes(store::Writer& writer, const record::Work& work,
                                       const std::string& from_ref, const std::string& into_ref,
                                       const std::string& reason) {
  const auto from = find_theme(writer, work.authority_id, from_ref);
  const auto into = find_theme(writer, work.authority_id, into_ref);
  if (!from) return base::refuse(base::ErrorKind::not_found, "There is no such theme");
  if (!into || from_ref == into_ref || !into->merged_into.empty()) {
    return base::refuse({{"into", "Choose another theme to merge this one into"}});
  }
  if (!from->merged_into.empty()) {
    return base::refuse(base::ErrorKind::conflict, "This theme was merged before");
  }
  std::size_t cases = 0;
  for (const auto& link : record::links_to(writer, work.authority_id, from_ref)) {
    record::add_link(writer, work, {link.from, link.relation, into_ref});
    record::remove_link(writer, work, link);
    if (link.relation == record::Relation::has_theme) ++cases;
  }
  for (const auto& link : record::links_from(writer, work.authority_id, from_ref)) {
    record::add_link(writer, work, {into_ref, link.relation, link.to});
    record::remove_link(writer, work, link);
  }
  writer.execute(
      "insert into case_themes (authority_id, theme_ref, case_ref, received, number, kind) "
      "select authority_id, $3, case_ref, received, number, kind from case_themes "
      "where authority_id = $1 and theme_ref = $2 on conflict do nothing",
      {work.authority_id, from_ref, into_ref});
  writer.execute("delete from case_themes where authority_id = $1 and theme_ref = $2",
                 {work.authority_id, from_ref});
  writer.execute(
      "update themes set active = 0, merged_into = $3, version = version + 1 "
      "where authority_id = $1 and ref = $2",
      {work.authority_id, from_ref, into_ref});
  put_theme_node(writer, work, from_ref, from->name, "merged");
  const auto moved = std::to_string(cases);
  record::append_event(writer, work, from_ref, "merged",
                       {{"into", into_ref + " " + into->name}, {"cases", moved}}, reason);
  record::append_event(writer, work, into_ref, "took in",
                       {{"theme", from_ref + " " + from->name}, {"cases", moved}}, reason);
  return cases;
}

void rebuild_themes(store::Writer& writer, const std::string& authority_id) {
  std::vector<record::Node> nodes;
  writer.for_each(
      "select ref, name, active, merged_into from themes where authority_id = $1", {authority_id},
      [&](const store::Row& row) {
        const bool merged = !row.text(3).empty();
        nodes.push_back({row.text(0), row.text(1), "", merged ? "merged" : state_of(row.yes(2))});
      });
  record::put_nodes(writer, authority_id, nodes);
}

}  // namespace throughline::understand
