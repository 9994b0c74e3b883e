#pragma once

// The rows of proofs; for prove's own verbs. Others go through proof.hpp.

#include "prove/proof.hpp"

namespace throughline::prove {

void insert_proof(store::Writer& writer, const std::string& authority_id, const Proof& proof);

}  // namespace throughline::prove
