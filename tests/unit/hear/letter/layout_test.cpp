#include "hear/letter/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::letter {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Layout, tells_paragraphs_headings_and_lists) {
  const auto blocks = layout(
      "Dear Joan\n\nFirst line\nsecond line\n\n## What we found\n1. One\n\n2. Two\n- a\n- b\n");
  ASSERT_THAT(blocks, SizeIs(5));
  EXPECT_THAT(blocks[1].lines, ElementsAre("First line", "second line"));
  EXPECT_EQ(blocks[2].kind, Block::Kind::heading);
  EXPECT_EQ(blocks[3].kind, Block::Kind::numbered);
  EXPECT_THAT(blocks[3].lines, ElementsAre("One", "Two"));
  EXPECT_EQ(blocks[4].kind, Block::Kind::list);
}

TEST(Layout, takes_everything_else_for_text) {
  const auto blocks = layout("#no heading\n\n-no list\n\n2026. A year\n\n<b>bold</b> **stars**");
  ASSERT_THAT(blocks, SizeIs(4));
  for (const auto& block : blocks) EXPECT_EQ(block.kind, Block::Kind::paragraph);
  EXPECT_THAT(layout(""), IsEmpty());
  EXPECT_THAT(layout(" \n\r\n\t\n"), IsEmpty());
}

}  // namespace
}  // namespace throughline::hear::letter
