#include "record/event.hpp"
#include "record/line.hpp"
#include "record/verify.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::record {
namespace {

// Everything that stands in these tables, as text.
std::string rows_of(store::Reader& reader, const std::string& sql) {
  std::string text;
  for (const store::Row& row : reader.rows(sql)) {
    for (std::size_t column = 0; column < row.size(); ++column) text += row.text(column) + "|";
    text += "\n";
  }
  return text;
}

std::string whole_record(store::Reader& reader) {
  return rows_of(reader,
                 "select sequence, at, actor_ref, actor_name, subject, verb, reason, "
                 "details, previous_hash, hash from events order by sequence") +
         rows_of(reader,
                 "select sequence, hash from event_heads where authority_id = 'aldermere'") +
         rows_of(reader, "select ref, title, dated, state from nodes order by ref") +
         rows_of(reader,
                 "select from_ref, relation, to_ref, at, actor_ref from links "
                 "order by from_ref, relation, to_ref");
}

class BulkStore : public testing::TwoCouncils {
 protected:
  // What `put` leaves behind; the database is as before afterwards.
  template <typename Put>
  std::string left_by(Put&& put) {
    std::string record;
    const auto outcome = database().write([&](store::Writer& writer) -> base::Result<void> {
      put(writer);
      record = whole_record(writer);
      return base::refuse(base::ErrorKind::conflict, "only tried");
    });
    EXPECT_FALSE(outcome.has_value());
    return record;
  }
};
ON_BOTH_DATABASES(BulkStore);

struct Given {
  std::vector<NewEvent> events;
  std::vector<Node> nodes;
  std::vector<Link> links;
};

std::string name(int number) {
  return "CASE-" + std::to_string(number);
}

Given any_given() {
  const auto word = [] {
    return *rc::gen::element<std::string>("", "a", "Zoë's \"word\"", "1|2\n");
  };
  Given given;
  const int nodes = *rc::gen::inRange(2, 60);
  for (int i = 0; i < nodes; ++i) {
    given.nodes.push_back({name(i), word(), "2026-03-02", "open"});
  }
  given.nodes.push_back({name(0), "again", "2026-03-03", "closed"});
  const int others = *rc::gen::inRange(0, 60);
  for (int i = 0; i < others; ++i) {
    given.events.push_back({name(i % 7), "received", {{"kind", word()}}, word()});
    const int from = *rc::gen::inRange(0, nodes - 1);
    given.links.push_back({name(from), Relation::raised, name(from + 1)});
  }
  return given;
}

TEST_P(BulkStore, leaves_what_one_by_one_would_have_left) {
  const bool same = rc::check([&] {
    const Given given = any_given();
    const auto one_by_one = left_by([&](store::Writer& writer) {
      append_event(writer, work(), "CASE-1", "before");
      for (const Node& node : given.nodes) put_node(writer, "aldermere", node);
      for (const Link& link : given.links) add_link(writer, work(), link);
      for (const NewEvent& event : given.events) {
        append_event(writer, work(), event.subject, event.verb, event.details, event.reason);
      }
      RC_ASSERT(!verify(writer, "aldermere").fault.has_value());
    });
    const auto in_bulk = left_by([&](store::Writer& writer) {
      append_event(writer, work(), "CASE-1", "before");
      put_nodes(writer, "aldermere", given.nodes);
      add_links(writer, work(), given.links);
      append_events(writer, work(), given.events);
    });
    RC_ASSERT(in_bulk == one_by_one);
  });
  EXPECT_TRUE(same);
}

TEST_P(BulkStore, does_nothing_when_nothing_is_given) {
  const auto before = left_by([](store::Writer&) {});
  EXPECT_EQ(left_by([&](store::Writer& writer) {
              put_nodes(writer, "aldermere", {});
              add_links(writer, work(), {});
              append_events(writer, work(), {});
            }),
            before);
}

TEST_P(BulkStore, adds_no_link_when_one_of_many_leads_nowhere) {
  database().write([&](store::Writer& writer) {
    put_nodes(writer, "aldermere", {{name(1), "", "", ""}, {name(2), "", "", ""}});
  });
  EXPECT_THROW(database().write([&](store::Writer& writer) {
    add_links(writer, work(),
              {{name(1), Relation::raised, name(2)}, {name(2), Relation::raised, name(3)}});
  }),
               std::logic_error);
  database().read([&](store::Reader& reader) {
    EXPECT_TRUE(links_from(reader, "aldermere", name(1)).empty());
  });
}

}  // namespace
}  // namespace throughline::record
