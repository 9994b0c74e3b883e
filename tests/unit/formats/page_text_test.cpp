#include "formats/html_text.hpp"
#include "formats/plain_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::formats {
namespace {

using namespace std::literals;

std::string as_lines(const Document& document) {
  std::string lines;
  for (const Block& block : document.blocks) {
    constexpr std::string_view marks = "#pir-";
    lines += marks[static_cast<std::size_t>(block.kind)];
    lines += ' ' + block.text + '\n';
  }
  return lines;
}

TEST(PlainText, reads_every_common_encoding) {
  EXPECT_EQ(text_from_bytes("caf\xC3\xA9").value(), "café");
  EXPECT_EQ(text_from_bytes("\xEF\xBB\xBF"
                            "caf\xC3\xA9")
                .value(),
            "café");
  EXPECT_EQ(text_from_bytes("caf\xE9 \x93quiet\x94").value(), "café “quiet”");
  EXPECT_EQ(text_from_bytes("\xFF\xFE"
                            "c\0a\0f\0\xE9\0"sv)
                .value(),
            "café");
  EXPECT_EQ(text_from_bytes("\xFE\xFF"
                            "\0c\0a\0f\0\xE9"sv)
                .value(),
            "café");
  EXPECT_EQ(text_from_bytes("n\0o\0 \0m\0a\0r\0k\0 \0h\0e\0r\0e\0"sv).value(), "no mark here");
}

TEST(PlainText, refuses_what_is_no_text_by_its_name) {
  const auto message = [](std::string_view bytes) {
    return text_from_bytes(bytes).error().message;
  };
  EXPECT_NE(message("%PDF-1.7 ...").find("a PDF"), std::string::npos);
  EXPECT_NE(message("PK\x03\x04...").find("a Word, Excel or zip file"), std::string::npos);
  EXPECT_NE(message("ab\0\1\2\3cd"sv).find("not a text file"), std::string::npos);
  EXPECT_EQ(message(""), "This file is empty");
  EXPECT_EQ(message("\xEF\xBB\xBF \r\n"), "This file is empty");
}

TEST(PlainText, is_read_line_by_line) {
  EXPECT_EQ(as_lines(read_plain_text("Title\r\n\r\nOne line.\r\n• An item\n- Another\n")),
            "- Title\n- One line.\ni An item\ni Another\n");
}

TEST(PlainText, joins_a_line_that_was_broken_in_mid_sentence) {
  EXPECT_EQ(as_lines(read_plain_text("The bread that was baked by the baker in the\nmorning was "
                                     "sold.\nmilk was not")),
            "- The bread that was baked by the baker in the morning was sold.\n- milk was not\n");
}

TEST(Html, gives_headings_paragraphs_items_and_rows_without_surroundings) {
  const auto document = read_html(R"(<!DOCTYPE html><html><head><title>Bread -
      Shop</title><script>x</script></head><body><header>Shop<nav>Home</nav></header>
      <div class="cookie-banner">Cookies?</div><main><h1>Bread &amp; milk</h1>
      <p>One <em>fine</em>&nbsp;loaf.<br>Two.</p><ul><li>Rye</li><li><p>Oat</p></li></ul>
      <p><strong>Prices</strong></p><table><tr><th>Loaf</th><td>£2</td></tr></table>
      <div>Loose words <span>in a box</span></div></main><footer>The end</footer></body></html>)");
  EXPECT_EQ(document.title, "Bread - Shop");
  EXPECT_EQ(as_lines(document),
            "# Bread & milk\np One fine loaf.\np Two.\ni Rye\ni Oat\n# Prices\nr Loaf\t£2\n"
            "p Loose words in a box\n");
}

TEST(Html, finds_a_title_above_the_main_part) {
  const auto document =
      read_html("<body><div class=banner><h1>Bread</h1></div><main><h2>Rye</h2></main></body>");
  EXPECT_EQ(as_lines(document), "# Bread\n# Rye\n");
}

TEST(Html, is_told_from_text) {
  EXPECT_TRUE(looks_like_html("\n<!doctype HTML><p>x"));
  EXPECT_TRUE(looks_like_html("<div><p>x</p></div>"));
  EXPECT_FALSE(looks_like_html("Bread is < milk"));
  EXPECT_FALSE(looks_like_html("<3 bread"));
}

TEST(Html, is_read_whatever_it_is) {
  EXPECT_TRUE(rc::check([](const std::string& html) { (void)read_html("<p>" + html); }));
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  EXPECT_TRUE(read_html(deep + "x").blocks.size() <= 1);
}

}  // namespace
}  // namespace throughline::formats
