#pragma once

// Rows of the evidence table as Evidence, with the records that show each; for this room's own SQL.

#include "judge/evidence.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::judge {

// Evidence for a condition on the table `e`; $1 is the authority. `tail` orders and limits.
[[nodiscard]] std::vector<Evidence> select_evidence(store::Reader& reader,
                                                    const std::string& condition,
                                                    const std::string& tail,
                                                    const store::Values& parameters);

void insert_evidence(store::Writer& writer, const std::string& authority_id,
                     const Evidence& evidence);
void update_evidence(store::Writer& writer, const std::string& authority_id,
                     const Evidence& evidence);
void insert_revision(store::Writer& writer, const std::string& authority_id,
                     const Evidence& evidence, const std::string& at, const std::string& by_name,
                     const std::string& reason);

[[nodiscard]] base::Date date_of_row(const std::string& text);

}  // namespace throughline::judge
