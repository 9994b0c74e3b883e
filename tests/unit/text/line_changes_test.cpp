#include "text/line_changes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::text {
namespace {

TEST(LineChanges, shows_what_was_taken_out_before_what_was_put_in) {
  const std::vector<ChangedLine> expected{{LineChange::same, "a"},
                                          {LineChange::taken_out, "b"},
                                          {LineChange::put_in, "x"},
                                          {LineChange::same, "c"}};
  EXPECT_EQ(line_changes("a\nb\nc", "a\nx\nc\n"), expected);
  EXPECT_TRUE(line_changes("", "").empty());
}

RC_GTEST_PROP(LineChanges, give_both_texts_back, ()) {
  const auto text = [] {
    std::string made;
    for (const auto& line : *rc::gen::container<std::vector<std::string>>(
             rc::gen::element<std::string>("a", "b", "c", ""))) {
      made += line + "\n";
    }
    return made;
  };
  const auto before = text();
  const auto after = text();
  std::string old_text;
  std::string new_text;
  for (const auto& each : line_changes(before, after)) {
    if (each.change != LineChange::put_in) old_text += each.line + "\n";
    if (each.change != LineChange::taken_out) new_text += each.line + "\n";
  }
  RC_ASSERT(old_text == before);
  RC_ASSERT(new_text == after);
}

TEST(LineChanges, of_very_long_texts_are_whole) {
  std::string before;
  std::string after;
  for (int line = 0; line < 3'000; ++line) {
    before += "b" + std::to_string(line) + "\n";
    after += "a" + std::to_string(line) + "\n";
  }
  EXPECT_EQ(line_changes(before, after).size(), 6'000U);
}

}  // namespace
}  // namespace throughline::text
