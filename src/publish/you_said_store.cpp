#include "hear/redaction/travel.hpp"
#include "judge/checks.hpp"
#include "publish/publish.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

namespace throughline::publish {
namespace {

PublicWording from_row(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.yes(4),
          row.text(5), row.text(6), row.text(7), row.text(8)};
}

constexpr std::string_view columns =
    "select action_ref, you_said, we_did, could_not, shown, publication_ref, first_shown_at, "
    "saved_at, saved_by from public_wordings where authority_id = $1";

Worked worked_from_state(const std::string& state) {
  if (state == "improved") return Worked::improved;
  if (state == "got worse" || state == "got_worse") return Worked::got_worse;
  if (state == "no change" || state == "no_change") return Worked::no_change;
  return Worked::too_soon;
}

// Everyone who spoke, each once: cases that the action was raised from, and those of the themes it
// was raised from. Counted in the database, since a theme can stand for many thousands.
int voices_behind(store::Reader& reader, const std::string& authority_id, const std::string& ref) {
  return static_cast<int>(reader.number(
      "select count(*) from (select r.from_ref from links r where r.authority_id = $1 and r.to_ref "
      "= $2 and r.relation = 'raised' and r.from_ref like 'CASE-%' union select t.from_ref from "
      "links r join links t on t.authority_id = r.authority_id and t.to_ref = r.from_ref and "
      "t.relation = 'has_theme' where r.authority_id = $1 and r.to_ref = $2 and r.relation = "
      "'raised' and r.from_ref like 'THEME-%') as voices",
      {authority_id, ref}));
}

void add_outcome(store::Reader& reader, const std::string& authority_id, YouSaid& entry) {
  const auto latest_first = [](const record::Node& a, const record::Node& b) {
    return std::tuple(a.dated, a.ref.size(), a.ref) > std::tuple(b.dated, b.ref.size(), b.ref);
  };
  std::vector<record::Node> proofs;
  for (const record::Link& link :
       record::links_from(reader, authority_id, entry.wording.action_ref)) {
    auto node = record::find_node(reader, authority_id, link.to);
    if (!node) continue;
    if (link.relation == record::Relation::tested_by) proofs.push_back(std::move(*node));
    if (link.relation == record::Relation::moves) {
      entry.measure = node->title;
      entry.worked = Worked::too_soon;
    }
  }
  if (proofs.empty()) return;
  std::ranges::stable_sort(proofs, latest_first);
  entry.worked = worked_from_state(proofs.front().state);
  entry.tested = proofs.front().dated;
}

YouSaid entry_of(store::Reader& reader, const std::string& authority_id, PublicWording wording) {
  YouSaid entry;
  entry.wording = std::move(wording);
  const std::string& action = entry.wording.action_ref;
  if (const auto node = record::find_node(reader, authority_id, action)) {
    entry.action_title = node->title;
  }
  for (const record::Link& link : record::links_to(reader, authority_id, action)) {
    if (record::kind_of(link.from) != record::NodeKind::theme) continue;
    if (const auto theme = record::find_node(reader, authority_id, link.from)) {
      entry.themes.push_back(theme->title);
    }
  }
  entry.voices = voices_behind(reader, authority_id, action);
  add_outcome(reader, authority_id, entry);
  return entry;
}

// The cases that an action was raised from.
std::vector<std::string> cases_behind(store::Reader& reader, const std::string& authority_id,
                                      const std::string& action_ref) {
  std::vector<std::string> cases;
  for (const record::Link& link : record::links_to(reader, authority_id, action_ref)) {
    if (link.relation == record::Relation::raised) cases.push_back(link.from);
  }
  return cases;
}

base::Result<PublicWording> checked(store::Reader& reader, const std::string& authority_id,
                                    const WordingDraft& draft) {
  judge::Checks checks;
  PublicWording wording;
  wording.action_ref = draft.action_ref;
  wording.you_said = judge::trimmed(draft.you_said);
  wording.we_did = judge::trimmed(draft.we_did);
  wording.could_not = judge::trimmed(draft.could_not);
  wording.shown = draft.shown;
  checks.text("you_said", "what people said", wording.you_said, draft.shown ? 10 : 0, 600);
  checks.text("we_did", "what was done", wording.we_did, 0, 600);
  checks.text("could_not", "what could not be done, and why", wording.could_not, 0, 600);
  if (draft.shown && wording.we_did.empty() && wording.could_not.empty()) {
    checks.problem("we_did", "Say what was done, or what could not be done and why");
  }
  const auto cases = cases_behind(reader, authority_id, draft.action_ref);
  for (const auto& [field, words] :
       {std::pair{"you_said", &wording.you_said}, std::pair{"we_did", &wording.we_did},
        std::pair{"could_not", &wording.could_not}}) {
    for (auto& problem : hear::problems_with_travel(reader, authority_id, cases, *words)) {
      checks.problem(field, std::move(problem));
    }
  }
  if (!checks.fine()) return base::refuse(checks.take());
  return wording;
}

record::Node node_of(const PublicWording& wording, const std::string& action_title) {
  return {wording.publication_ref, "You said, we did: " + action_title,
          wording.first_shown_at.substr(0, 10), wording.shown ? "published" : "withdrawn"};
}

void put_on_line(store::Writer& writer, const record::Work& work, PublicWording& wording,
                 const std::string& action_title) {
  if (wording.publication_ref.empty()) {
    if (!wording.shown) return;
    wording.publication_ref = record::next_ref(writer, work, record::NodeKind::publication);
    wording.first_shown_at = base::to_text(work.now);
  }
  record::put_node(writer, work.authority_id, node_of(wording, action_title));
  record::add_link(writer, work,
                   {wording.action_ref, record::Relation::published_in, wording.publication_ref});
}

}  // namespace

std::optional<PublicWording> wording_of(store::Reader& reader, const std::string& authority_id,
                                        const std::string& action_ref) {
  const auto row =
      reader.row(std::string(columns) + " and action_ref = $2", {authority_id, action_ref});
  if (!row) return std::nullopt;
  return from_row(*row);
}

base::Result<PublicWording> word_action(store::Writer& writer, const record::Work& work,
                                        const WordingDraft& draft) {
  const auto action = record::find_node(writer, work.authority_id, draft.action_ref);
  if (!action || record::kind_of(draft.action_ref) != record::NodeKind::action) {
    return base::refuse(base::ErrorKind::not_found, "There is no action " + draft.action_ref);
  }
  auto wording = checked(writer, work.authority_id, draft);
  if (!wording) return wording;
  const auto before = wording_of(writer, work.authority_id, draft.action_ref);
  if (before) {
    wording->publication_ref = before->publication_ref;
    wording->first_shown_at = before->first_shown_at;
  }
  wording->saved_at = base::to_text(work.now);
  wording->saved_by = work.actor.name;
  put_on_line(writer, work, *wording, action->title);
  writer.execute(
      "insert into public_wordings (authority_id, action_ref, you_said, we_did, could_not, shown, "
      "publication_ref, first_shown_at, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7, "
      "$8, $9, $10) on conflict (authority_id, action_ref) do update set you_said = "
      "excluded.you_said, we_did = excluded.we_did, could_not = excluded.could_not, shown = "
      "excluded.shown, publication_ref = excluded.publication_ref, first_shown_at = "
      "excluded.first_shown_at, saved_at = excluded.saved_at, saved_by = excluded.saved_by",
      {work.authority_id, wording->action_ref, wording->you_said, wording->we_did,
       wording->could_not, std::int64_t{wording->shown ? 1 : 0}, wording->publication_ref,
       wording->first_shown_at, wording->saved_at, wording->saved_by});
  const bool was_shown = before && before->shown;
  record::append_event(writer, work, draft.action_ref,
                       wording->shown ? (was_shown ? "public wording changed" : "shown in public")
                       : was_shown    ? "no longer shown in public"
                                      : "public wording written",
                       {{"publication", wording->publication_ref}});
  return wording;
}

std::vector<YouSaid> you_said_we_did(store::Reader& reader, const std::string& authority_id,
                                     int most, int offset) {
  std::vector<PublicWording> shown;
  reader.for_each(std::string(columns) +
                      " and shown = 1 order by first_shown_at desc, action_ref limit $2 offset $3",
                  {authority_id, std::int64_t{most}, std::int64_t{offset}},
                  [&](const store::Row& row) { shown.push_back(from_row(row)); });
  std::vector<YouSaid> entries;
  for (PublicWording& wording : shown) {
    entries.push_back(entry_of(reader, authority_id, std::move(wording)));
  }
  return entries;
}

int count_shown(store::Reader& reader, const std::string& authority_id) {
  return static_cast<int>(
      reader.number("select count(*) from public_wordings where authority_id = $1 and shown = 1",
                    {authority_id}));
}

int count_actions_to_word(store::Reader& reader, const std::string& authority_id) {
  return static_cast<int>(
      reader.number("select count(*) from nodes where authority_id = $1 and ref like 'ACTION-%'",
                    {authority_id}));
}

std::vector<YouSaid> actions_to_word(store::Reader& reader, const std::string& authority_id,
                                     int most, int offset) {
  std::vector<std::string> actions;
  reader.for_each(
      "select ref from nodes where authority_id = $1 and ref like 'ACTION-%' order by dated desc, "
      "ref limit $2 offset $3",
      {authority_id, std::int64_t{most}, std::int64_t{offset}},
      [&](const store::Row& row) { actions.push_back(row.text(0)); });
  std::vector<YouSaid> entries;
  for (const std::string& action : actions) {
    PublicWording wording;
    wording.action_ref = action;
    if (auto found = wording_of(reader, authority_id, action)) wording = std::move(*found);
    entries.push_back(entry_of(reader, authority_id, std::move(wording)));
  }
  return entries;
}

base::Result<YouSaid> action_to_word(store::Reader& reader, const std::string& authority_id,
                                     const std::string& action_ref) {
  if (record::kind_of(action_ref) != record::NodeKind::action ||
      !record::find_node(reader, authority_id, action_ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no action " + action_ref);
  }
  PublicWording wording;
  wording.action_ref = action_ref;
  if (auto found = wording_of(reader, authority_id, action_ref)) wording = std::move(*found);
  return entry_of(reader, authority_id, std::move(wording));
}

void rebuild_public_wordings(store::Writer& writer, const std::string& authority_id) {
  std::vector<PublicWording> wordings;
  writer.for_each(std::string(columns) + " and publication_ref <> ''", {authority_id},
                  [&](const store::Row& row) { wordings.push_back(from_row(row)); });
  for (const PublicWording& wording : wordings) {
    const auto action = record::find_node(writer, authority_id, wording.action_ref);
    if (!action) throw std::runtime_error(wording.action_ref + " is worded but is not there");
    record::put_node(writer, authority_id, node_of(wording, action->title));
  }
}

}  // namespace throughline::publish
