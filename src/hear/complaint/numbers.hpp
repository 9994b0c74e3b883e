#pragma once

// The number of the next row that a complaint gets in a table of its own.

#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace throughline::hear {

// `table` is one of ours, never what somebody typed.
[[nodiscard]] inline std::int64_t next_number(store::Reader& reader, const record::Work& work,
                                              std::string_view table, const std::string& case_ref,
                                              std::string_view column = "number") {
  return 1 + reader.number("select coalesce(max(" + std::string(column) + "), 0) from " +
                               std::string(table) + " where authority_id = $1 and case_ref = $2",
                           {work.authority_id, case_ref});
}

}  // namespace throughline::hear
