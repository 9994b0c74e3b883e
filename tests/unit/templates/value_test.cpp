#include "templates/value.hpp"

#include "templates/described.hpp"

#include <gtest/gtest.h>

namespace throughline::templates {
namespace {

struct HistoryView {
  std::string what;
  int day = 0;
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (what, day))

struct CaseView {
  std::string ref;
  bool open = false;
  std::optional<std::string> owner;
  std::vector<HistoryView> history;
};
BOOST_DESCRIBE_STRUCT(CaseView, (), (ref, open, owner, history))

TEST(Value, is_made_from_a_view_field_by_field) {
  const Value value = to_value(CaseView{"C-1", true, std::nullopt, {{"opened", 3}}});
  EXPECT_EQ(value.get("ref").as_text(), "C-1");
  EXPECT_TRUE(value.get("open").as_boolean());
  EXPECT_FALSE(value.get("owner").defined());
  ASSERT_EQ(value.get("history").as_list().size(), 1U);
  EXPECT_EQ(value.get("history").as_list().front().get("day").as_number(), 3);
}

TEST(Value, answers_undefined_for_what_is_not_there) {
  EXPECT_FALSE(Value().get("anything").defined());
  EXPECT_FALSE(Value("text").get("field").get("deeper").defined());
  EXPECT_TRUE(Value("text").as_list().empty());
  EXPECT_EQ(Value(3).as_text(), "");
}

TEST(Value, takes_pointers_for_text_and_never_for_true_or_false) {
  const char* text = "words";
  EXPECT_EQ(Value(text).kind(), Value::Kind::text);
  EXPECT_EQ(Value(true).kind(), Value::Kind::boolean);
  EXPECT_EQ(Value(nullptr).kind(), Value::Kind::null);
}

TEST(Value, takes_every_kind_of_number) {
  EXPECT_EQ(Value(7).as_number(), 7);
  EXPECT_EQ(Value(7U).as_number(), 7);
  EXPECT_EQ(Value(7LL).as_number(), 7);
  EXPECT_EQ(Value(std::size_t{7}).as_number(), 7);
  EXPECT_EQ(Value(7.5).as_number(), 7.5);
}

TEST(Value, shares_its_lists_when_it_is_copied) {
  const Value list(List{1, 2});
  const Value copy = list;
  EXPECT_TRUE(copy.shares(list));
  EXPECT_FALSE(Value(List{1, 2}).shares(list));
}

TEST(Value, is_true_in_an_if_as_in_javascript_except_for_empty_markup) {
  for (const auto& value : {Value(), Value(nullptr), Value(0), Value(""), Value(false)}) {
    EXPECT_FALSE(value.truthy());
  }
  for (const auto& value : {Value(-1), Value("0"), Value(true), Value(List{}), Value(Fields{})}) {
    EXPECT_TRUE(value.truthy());
  }
  EXPECT_FALSE(Value::safe("").truthy());
}

}  // namespace
}  // namespace throughline::templates
