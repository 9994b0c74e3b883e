#include "store/bulk.hpp"

#include "store/search_index.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace throughline::store {
namespace {

class BulkRows : public testing::OnBothDatabases {
 protected:
  void SetUp() override {
    database().write([](Writer& writer) {
      writer.execute(
          "create table counts (name text primary key, total bigint, share double precision)");
      writer.execute("insert into authorities (authority_id, name, created) values ('a', 'A', '')");
    });
  }
};
ON_BOTH_DATABASES(BulkRows);

TEST_P(BulkRows, are_all_there_in_any_number) {
  for (const int count : {0, 1, 2, 255, 256, 257, 1001}) {
    database().write([&](Writer& writer) {
      std::vector<Values> rows;
      for (int i = 0; i < count; ++i) {
        rows.push_back(
            {"row " + std::to_string(i), std::int64_t{i}, i % 2 ? Value{0.5} : Value{Null{}}});
      }
      writer.execute("delete from counts");
      insert_rows(writer, "insert into counts (name, total, share)", rows);
      EXPECT_EQ(writer.number("select count(*) from counts"), count);
      EXPECT_EQ(writer.number("select sum(total) from counts"), count * (count - 1) / 2);
      EXPECT_EQ(writer.number("select count(*) from counts where share is null"), (count + 1) / 2);
    });
  }
}

TEST_P(BulkRows, heed_what_follows_the_values) {
  database().write([&](Writer& writer) {
    const std::vector<Values> rows{{"a", std::int64_t{1}}, {"b", std::int64_t{2}}};
    insert_rows(writer, "insert into counts (name, total)", rows);
    insert_rows(writer, "insert into counts (name, total)", rows,
                "on conflict (name) do update set total = counts.total + excluded.total");
    EXPECT_EQ(writer.number("select sum(total) from counts"), 6);
  });
}

TEST_P(BulkRows, must_be_of_one_width) {
  EXPECT_THROW(database().write([&](Writer& writer) {
    insert_rows(writer, "insert into counts (name, total)",
                std::vector<Values>{{"a", std::int64_t{1}}, {"b"}});
  }),
               DatabaseError);
}

TEST_P(BulkRows, put_words_in_place_of_those_that_were_there) {
  database().write([&](Writer& writer) {
    put_texts(writer, "a", "case", {{"CASE-1", "late"}, {"CASE-2", "late again"}});
    put_texts(writer, "a", "case", {{"CASE-2", "kind"}, {"CASE-3", "kind too"}});
    const auto count = [&](const char* word) {
      return writer.number("select count(*) from search_documents d where " +
                               search_condition(writer.dialect(), "d.ref", 1),
                           {*search_parameter(writer.dialect(), "a", "case", word)});
    };
    EXPECT_EQ(count("late"), 1);
    EXPECT_EQ(count("kind"), 2);
  });
}

}  // namespace
}  // namespace throughline::store
