#pragma once

// A council with a few records on its line, to judge from.

#include "judge/judge.hpp"
#include "support/two_councils.hpp"

#include <string>
#include <vector>

namespace throughline::judge {

class Judging : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    testing::TwoCouncils::SetUp();
    database().write([&](store::Writer& writer) {
      for (const auto& node : std::vector<record::Node>{
               {"CASE-1", "Complaint about Home care, 4 January 2026", "2026-01-04", "closed"},
               {"CASE-2", "Concern about Home care, 9 January 2026", "2026-01-09", "closed"},
               {"THEME-1", "Late visits", "2026-01-10", ""},
               {"ACTION-1", "Text before a late visit", "2026-01-12", "done"},
               {"MEASURE-1", "Visits on time, percent", "2026-02-01", ""},
               {"PROOF-1", "Visits on time, percent: improved", "2026-02-20", "improved"},
               {"USER-1", "Not on the line", "2026-01-01", ""}}) {
        record::put_node(writer, "aldermere", node);
      }
      record::put_node(writer, "brackwater",
                       {"CASE-9", "Complaint about Day centre, 4 January 2026", "2026-01-04", ""});
    });
  }

  [[nodiscard]] static EvidenceDraft draft(const std::string& voice = "people",
                                           const std::string& bearing = "supporting",
                                           const std::string& statement = "learning") {
    EvidenceDraft draft;
    draft.statements = {statement};
    draft.sources = {"CASE-1"};
    draft.voice = voice;
    draft.bearing = bearing;
    draft.claim = "People told us that carers came when they said they would.";
    draft.dated = "2026-02-01";
    return draft;
  }

  base::Result<std::vector<Evidence>> add(const EvidenceDraft& given) {
    return database().write(
        [&](store::Writer& writer) { return add_evidence(writer, work(), rules_, given); });
  }

  [[nodiscard]] std::vector<std::string> refs_of(const std::string& statement) {
    EvidenceFilter filter;
    filter.statement = statement;
    std::vector<std::string> refs;
    database().read([&](store::Reader& reader) {
      for (const Evidence& each : list_evidence(reader, "aldermere", filter, work().today())) {
        refs.push_back(each.ref);
      }
    });
    return refs;
  }

  base::Result<Score> score(const std::string& statement, const std::string& number) {
    ScoreDraft given;
    given.statement = statement;
    given.score = number;
    given.rationale = "People and staff both say so, and the measure has moved for six months now.";
    given.shown = refs_of(statement);
    given.weighed = given.shown;
    return database().write(
        [&](store::Writer& writer) { return score_statement(writer, work(), rules_, given); });
  }

  // Evidence and the same score for every statement.
  void score_all(const std::string& number) {
    for (const Statement& statement : rules_.framework.statements) {
      ASSERT_TRUE(add(draft("people", "supporting", statement.key)));
      ASSERT_TRUE(score(statement.key, number));
    }
  }

  record::Work as(record::Role role) {
    record::Work by = work();
    by.actor = {"USER-7", "Anna Meredith", role};
    return by;
  }

  Rules rules_ = built_in_rules();
};

[[nodiscard]] inline std::vector<std::string> fields_of(const base::Error& error) {
  std::vector<std::string> fields;
  for (const base::Problem& problem : error.problems) fields.push_back(problem.field);
  return fields;
}

}  // namespace throughline::judge
