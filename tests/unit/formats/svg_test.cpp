#include "formats/svg.hpp"

#include <array>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::formats::svg {
namespace {

double channel(std::string_view colour, std::size_t at) {
  const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
  return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

double contrast(std::string_view one, std::string_view other) {
  const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

TEST(Svg, has_text_colours_that_can_be_read_on_white_and_on_the_band) {
  for (const auto text : {colour::ink, colour::quiet, colour::target})
    for (const auto ground : {colour::white, colour::band})
      EXPECT_GE(contrast(text, ground), 4.5) << text;
}

TEST(Svg, has_mark_colours_that_stand_out_from_white_and_the_band) {
  for (const auto mark : {colour::usual, colour::better, colour::worse, colour::unusual})
    for (const auto ground : {colour::white, colour::band})
      EXPECT_GE(contrast(mark, ground), 3) << mark;
}

TEST(Svg, escapes_what_would_be_markup) {
  EXPECT_EQ(escaped("<a href=\"x\">&\x01</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
  EXPECT_EQ(element("g", {{"id", "\"><script>"}}), "<g id=\"&quot;&gt;&lt;script&gt;\"/>");
}

TEST(Svg, leaves_out_attributes_without_a_value) {
  EXPECT_EQ(element("g", {{"id", ""}, {"class", "x"}}, "y"), "<g class=\"x\">y</g>");
}

TEST(Svg, writes_short_numbers) {
  EXPECT_EQ(number(1.0), "1");
  EXPECT_EQ(number(0.125), "0.12");
  EXPECT_EQ(number(-0.001), "0");
}

TEST(Svg, wraps_words_and_says_when_some_are_left_out) {
  EXPECT_THAT(wrapped("one two three", 10, 45, 9), testing::ElementsAre("one two", "three"));
  const auto cut = wrapped("one two three four five six", 10, 45, 2);
  ASSERT_EQ(cut.size(), 2u);
  EXPECT_TRUE(cut[1].ends_with("\u2026"));
}

TEST(Svg, cuts_a_word_that_is_wider_than_the_line_between_letters) {
  for (const auto& line : wrapped("\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9", 10, 20, 9)) {
    EXPECT_LE(text_width(line, 10), 20);
    EXPECT_EQ(line.size() % 2, 0u) << "a letter of two bytes was cut";
  }
}

}  // namespace
}  // namespace throughline::formats::svg
