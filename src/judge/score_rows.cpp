#include "judge/score_rows.hpp"

#include "judge/evidence_rows.hpp"
#include "judge/judge.hpp"

#include <map>

namespace throughline::judge {
namespace {

Score from_row(const store::Row& row) {
  Score score;
  score.ref = row.text(0);
  score.framework = row.text(1);
  score.statement = row.text(2);
  score.number = static_cast<int>(row.integer(3));
  score.score = static_cast<int>(row.integer(4));
  score.rationale = row.text(5);
  score.left_out_because = row.text(6);
  score.scored_at = row.text(7);
  score.by_ref = row.text(8);
  score.by_name = row.text(9);
  score.standing = row.integer(3) == row.integer(10);
  return score;
}

}  // namespace

std::vector<Score> select_scores(store::Reader& reader, const std::string& condition,
                                 const std::string& tail, const store::Values& parameters) {
  std::vector<Score> found;
  std::map<std::string, std::size_t> place;
  const std::string chosen = " from scores s where s.authority_id = $1 and " + condition;
  reader.for_each(
      "select s.ref, s.framework, s.statement, s.number, s.score, s.rationale, "
      "s.left_out_because, s.scored_at, s.by_ref, s.by_name, (select max(l.number) from scores l "
      "where l.authority_id = s.authority_id and l.framework = s.framework and l.statement = "
      "s.statement)" +
          chosen + tail,
      parameters, [&](const store::Row& row) {
        place.emplace(row.text(0), found.size());
        found.push_back(from_row(row));
      });
  if (found.empty()) return found;
  reader.for_each(
      "select e.score_ref, e.told, e.told_on, e.note, e.recorded_at, e.by_name from escalations e "
      "where e.authority_id = $1 and e.score_ref in (select s.ref" +
          chosen + ") order by e.score_ref, e.number",
      parameters, [&](const store::Row& row) {
        const auto at = place.find(row.text(0));
        if (at == place.end()) return;
        found[at->second].escalations.push_back(
            {row.text(1), date_of_row(row.text(2)), row.text(3), row.text(4), row.text(5)});
      });
  return found;
}

base::Result<Score> find_score(store::Reader& reader, const std::string& authority_id,
                               const std::string& ref) {
  auto found = select_scores(reader, "s.ref = $2", "", {authority_id, ref});
  if (found.empty()) return base::refuse(base::ErrorKind::not_found, "There is no score " + ref);
  return std::move(found.front());
}

std::vector<Score> scores_of(store::Reader& reader, const std::string& authority_id,
                             const Framework& framework, const std::string& statement) {
  return select_scores(reader, "s.framework = $2 and s.statement = $3", " order by s.number desc",
                       {authority_id, framework.id, statement});
}

std::vector<Score> scores_with(store::Reader& reader, const std::string& authority_id,
                               const std::string& evidence_ref) {
  return select_scores(reader,
                       "exists (select 1 from links k where k.authority_id = s.authority_id and "
                       "k.to_ref = s.ref and k.from_ref = $2)",
                       " order by s.scored_at, s.number", {authority_id, evidence_ref});
}

Weighed weighed(store::Reader& reader, const std::string& authority_id,
                const std::string& score_ref) {
  const auto joined = [&](const char* relation) {
    return select_evidence(reader,
                           "exists (select 1 from links k where k.authority_id = e.authority_id "
                           "and k.from_ref = e.ref and k.to_ref = $2 and k.relation = $3)",
                           " order by e.dated desc, e.ref",
                           {authority_id, score_ref, std::string(relation)});
  };
  return {joined("supports"), joined("contradicts"),
          select_evidence(reader,
                          "exists (select 1 from evidence_left_out x where x.authority_id = "
                          "e.authority_id and x.evidence_ref = e.ref and x.score_ref = $2)",
                          " order by e.dated desc, e.ref", {authority_id, score_ref})};
}

}  // namespace throughline::judge
