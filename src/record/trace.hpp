#pragma once

// The trace: from a score down to the voices and figures behind it, and from a voice forward to
// what it changed. A walk over the links, and nothing else.

#include "base/result.hpp"
#include "record/line.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

enum class Direction { back, forward };  // back: towards the voices; forward: towards publication

// The way that says more about a record: voices and what is done about them look forward; figures,
// judgements and pages look back.
[[nodiscard]] Direction usual_direction(std::string_view ref);

struct TraceStep {
  Node node;
  int depth = 0;             // 0: the record asked for
  int parent = -1;           // index into Trace::steps; -1 for the first
  Relation relation{};       // how the parent is joined to this one; unused at depth 0
  bool seen_before = false;  // stands elsewhere in the trace too, and is not followed again here
};

struct Trace {
  Direction direction = Direction::back;
  std::vector<TraceStep> steps;  // depth-first, in reading order: an indented list
  bool cut = false;              // more than `most` records: the rest is left out, and pages say so
};

// The links of many records are fetched with one query, and of each record at most `most`, so that
// millions of links cost no more than the part of them that is shown.
// Shape: each record once with seen_before false, children in order of relation, then of kind and
// number. Records are taken nearest first when there are more than `most`.
// Errors: not_found, when this council has no such record.
[[nodiscard]] base::Result<Trace> trace(store::Reader& reader, const std::string& authority_id,
                                        const std::string& ref, Direction direction,
                                        int most = 500);

// Shape: {"ref","kind","title","dated","state","page","direction","cut",
//         "links":[{"relation","node":{... the same, recursively, with "seen_before" in place of
//         "direction" and "cut" ...}}]}
[[nodiscard]] std::string trace_json(const Trace& trace);

}  // namespace throughline::record
