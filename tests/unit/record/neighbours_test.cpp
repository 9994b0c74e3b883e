#include "record/neighbours.hpp"

#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::record {
namespace {

// Twenty thousand cases, a hundred to a theme, and every case in an action as well.
class NeighboursStore : public testing::TwoCouncils {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    database().write([&](store::Writer& writer) {
      writer.execute(
          "insert into nodes (authority_id, ref, title, dated, state) "
          "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) "
          "select 'aldermere', 'CASE-' || i, '', '', '' from n");
      writer.execute(
          "insert into links (authority_id, from_ref, relation, to_ref, at, actor_ref) "
          "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) "
          "select 'aldermere', 'CASE-' || i, 'has_theme', 'CASE-' || (i / 100 + 1), '', '' from n");
      writer.execute_script("analyze");
    });
  }

  std::string plan(const std::string& sql, std::size_t refs) {
    return GetParam() == store::Dialect::sqlite ? sqlite_plan(sql, refs) : postgres_plan(sql, refs);
  }

  void expect_index(const std::string& sql, std::size_t refs) {
    const std::string text = plan(sql, refs);
    EXPECT_NE(text, "");
    for (const char* slow : {"SCAN links", "SCAN nodes", "TEMP B-TREE", "Seq Scan", "Sort"}) {
      EXPECT_EQ(text.find(slow), std::string::npos) << text;
    }
  }

 private:
  std::string sqlite_plan(const std::string& sql, std::size_t refs) {
    return database().read([&](store::Reader& reader) {
      store::Values parameters{"aldermere"};
      for (std::size_t i = 0; i < refs; ++i) parameters.emplace_back("CASE-" + std::to_string(i));
      std::string text;
      for (const auto& row : reader.rows("explain query plan " + sql, parameters)) {
        text += row.text(3) + "\n";
      }
      return text;
    });
  }

  // The plan for any parameters, which is what a prepared statement comes to use.
  std::string postgres_plan(const std::string& sql, std::size_t refs) {
    return database().write([&](store::Writer& writer) {
      writer.execute_script("set local plan_cache_mode = force_generic_plan");
      writer.execute_script("prepare shown as " + sql);
      std::string values = "'aldermere'";
      for (std::size_t i = 0; i < refs; ++i) values += ", 'CASE-" + std::to_string(i) + "'";
      std::string text;
      for (const auto& row : writer.rows("explain execute shown(" + values + ")")) {
        text += row.text(0) + "\n";
      }
      writer.execute_script("deallocate shown");
      return text;
    });
  }
};
ON_BOTH_DATABASES(NeighboursStore);

TEST_P(NeighboursStore, are_read_in_the_order_of_an_index_and_never_by_a_scan) {
  for (const std::size_t refs : {1U, 8U, 32U}) {
    expect_index(neighbours_sql(Direction::back, refs, 501), refs);
    expect_index(neighbours_sql(Direction::forward, refs, 501), refs);
    expect_index(nodes_sql(refs), refs);
  }
}

TEST_P(NeighboursStore, are_no_more_than_asked_for_each_record) {
  const auto found = database().read([](store::Reader& reader) {
    return neighbours(reader, "aldermere", {"CASE-2", "CASE-3", "CASE-9999"}, Direction::back, 7);
  });
  EXPECT_EQ(found.size(), 14U);
}

}  // namespace
}  // namespace throughline::record
