#include "record/trace.hpp"

#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::record {
namespace {

class TraceStore : public testing::TwoCouncils {
 protected:
  void put(const std::vector<std::string>& refs, const Work& by) {
    database().write([&](store::Writer& writer) {
      for (const auto& ref : refs) {
        put_node(writer, by.authority_id, {ref, "Title of " + ref, "2026-03-01", ""});
      }
    });
  }
  void join(const std::vector<Link>& links, const Work& by) {
    database().write([&](store::Writer& writer) {
      for (const Link& link : links) add_link(writer, by, link);
    });
  }
  Trace traced(const std::string& ref, Direction direction, int most = 500) {
    return database().read([&](store::Reader& reader) {
      return trace(reader, "aldermere", ref, direction, most).value();
    });
  }
  // An indented list: "CASE-1", ". THEME-1", ".. ACTION-1 *" (* for seen before).
  static std::vector<std::string> list(const Trace& trace) {
    std::vector<std::string> lines;
    for (const TraceStep& step : trace.steps) {
      std::string line(static_cast<std::size_t>(step.depth), '.');
      if (!line.empty()) line += ' ';
      lines.push_back(line + step.node.ref + (step.seen_before ? " *" : ""));
    }
    return lines;
  }

  void whole_line() {
    put({"CASE-2", "CASE-10", "THEME-1", "ACTION-1", "MEASURE-1", "PROOF-1", "EVIDENCE-1",
         "SCORE-1", "PUBLICATION-1"},
        work());
    join({{"CASE-2", Relation::has_theme, "THEME-1"},
          {"CASE-10", Relation::has_theme, "THEME-1"},
          {"CASE-2", Relation::raised, "ACTION-1"},
          {"THEME-1", Relation::raised, "ACTION-1"},
          {"ACTION-1", Relation::moves, "MEASURE-1"},
          {"ACTION-1", Relation::tested_by, "PROOF-1"},
          {"PROOF-1", Relation::shown_by, "EVIDENCE-1"},
          {"EVIDENCE-1", Relation::supports, "SCORE-1"},
          {"SCORE-1", Relation::published_in, "PUBLICATION-1"}},
         work());
  }
};
ON_BOTH_DATABASES(TraceStore);

TEST_P(TraceStore, leads_from_a_score_back_to_the_voices) {
  whole_line();
  EXPECT_EQ(
      list(traced("SCORE-1", Direction::back)),
      (std::vector<std::string>{"SCORE-1", ". EVIDENCE-1", ".. PROOF-1", "... ACTION-1",
                                ".... CASE-2", ".... THEME-1", "..... CASE-2 *", "..... CASE-10"}));
}

TEST_P(TraceStore, leads_from_a_voice_forward_to_what_it_changed) {
  whole_line();
  EXPECT_EQ(list(traced("CASE-2", Direction::forward)),
            (std::vector<std::string>{"CASE-2", ". THEME-1", ".. ACTION-1", "... MEASURE-1",
                                      "... PROOF-1", ".... EVIDENCE-1", "..... SCORE-1",
                                      "...... PUBLICATION-1", ". ACTION-1 *"}));
}

TEST_P(TraceStore, says_how_each_step_is_joined_to_its_parent) {
  whole_line();
  const Trace found = traced("EVIDENCE-1", Direction::forward);
  ASSERT_EQ(found.steps.size(), 3U);
  EXPECT_EQ(found.steps[1].relation, Relation::supports);
  EXPECT_EQ(found.steps[1].parent, 0);
  EXPECT_EQ(found.steps[2].parent, 1);
  EXPECT_EQ(found.steps[2].node.title, "Title of PUBLICATION-1");
}

TEST_P(TraceStore, is_not_found_in_another_council) {
  whole_line();
  const auto outcome = database().read([](store::Reader& reader) {
    return trace(reader, "brackwater", "SCORE-1", Direction::back);
  });
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().kind, base::ErrorKind::not_found);
}

TEST_P(TraceStore, never_crosses_into_another_council) {
  put({"CASE-1", "THEME-1"}, work());
  put({"CASE-1", "THEME-1", "ACTION-1"}, other_work());
  join({{"CASE-1", Relation::has_theme, "THEME-1"}}, work());
  join({{"THEME-1", Relation::raised, "ACTION-1"}, {"CASE-1", Relation::raised, "ACTION-1"}},
       other_work());
  EXPECT_EQ(list(traced("CASE-1", Direction::forward)),
            (std::vector<std::string>{"CASE-1", ". THEME-1"}));
}

TEST_P(TraceStore, ends_in_a_circle) {
  put({"CASE-1", "ACTION-1"}, work());
  join({{"CASE-1", Relation::raised, "ACTION-1"}, {"ACTION-1", Relation::raised, "CASE-1"}},
       work());
  EXPECT_EQ(list(traced("CASE-1", Direction::forward)),
            (std::vector<std::string>{"CASE-1", ". ACTION-1", ".. CASE-1 *"}));
}

TEST_P(TraceStore, says_when_it_was_cut) {
  std::vector<std::string> refs{"THEME-1"};
  std::vector<Link> links;
  for (int i = 1; i <= 100; ++i) {
    refs.push_back("CASE-" + std::to_string(i));
    links.push_back({refs.back(), Relation::has_theme, "THEME-1"});
  }
  put(refs, work());
  join(links, work());
  const Trace whole = traced("THEME-1", Direction::back, 101);
  EXPECT_FALSE(whole.cut);
  EXPECT_EQ(whole.steps.size(), 101U);
  EXPECT_EQ(whole.steps.back().node.ref, "CASE-100");
  const Trace part = traced("THEME-1", Direction::back, 10);
  EXPECT_TRUE(part.cut);
  EXPECT_EQ(part.steps.size(), 10U);
}

TEST_P(TraceStore, follows_a_very_long_chain) {
  std::vector<std::string> refs;
  std::vector<Link> links;
  for (int i = 1; i <= 3'000; ++i) {
    refs.push_back("CASE-" + std::to_string(i));
    if (i > 1) links.push_back({refs[refs.size() - 2], Relation::raised, refs.back()});
  }
  put(refs, work());
  join(links, work());
  const Trace found = traced("CASE-1", Direction::forward, 5'000);
  EXPECT_EQ(found.steps.size(), 3'000U);
  EXPECT_EQ(found.steps.back().depth, 2'999);
  EXPECT_FALSE(trace_json(found).empty());
}

TEST_P(TraceStore, is_written_as_json) {
  put({"CASE-1", "THEME-1"}, work());
  join({{"CASE-1", Relation::has_theme, "THEME-1"}}, work());
  EXPECT_EQ(
      trace_json(traced("CASE-1", Direction::forward)),
      R"({"ref":"CASE-1","kind":"Case","title":"Title of CASE-1","dated":"2026-03-01","state":"",)"
      R"("page":"/cases/CASE-1","direction":"forward","cut":false,"links":[{"relation":"has_theme",)"
      R"("node":{"ref":"THEME-1","kind":"Theme","title":"Title of THEME-1","dated":"2026-03-01",)"
      R"("state":"","page":"/themes/THEME-1","seen_before":false,"links":[]}}]})");
}

}  // namespace
}  // namespace throughline::record
