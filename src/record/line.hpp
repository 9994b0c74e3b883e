#pragma once

// The line itself: every record is a node with a ref ("CASE-1042"), and nodes are joined by typed
// links that point along the line, from voices towards the published page. The trace (trace.hpp) is
// a walk over the links and nothing else.
//
// Nodes are derived: each stage writes the node of its record in the same transaction, with a title
// that never holds the words of the person who spoke.

#include "record/work.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

enum class NodeKind {
  case_,          // CASE: what someone told us
  wave,           // WAVE: one round of a survey, and what people answered
  theme,          // THEME
  action,         // ACTION
  measure,        // MEASURE: a figure that is followed
  proof,          // PROOF: the verdict on whether an action moved its measure
  document,       // DOCUMENT: an uploaded file
  elsewhere,      // ELSEWHERE: an evidence statement of another council's published assessment
  evidence,       // EVIDENCE: a voice, for or against a quality statement
  score,          // SCORE: a judgement on a quality statement
  publication,    // PUBLICATION: a page as it was published
  letter,         // LETTER: what the council wrote to someone about their case
  report,         // REPORT: a report of complaints as it stood on a day
  follow_up,      // FOLLOWUP: whether the person says that it is fixed, once we answered
  ombudsman,      // OMBUDSMAN: what the Ombudsman decided on a complaint
  project,        // PROJECT: a piece of co-production: who joined, how early, what changed
  joint_review,   // REVIEW: an incident that the council and its partners look at together
  local_account,  // ACCOUNT: the year's Local Account, as its board signed it
};

// "CASE", the part of a ref before the dash.
[[nodiscard]] std::string_view prefix(NodeKind kind);
[[nodiscard]] std::optional<NodeKind> kind_of(std::string_view ref);
// "Case", as pages say it.
[[nodiscard]] std::string_view label(NodeKind kind);
// Where a record's page is: "/cases/CASE-1042".
[[nodiscard]] std::string page_of(std::string_view ref);

// The next ref of a kind in this council: "CASE-1042". Refs are never used again.
[[nodiscard]] std::string next_ref(store::Writer& writer, const Work& work, NodeKind kind);
// The same for other counted records that are not on the line ("USER", "SERVICE").
[[nodiscard]] std::string next_ref(store::Writer& writer, const std::string& authority_id,
                                   std::string_view prefix);
// The first number of a block of `count` refs.
[[nodiscard]] std::int64_t next_numbers(store::Writer& writer, const std::string& authority_id,
                                        std::string_view prefix, std::int64_t count);

struct Node {
  std::string ref;
  std::string title;
  std::string dated;  // date that the record is about: "2026-11-24"
  std::string state;  // "closed", "improved", "supporting" ...: one word for a tag; may be empty
};

// Adds the node or brings it up to date.
void put_node(store::Writer& writer, const std::string& authority_id, const Node& node);
// The same for many, for imports; of two with one ref the later stands.
void put_nodes(store::Writer& writer, const std::string& authority_id,
               const std::vector<Node>& nodes);
[[nodiscard]] std::optional<Node> find_node(store::Reader& reader, const std::string& authority_id,
                                            const std::string& ref);

// What joins two records. Every link points along the line.
//   wave    -gave->       case          wave -fed->       measure
//   case    -has_theme->  theme         case, theme -raised->  action
//   action  -moves->      measure       measure, action -tested_by-> proof
//   case    -taken_to->   ombudsman     ombudsman -raised->   action
//   case, theme -considered_in-> project     project -raised-> action
//   case    -reviewed_in-> joint review      joint review -raised-> action, -has_theme-> theme
//   case, wave, theme, action, measure, proof, document, elsewhere, report, ombudsman, project,
//   joint review -shown_by-> evidence
//   evidence -supports/contradicts-> score      score, action -published_in-> publication
//   project, action, case, theme, measure, report -published_in-> Local Account
//   case    -repeated_in/echoed_in-> a later case, of the same person or about the same matter
//   case    -answered_by-> letter
//   case    -followed_by-> follow-up
enum class Relation {
  gave,
  fed,
  has_theme,
  raised,
  moves,
  tested_by,
  shown_by,
  supports,
  contradicts,
  published_in,
  repeated_in,
  echoed_in,
  answered_by,
  followed_by,
  taken_to,
  considered_in,
  reviewed_in,
};

[[nodiscard]] std::string_view to_text(Relation relation);  // "has_theme"
// Throws std::invalid_argument for what is no relation.
[[nodiscard]] Relation relation_from_text(std::string_view text);
[[nodiscard]] std::string_view forward_label(Relation relation);   // "has theme"
[[nodiscard]] std::string_view backward_label(Relation relation);  // "theme of"

struct Link {
  std::string from;
  Relation relation;
  std::string to;
};

// Joins two records of this council; joining twice is joining once. Throws when either has no node.
void add_link(store::Writer& writer, const Work& work, const Link& link);
void add_links(store::Writer& writer, const Work& work, const std::vector<Link>& links);
void remove_link(store::Writer& writer, const Work& work, const Link& link);
[[nodiscard]] std::vector<Link> links_from(store::Reader& reader, const std::string& authority_id,
                                           const std::string& ref);
[[nodiscard]] std::vector<Link> links_to(store::Reader& reader, const std::string& authority_id,
                                         const std::string& ref);

}  // namespace throughline::record
