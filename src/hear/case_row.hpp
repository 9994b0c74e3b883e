#pragma once

// How a case stands in its table; for the sources of this room only.

#include "hear/case.hpp"
#include "record/line.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <span>
#include <string>
#include <vector>

namespace throughline::hear {

// The columns that read_case expects, from `cases c left join services s`.
inline constexpr std::string_view case_columns =
    "c.ref, c.receipt, c.kind, c.service_ref, coalesce(s.name, ''), c.relationship, c.channel, "
    "c.received, c.received_at, c.status, c.officer_ref, coalesce(u.name, ''), c.outcome, "
    "c.answer, c.closed, c.version";
inline constexpr std::string_view case_tables =
    "cases c "
    "left join services s on s.authority_id = c.authority_id and s.ref = c.service_ref "
    "left join users u on u.authority_id = c.authority_id and u.ref = c.officer_ref";
inline constexpr std::size_t case_column_count = 16;

[[nodiscard]] Case read_case(const store::Row& row);

// 1042 of "CASE-1042".
[[nodiscard]] std::int64_t number_of(const std::string& ref);

// A case about to be kept, and the key of its submission.
struct Arrival {
  Case found;
  std::string submission_key;
};

// Adds cases with their words, nodes, events and places in the search index.
void keep_arrivals(store::Writer& writer, const record::Work& work,
                   std::span<const Arrival> arrivals);

// Writes down a changed case. The version in the condition orders two officers who both read the
// case before either wrote it.
// Errors: conflict.
[[nodiscard]] base::Result<void> keep_case(store::Writer& writer, const record::Work& work,
                                           const Case& changed);

[[nodiscard]] record::Node case_node(const Case& found);
// Brings the node of a changed case up to date.
void put_case_node(store::Writer& writer, const std::string& authority_id, const Case& found);

}  // namespace throughline::hear
