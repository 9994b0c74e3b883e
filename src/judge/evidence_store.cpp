#include "judge/checks.hpp"
#include "judge/evidence_draft.hpp"
#include "judge/evidence_rows.hpp"
#include "judge/judge.hpp"

#include <algorithm>

namespace throughline::judge {
namespace {

std::string title_of(const Rules& rules, const Evidence& evidence) {
  const Statement* statement = rules.framework.find(evidence.statement);
  return std::string(label(evidence.voice)) + ", " + std::string(to_text(evidence.bearing)) + ": " +
         (statement ? statement->name : evidence.statement);
}

void put_on_line(store::Writer& writer, const std::string& authority_id, const std::string& title,
                 const Evidence& evidence) {
  record::put_node(
      writer, authority_id,
      {evidence.ref, title, base::to_text(evidence.dated),
       evidence.state == EvidenceState::withdrawn ? "withdrawn"
                                                  : std::string(to_text(evidence.bearing))});
}

void join_sources(store::Writer& writer, const record::Work& work, const std::string& ref,
                  const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    record::add_link(writer, work, {source, record::Relation::shown_by, ref});
  }
}

std::vector<record::Node> nodes_of(store::Reader& reader, const std::string& authority_id,
                                   const std::vector<std::string>& refs) {
  std::vector<record::Node> nodes;
  for (const std::string& ref : refs) {
    if (auto node = record::find_node(reader, authority_id, ref)) nodes.push_back(std::move(*node));
  }
  return nodes;
}

void take(Evidence& evidence, const ReadEvidence& read, const ReadClaim& claim,
          const std::string& statement) {
  evidence.statement = statement;
  evidence.claim = claim.claim;
  evidence.bearing = claim.bearing;
  evidence.voice = read.voice;
  evidence.category = read.category;
  evidence.strength = read.strength;
  evidence.dated = read.dated;
  evidence.review_by = read.review_by;
}

base::Result<std::string> reason_given(const std::string& reason, const std::string& what) {
  Checks checks;
  const std::string given = trimmed(reason);
  checks.text("reason", what, given, 1, most_sentence_characters);
  if (!checks.fine()) return base::refuse(checks.take());
  return given;
}

}  // namespace

Rules built_in_rules() {
  return {local_authority_framework(), built_in_yardsticks()};
}

base::Result<std::vector<Evidence>> add_evidence(store::Writer& writer, const record::Work& work,
                                                 const Rules& rules, const EvidenceDraft& draft) {
  const auto read = read_evidence_draft(writer, work, rules, draft);
  if (!read) return tl::make_unexpected(read.error());
  std::vector<Evidence> added;
  for (const std::string& statement : read->statements) {
    for (const ReadClaim& claim : read->claims) {
      Evidence evidence;
      evidence.ref = record::next_ref(writer, work, record::NodeKind::evidence);
      evidence.framework = rules.framework.id;
      take(evidence, *read, claim, statement);
      evidence.added_at = base::to_text(work.now);
      evidence.added_by = work.actor.name;
      evidence.sources = nodes_of(writer, work.authority_id, read->sources);
      insert_evidence(writer, work.authority_id, evidence);
      insert_revision(writer, work.authority_id, evidence, evidence.added_at, evidence.added_by,
                      "");
      put_on_line(writer, work.authority_id, title_of(rules, evidence), evidence);
      join_sources(writer, work, evidence.ref, read->sources);
      record::append_event(writer, work, evidence.ref, "added",
                           {{"statement", statement},
                            {"voice", std::string(to_text(evidence.voice))},
                            {"bearing", std::string(to_text(evidence.bearing))}});
      added.push_back(std::move(evidence));
    }
  }
  return added;
}

base::Result<Evidence> correct_evidence(store::Writer& writer, const record::Work& work,
                                        const Rules& rules, const std::string& ref,
                                        int from_revision, const EvidenceDraft& draft,
                                        const std::string& reason) {
  auto found = find_evidence(writer, work.authority_id, ref);
  if (!found) return found;
  if (found->state == EvidenceState::withdrawn) {
    return base::refuse(base::ErrorKind::conflict,
                        ref + " has been withdrawn. Add it again if it is right after all");
  }
  if (found->revision != from_revision) {
    return base::refuse(base::ErrorKind::conflict, "Someone else corrected " + ref +
                                                       " while you were writing. Look at what it "
                                                       "says now, and correct that");
  }
  const auto read = read_evidence_draft(writer, work, rules, draft);
  const auto given = reason_given(reason, "why it is corrected");
  std::vector<base::Problem> problems;
  if (!read) problems = read.error().problems;
  if (read && (read->statements.size() != 1 || read->claims.size() != 1)) {
    problems.push_back({"bearing",
                        "A correction keeps one claim and one statement. Add the other "
                        "as new evidence"});
  }
  if (!given)
    problems.insert(problems.end(), given.error().problems.begin(), given.error().problems.end());
  if (!problems.empty()) return base::refuse(std::move(problems));

  for (const record::Node& source : found->sources) {
    if (std::ranges::find(read->sources, source.ref) == read->sources.end()) {
      record::remove_link(writer, work, {source.ref, record::Relation::shown_by, ref});
    }
  }
  join_sources(writer, work, ref, read->sources);
  take(*found, *read, read->claims.front(), read->statements.front());
  found->sources = nodes_of(writer, work.authority_id, read->sources);
  ++found->revision;
  update_evidence(writer, work.authority_id, *found);
  insert_revision(writer, work.authority_id, *found, base::to_text(work.now), work.actor.name,
                  *given);
  put_on_line(writer, work.authority_id, title_of(rules, *found), *found);
  record::append_event(writer, work, ref, "corrected",
                       {{"revision", std::to_string(found->revision)}}, *given);
  return found;
}

base::Result<Evidence> withdraw_evidence(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, const std::string& reason) {
  auto found = find_evidence(writer, work.authority_id, ref);
  if (!found) return found;
  if (found->state == EvidenceState::withdrawn) {
    return base::refuse(base::ErrorKind::conflict, ref + " has already been withdrawn");
  }
  const auto given = reason_given(reason, "why it is withdrawn");
  if (!given) return tl::make_unexpected(given.error());
  found->state = EvidenceState::withdrawn;
  found->withdrawn_because = *given;
  update_evidence(writer, work.authority_id, *found);
  const auto node = record::find_node(writer, work.authority_id, ref);
  put_on_line(writer, work.authority_id, node ? node->title : ref, *found);
  record::append_event(writer, work, ref, "withdrawn", {}, *given);
  return found;
}

void rebuild_evidence(store::Writer& writer, const std::string& authority_id, const Rules& rules) {
  for (const Evidence& evidence : select_evidence(writer, "1 = 1", "", {authority_id})) {
    put_on_line(writer, authority_id, title_of(rules, evidence), evidence);
  }
}

}  // namespace throughline::judge
