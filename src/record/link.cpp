#include "record/line.hpp"
#include "record/neighbours.hpp"
#include "store/bulk.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace throughline::record {

namespace {

struct RelationWords {
  Relation relation;
  std::string_view text;
  std::string_view forward;
  std::string_view backward;
};

constexpr auto relations = std::to_array<RelationWords>({
    {Relation::gave, "gave", "gave the comment", "comment in"},
    {Relation::fed, "fed", "gave a value to", "has a value from"},
    {Relation::has_theme, "has_theme", "has theme", "theme of"},
    {Relation::raised, "raised", "raised", "raised by"},
    {Relation::moves, "moves", "should move", "should be moved by"},
    {Relation::tested_by, "tested_by", "tested by", "test of"},
    {Relation::shown_by, "shown_by", "shows", "shown by"},
    {Relation::supports, "supports", "supports", "supported by"},
    {Relation::contradicts, "contradicts", "contradicts", "contradicted by"},
    {Relation::published_in, "published_in", "published in", "publishes"},
    {Relation::repeated_in, "repeated_in", "said again in", "says again"},
    {Relation::echoed_in, "echoed_in", "same matter as the later", "same matter as the earlier"},
    {Relation::answered_by, "answered_by", "answered by", "answer to"},
    {Relation::followed_by, "followed_by", "followed by", "follows"},
    {Relation::taken_to, "taken_to", "taken to the Ombudsman", "Ombudsman decision on"},
    {Relation::considered_in, "considered_in", "considered in", "considered"},
    {Relation::reviewed_in, "reviewed_in", "looked at in", "looked at"},
});

const RelationWords& words_of(Relation relation) {
  return *std::ranges::find(relations, relation, &RelationWords::relation);
}

Link link_of(const store::Row& row) {
  return {row.text(0), relation_from_text(row.text(1)), row.text(2)};
}

// Throws unless both ends of every link are there.
void check_ends(store::Reader& reader, const std::string& authority_id,
                const std::vector<Link>& links) {
  std::set<std::string> ends;
  for (const Link& link : links) ends.insert({link.from, link.to});
  const std::vector<std::string> refs(ends.begin(), ends.end());
  const NodesByRef nodes = nodes_of(reader, authority_id, refs);
  for (const Link& link : links) {
    if (link.from != link.to && nodes.contains(link.from) && nodes.contains(link.to)) continue;
    throw std::logic_error("a link joins two records that are there, not " + link.from + " and " +
                           link.to);
  }
}

}  // namespace

std::string_view to_text(Relation relation) {
  return words_of(relation).text;
}
std::string_view forward_label(Relation relation) {
  return words_of(relation).forward;
}
std::string_view backward_label(Relation relation) {
  return words_of(relation).backward;
}

Relation relation_from_text(std::string_view text) {
  const auto found = std::ranges::find(relations, text, &RelationWords::text);
  if (found == relations.end()) {
    throw std::invalid_argument("not a relation: " + std::string(text));
  }
  return found->relation;
}

void add_link(store::Writer& writer, const Work& work, const Link& link) {
  add_links(writer, work, {link});
}

void add_links(store::Writer& writer, const Work& work, const std::vector<Link>& links) {
  check_ends(writer, work.authority_id, links);
  std::vector<store::Values> rows;
  rows.reserve(links.size());
  for (const Link& link : links) {
    rows.push_back({work.authority_id, link.from, std::string(to_text(link.relation)), link.to,
                    base::to_text(work.now), work.actor.user_ref});
  }
  store::insert_rows(writer,
                     "insert into links (authority_id, from_ref, relation, to_ref, at, actor_ref)",
                     rows, "on conflict (authority_id, from_ref, relation, to_ref) do nothing");
}

void remove_link(store::Writer& writer, const Work& work, const Link& link) {
  writer.execute(
      "delete from links where authority_id = $1 and from_ref = $2 and relation = $3 "
      "and to_ref = $4",
      {work.authority_id, link.from, std::string(to_text(link.relation)), link.to});
}

std::vector<Link> links_from(store::Reader& reader, const std::string& authority_id,
                             const std::string& ref) {
  std::vector<Link> found;
  reader.for_each(
      "select from_ref, relation, to_ref from links where authority_id = $1 and from_ref = $2 "
      "order by relation, to_ref",
      {authority_id, ref}, [&](const store::Row& row) { found.push_back(link_of(row)); });
  return found;
}

std::vector<Link> links_to(store::Reader& reader, const std::string& authority_id,
                           const std::string& ref) {
  std::vector<Link> found;
  reader.for_each(
      "select from_ref, relation, to_ref from links where authority_id = $1 and to_ref = $2 "
      "order by relation, from_ref",
      {authority_id, ref}, [&](const store::Row& row) { found.push_back(link_of(row)); });
  return found;
}

}  // namespace throughline::record
