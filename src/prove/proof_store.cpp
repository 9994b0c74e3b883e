#include "prove/proof_store.hpp"

namespace throughline::prove {
namespace {

constexpr const char* columns =
    "ref, action_ref, measure_ref, verdict, reason, change_date, as_at, points_before, "
    "points_after, mean_before, mean_after, recorded, recorded_by";

Proof read_proof(const store::Row& row) {
  Proof proof;
  proof.ref = row.text(0);
  proof.action_ref = row.text(1);
  proof.measure_ref = row.text(2);
  proof.outcome = stats::outcome_from_text(row.text(3)).value();
  proof.reason = row.text(4);
  proof.change_date = row.text(5);
  proof.as_at = row.text(6);
  proof.points_before = row.integer(7);
  proof.points_after = row.integer(8);
  proof.mean_before = row.optional_real(9);
  proof.mean_after = row.optional_real(10);
  proof.recorded = row.text(11);
  proof.recorded_by = row.text(12);
  return proof;
}

}  // namespace

void insert_proof(store::Writer& writer, const std::string& authority_id, const Proof& proof) {
  writer.execute(
      std::string("insert into proofs (authority_id, ") + columns +
          ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      {authority_id, proof.ref, proof.action_ref, proof.measure_ref,
       std::string(stats::to_text(proof.outcome)), proof.reason, proof.change_date, proof.as_at,
       proof.points_before, proof.points_after, store::nullable(proof.mean_before),
       store::nullable(proof.mean_after), proof.recorded, proof.recorded_by});
}

std::optional<Proof> find_proof(store::Reader& reader, const std::string& authority_id,
                                const std::string& ref) {
  const auto row = reader.row(
      std::string("select ") + columns + " from proofs where authority_id = $1 and ref = $2",
      {authority_id, ref});
  return row ? std::optional{read_proof(*row)} : std::nullopt;
}

std::vector<Proof> proofs_of(store::Reader& reader, const std::string& authority_id,
                             const std::string& action_ref) {
  std::vector<Proof> proofs;
  reader.for_each(std::string("select ") + columns +
                      " from proofs where authority_id = $1 and action_ref = $2 "
                      "order by recorded desc, ref desc",
                  {authority_id, action_ref},
                  [&](const store::Row& row) { proofs.push_back(read_proof(row)); });
  return proofs;
}

std::map<stats::Outcome, std::int64_t> latest_outcomes(store::Reader& reader,
                                                       const std::string& authority_id) {
  std::map<std::string, stats::Outcome> by_action;
  reader.for_each(
      "select action_ref, verdict from proofs where authority_id = $1 order by recorded, ref",
      {authority_id}, [&](const store::Row& row) {
        by_action[row.text(0)] = stats::outcome_from_text(row.text(1)).value();
      });
  std::map<stats::Outcome, std::int64_t> counts;
  for (const auto& [action, outcome] : by_action) ++counts[outcome];
  return counts;
}

std::vector<Proof> all_proofs(store::Reader& reader, const std::string& authority_id) {
  std::vector<Proof> proofs;
  reader.for_each(std::string("select ") + columns + " from proofs where authority_id = $1",
                  {authority_id},
                  [&](const store::Row& row) { proofs.push_back(read_proof(row)); });
  return proofs;
}

}  // namespace throughline::prove
