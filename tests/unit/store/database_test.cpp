#include "store/database.hpp"

#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace throughline::store {
namespace {

constexpr auto add_thing = "insert into things (name, amount, share) values ($1, $2, $3)";

class DatabaseStore : public testing::OnBothDatabases {
 protected:
  void SetUp() override {
    database().write([](Writer& writer) {
      writer.execute(
          "create table things (name text primary key, amount bigint, share double precision)");
    });
  }

  void add(const std::string& name, const Value& amount = Null{}, const Value& share = Null{}) {
    database().write([&](Writer& writer) { writer.execute(add_thing, {name, amount, share}); });
  }

  std::int64_t count() {
    return database().read(
        [](Reader& reader) { return reader.number("select count(*) from things"); });
  }

  Row only(const std::string& sql, const Values& parameters = {}) {
    return database().read([&](Reader& reader) { return reader.row(sql, parameters).value(); });
  }
};
ON_BOTH_DATABASES(DatabaseStore);

TEST_P(DatabaseStore, keeps_words_of_every_kind_exactly) {
  const std::string hundred_thousand(100'000, 'x');
  for (const std::string& words :
       {std::string(), std::string("It’s late 🎉👩🏽‍🦽"),
        std::string("مرحبا بكم في المجلس"),
        std::string("<script>alert('x')</script> \\ % _ \r\n\t\x01"), hundred_thousand}) {
    add(words);
    EXPECT_EQ(only("select name from things where name = $1", {words}).text(0), words);
  }
}

TEST_P(DatabaseStore, keeps_the_largest_and_the_finest_numbers) {
  add("most", std::numeric_limits<std::int64_t>::max(), 0.1 + 0.2);
  add("least", std::numeric_limits<std::int64_t>::min(), -1e300);
  const Row most = only("select amount, share from things where name = 'most'");
  EXPECT_EQ(most.integer(0), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(most.real(1), 0.1 + 0.2);
  const Row least = only("select amount, share from things where name = 'least'");
  EXPECT_EQ(least.integer(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(least.real(1), -1e300);
}

TEST_P(DatabaseStore, tells_nothing_from_empty) {
  add("");
  const Row row = only("select name, amount, share from things");
  EXPECT_EQ(row.optional_text(0), "");
  EXPECT_EQ(row.optional_integer(1), std::nullopt);
  EXPECT_EQ(row.optional_real(2), std::nullopt);
  EXPECT_EQ(row.text(1), "");
}

TEST_P(DatabaseStore, reads_sums_and_conditions_as_whole_numbers) {
  add("a", std::int64_t{2}, 1.5);
  add("b", std::int64_t{3}, 2.0);
  const Row row = only(
      "select sum(amount), count(*), sum(share), avg(amount), exists (select 1 from things) "
      "from things");
  EXPECT_EQ(row.integer(0), 5);
  EXPECT_EQ(row.integer(1), 2);
  EXPECT_EQ(row.real(2), 3.5);
  EXPECT_EQ(row.real(3), 2.5);
  EXPECT_TRUE(row.yes(4));
}

TEST_P(DatabaseStore, takes_parameters_by_number_in_any_order_and_more_than_once) {
  add("a", std::int64_t{7});
  const Row row = only("select amount from things where amount > $2 and name = $1 and name <= $1",
                       {"a", std::int64_t{6}});
  EXPECT_EQ(row.integer(0), 7);
}

TEST_P(DatabaseStore, refuses_the_wrong_number_of_parameters) {
  EXPECT_THROW(only("select name from things where name = $1"), DatabaseError);
  EXPECT_THROW(only("select name from things where name = $1", {"a", "b"}), DatabaseError);
}

TEST_P(DatabaseStore, refuses_what_one_of_the_two_could_not_keep) {
  EXPECT_THROW(add(std::string("a\0b", 3)), DatabaseError);
  EXPECT_THROW(add("\xFF\xFE"), DatabaseError);
  EXPECT_THROW(add("\xED\xA0\x80"), DatabaseError);
  EXPECT_THROW(add("a", Null{}, std::numeric_limits<double>::infinity()), DatabaseError);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseStore, says_when_a_column_holds_another_type) {
  add("a", std::int64_t{1});
  const Row row = only("select name, amount from things");
  EXPECT_THROW((void)row.integer(0), DatabaseError);
  EXPECT_THROW((void)row.real(0), DatabaseError);
  EXPECT_EQ(row.real(1), 1.0);
  EXPECT_EQ(row.text(1), "1");
}

TEST_P(DatabaseStore, tells_a_broken_unique_rule_from_other_errors) {
  add("a");
  EXPECT_THROW(add("a"), UniqueViolation);
  try {
    only("select nothing from nowhere");
    FAIL() << "there is no such table";
  } catch (const UniqueViolation&) {
    FAIL() << "nothing was doubled";
  } catch (const DatabaseError& error) {
    EXPECT_NE(std::string(error.what()).find("nowhere"), std::string::npos);
  }
}

TEST_P(DatabaseStore, holds_to_references_between_tables) {
  EXPECT_THROW(database().write([](Writer& writer) {
    writer.execute(
        "insert into services (authority_id, ref, name) values ('nobody', 'SERVICE-1', 'Home')");
  }),
               DatabaseError);
}

TEST_P(DatabaseStore, shows_a_large_result_row_by_row) {
  database().write([](Writer& writer) {
    writer.execute(
        "insert into things (name, amount) with recursive n(i) as "
        "(select 1 union all select i + 1 from n where i < 200000) "
        "select 'thing ' || i, i from n");
  });
  std::int64_t seen = 0;
  std::int64_t sum = 0;
  database().read([&](Reader& reader) {
    reader.for_each("select amount from things order by amount", {}, [&](const Row& row) {
      ++seen;
      sum += row.integer(0);
    });
  });
  EXPECT_EQ(seen, 200'000);
  EXPECT_EQ(sum, std::int64_t{200'000} * 200'001 / 2);
}

TEST_P(DatabaseStore, stays_usable_when_a_visitor_throws_halfway) {
  add("a");
  add("b");
  EXPECT_THROW(database().read([](Reader& reader) {
    reader.for_each("select name from things", {},
                    [](const Row&) { throw std::runtime_error("enough"); });
  }),
               std::runtime_error);
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseStore, refuses_a_statement_inside_for_each) {
  add("a");
  EXPECT_THROW(database().read([](Reader& reader) {
    reader.for_each("select name from things", {},
                    [&](const Row&) { (void)reader.number("select count(*) from things"); });
  }),
               DatabaseError);
}

TEST_P(DatabaseStore, tells_capitals_apart_in_like) {
  add("Home care");
  EXPECT_EQ(only("select count(*) from things where name like 'home%'").integer(0), 0);
  EXPECT_EQ(only("select count(*) from things where lower(name) like 'home%'").integer(0), 1);
}

TEST_P(DatabaseStore, orders_text_by_its_characters) {
  for (const char* name : {"b", "a", "B", "é", "z"}) add(name);
  std::string order;
  database().read([&](Reader& reader) {
    reader.for_each("select name from things order by name", {},
                    [&](const Row& row) { order += row.text(0); });
  });
  EXPECT_EQ(order, "Babzé");
}

}  // namespace
}  // namespace throughline::store
