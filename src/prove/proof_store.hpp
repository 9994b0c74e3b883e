#pragma once

// The rows of proofs; for prove's own verbs. Others go through proof.hpp.

#include "prove/proof.hpp"

namespace throughline::prove {

void insert_proof(store::Writer& writer, const std::string& authority_id, const Proof& proof);

[[nodiscard]] std::vector<Proof> all_proofs(store::Reader& reader, const std::string& authority_id);

}  // namespace throughline::prove
