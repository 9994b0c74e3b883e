#include "record/line.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::record {

namespace {

struct RelationWords {
  Relation relation;
  std::string_view text;
  std::string_view forward;
  std::string_view backward;
};

constexpr std::array<RelationWords, 8> relations{{
    {Relation::has_theme, "has_theme", "has theme", "theme of"},
    {Relation::raised, "raised", "raised", "raised by"},
    {Relation::moves, "moves", "should move", "should be moved by"},
    {Relation::tested_by, "tested_by", "tested by", "test of"},
    {Relation::shown_by, "shown_by", "shows", "shown by"},
    {Relation::supports, "supports", "supports", "supported by"},
    {Relation::contradicts, "contradicts", "contradicts", "contradicted by"},
    {Relation::published_in, "published_in", "published in", "publishes"},
}};

const RelationWords& words_of(Relation relation) {
  return *std::ranges::find(relations, relation, &RelationWords::relation);
}

Link link_of(const store::Row& row) {
  return {row.text(0), relation_from_text(row.text(1)), row.text(2)};
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
  const auto ends =
      writer.number("select count(*) from nodes where authority_id = $1 and ref in ($2, $3)",
                    {work.authority_id, link.from, link.to});
  if (ends != 2) {
    throw std::logic_error("a link joins two records that are there, not " + link.from + " and " +
                           link.to);
  }
  writer.execute(
      "insert into links (authority_id, from_ref, relation, to_ref, at, actor_ref) "
      "values ($1, $2, $3, $4, $5, $6) "
      "on conflict (authority_id, from_ref, relation, to_ref) do nothing",
      {work.authority_id, link.from, std::string(to_text(link.relation)), link.to,
       base::to_text(work.now), work.actor.user_ref});
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
