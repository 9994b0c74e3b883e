#include "judge/evidence_rows.hpp"

#include <map>
#include <stdexcept>

namespace throughline::judge {
namespace {

Evidence from_row(const store::Row& row) {
  Evidence evidence;
  evidence.ref = row.text(0);
  evidence.framework = row.text(1);
  evidence.statement = row.text(2);
  evidence.claim = row.text(3);
  evidence.voice = voice_from_text(row.text(4)).value();
  evidence.bearing = bearing_from_text(row.text(5)).value();
  evidence.category = row.text(6);
  evidence.strength = strength_from_text(row.text(7)).value();
  evidence.dated = date_of_row(row.text(8));
  evidence.review_by = date_of_row(row.text(9));
  evidence.state = row.text(10) == "current" ? EvidenceState::current : EvidenceState::withdrawn;
  evidence.withdrawn_because = row.text(11);
  evidence.revision = static_cast<int>(row.integer(12));
  evidence.added_at = row.text(13);
  evidence.added_by = row.text(14);
  return evidence;
}

std::string state_text(const Evidence& evidence) {
  return evidence.state == EvidenceState::current ? "current" : "withdrawn";
}

std::string joined(const std::vector<record::Node>& sources) {
  std::string refs;
  for (const record::Node& source : sources) {
    if (!refs.empty()) refs += ' ';
    refs += source.ref;
  }
  return refs;
}

}  // namespace

base::Date date_of_row(const std::string& text) {
  auto date = base::date_from_text(text);
  if (!date) throw std::runtime_error("the database holds a date that is none: " + text);
  return *date;
}

std::vector<Evidence> select_evidence(store::Reader& reader, const std::string& condition,
                                      const std::string& tail, const store::Values& parameters) {
  std::vector<Evidence> found;
  std::map<std::string, std::size_t> place;
  const std::string chosen = " from evidence e where e.authority_id = $1 and " + condition + tail;
  reader.for_each(
      "select e.ref, e.framework, e.statement, e.claim, e.voice, e.bearing, e.category, "
      "e.strength, e.dated, e.review_by, e.state, e.withdrawn_because, e.revision, e.added_at, "
      "e.added_by" +
          chosen,
      parameters, [&](const store::Row& row) {
        place.emplace(row.text(0), found.size());
        found.push_back(from_row(row));
      });
  if (found.empty()) return found;
  reader.for_each(
      "select l.to_ref, n.ref, n.title, n.dated, n.state from links l join nodes n on "
      "n.authority_id = l.authority_id and n.ref = l.from_ref where l.authority_id = $1 and "
      "l.relation = 'shown_by' and l.to_ref in (select e.ref" +
          chosen + ") order by l.at, l.from_ref",
      parameters, [&](const store::Row& row) {
        const auto at = place.find(row.text(0));
        if (at == place.end()) return;
        found[at->second].sources.push_back({row.text(1), row.text(2), row.text(3), row.text(4)});
      });
  return found;
}

void insert_evidence(store::Writer& writer, const std::string& authority_id,
                     const Evidence& evidence) {
  writer.execute(
      "insert into evidence (authority_id, ref, framework, statement, claim, voice, bearing, "
      "category, strength, dated, review_by, state, withdrawn_because, revision, added_at, "
      "added_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
      {authority_id, evidence.ref, evidence.framework, evidence.statement, evidence.claim,
       std::string(to_text(evidence.voice)), std::string(to_text(evidence.bearing)),
       evidence.category, std::string(to_text(evidence.strength)), base::to_text(evidence.dated),
       base::to_text(evidence.review_by), state_text(evidence), evidence.withdrawn_because,
       std::int64_t{evidence.revision}, evidence.added_at, evidence.added_by});
}

void update_evidence(store::Writer& writer, const std::string& authority_id,
                     const Evidence& evidence) {
  writer.execute(
      "update evidence set statement = $3, claim = $4, voice = $5, bearing = $6, category = $7, "
      "strength = $8, dated = $9, review_by = $10, state = $11, withdrawn_because = $12, "
      "revision = $13 where authority_id = $1 and ref = $2",
      {authority_id, evidence.ref, evidence.statement, evidence.claim,
       std::string(to_text(evidence.voice)), std::string(to_text(evidence.bearing)),
       evidence.category, std::string(to_text(evidence.strength)), base::to_text(evidence.dated),
       base::to_text(evidence.review_by), state_text(evidence), evidence.withdrawn_because,
       std::int64_t{evidence.revision}});
}

void insert_revision(store::Writer& writer, const std::string& authority_id,
                     const Evidence& evidence, const std::string& at, const std::string& by_name,
                     const std::string& reason) {
  writer.execute(
      "insert into evidence_revisions (authority_id, evidence_ref, revision, statement, claim, "
      "voice, bearing, category, strength, dated, review_by, sources, at, by_name, reason) values "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
      {authority_id, evidence.ref, std::int64_t{evidence.revision}, evidence.statement,
       evidence.claim, std::string(to_text(evidence.voice)), std::string(to_text(evidence.bearing)),
       evidence.category, std::string(to_text(evidence.strength)), base::to_text(evidence.dated),
       base::to_text(evidence.review_by), joined(evidence.sources), at, by_name, reason});
}

}  // namespace throughline::judge
