#include "formats/markdown.hpp"

#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::formats {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string html_of(std::string_view markdown) {
  return read_markdown(markdown).value().html;
}

TEST(Markdown, writes_the_classes_of_gov_uk) {
  EXPECT_EQ(html_of("Some *soft* and **strong** words."),
            "<p class=\"govuk-body\">Some <em>soft</em> and <strong>strong</strong> words.</p>\n");
  EXPECT_EQ(html_of("- one\n- two\n"),
            "<ul class=\"govuk-list govuk-list--bullet\">\n<li>one</li>\n<li>two</li>\n</ul>\n");
  EXPECT_THAT(html_of("3. three\n4. four\n"),
              HasSubstr("<ol class=\"govuk-list govuk-list--number\" start=\"3\">"));
  EXPECT_THAT(html_of("> Kept apart"), HasSubstr("<blockquote class=\"govuk-inset-text\">"));
}

TEST(Markdown, begins_headings_at_h2_and_never_skips_a_level) {
  const auto page = read_markdown("# One\n\n#### Two\n\n## Three\n\n# One\n").value();
  ASSERT_EQ(page.headings.size(), 4U);
  EXPECT_EQ(page.headings[0].level, 2);
  EXPECT_EQ(page.headings[1].level, 3);
  EXPECT_EQ(page.headings[2].level, 3);
  EXPECT_EQ(page.headings[0].id, "section-one");
  EXPECT_EQ(page.headings[3].id, "section-one-again-2");
  EXPECT_THAT(html_of("### First"), HasSubstr("<h2 class=\"govuk-heading-m\""));
}

TEST(Markdown, draws_tables_that_scroll_and_are_named) {
  const auto html = html_of("| What | Cost |\n|---|---:|\n| Visit | £12 |\n");
  EXPECT_THAT(html, HasSubstr("aria-label=\"Table 1\" tabindex=\"0\""));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\" class=\"govuk-table__header\">What</th>"));
  EXPECT_THAT(html,
              HasSubstr("<td class=\"govuk-table__cell govuk-table__cell--numeric\">£12</td>"));
  EXPECT_THAT(html_of("| | Cost |\n|---|---|\n| a | b |\n"),
              HasSubstr("<td class=\"govuk-table__cell\"></td>"));
}

TEST(Markdown, links_to_the_web_mail_telephone_and_this_site_only) {
  EXPECT_THAT(html_of("[Tell us](/tell-us)"), HasSubstr("href=\"/tell-us\">Tell us</a>"));
  EXPECT_THAT(html_of("See https://www.gov.uk/help now"),
              HasSubstr("href=\"https://www.gov.uk/help\""));
  for (const char* bad :
       {"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,hi)",
        "[x](//evil.example)", "[x](vbscript:x)", "[x](/\\evil.example)", "[x](relative)",
        "[x](&#106;avascript:alert(1))", "<javascript:alert(1)>", "[x](java\nscript:a)"}) {
    EXPECT_THAT(html_of(bad), Not(HasSubstr("<a"))) << bad;
  }
}

TEST(Markdown, leaves_out_raw_html_and_images_and_escapes_all_words) {
  const auto html = html_of(
      "<script>alert(1)</script>\n\nA <b onclick=\"x\">word</b> & <img src=x onerror=y>\n\n"
      "![a \"picture\" <of>](https://x.example/p.png)\n\n`<i>` and \"quotes\"\n");
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<b")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, HasSubstr("picture"));
  EXPECT_THAT(html, HasSubstr("<code>&lt;i&gt;</code>"));
  EXPECT_THAT(html_of("[a](https://x.example/\"onmouseover=y)"), Not(HasSubstr("\"onmouseover")));
}

TEST(Markdown, gives_references_a_link_where_there_is_one) {
  const auto link_of = [](std::string_view reference) {
    return reference == "ACTION-12" ? std::string("/actions/ACTION-12") : std::string();
  };
  const auto page =
      read_markdown("See [[ACTION-12]], ACTION-12 and CASE-3, not XACTION-12x.", link_of).value();
  EXPECT_EQ(page.html,
            "<p class=\"govuk-body\">See <a class=\"govuk-link\" href=\"/actions/ACTION-12\">"
            "ACTION-12</a>, <a class=\"govuk-link\" href=\"/actions/ACTION-12\">ACTION-12</a> and "
            "CASE-3, not XACTION-12x.</p>\n");
  EXPECT_THAT(page.references, ElementsAre("ACTION-12", "CASE-3"));
}

TEST(Markdown, gives_the_words_alone) {
  EXPECT_EQ(read_markdown("# Costs\n\nIt is *free*.\n\n- one\n- two\n").value().plain,
            "Costs\nIt is free.\none\ntwo\n");
}

TEST(Markdown, refuses_what_is_too_big_or_no_text) {
  EXPECT_EQ(read_markdown(std::string(most_markdown_bytes + 1, 'a')).error().kind,
            base::ErrorKind::too_large);
  EXPECT_FALSE(read_markdown("\xff\xfe"));
  EXPECT_FALSE(read_markdown(std::string_view("a\0b", 3)));
  EXPECT_EQ(html_of(""), "");
}

TEST(Markdown, is_not_kept_long_by_text_made_to_keep_it) {
  const auto repeated = [](std::string_view part) {
    std::string text;
    while (text.size() + part.size() <= 60'000) text += part;
    return text;
  };
  const auto began = std::chrono::steady_clock::now();
  for (const std::string_view part :
       {"> ", "[", "![", "*a_ ", "- ", "`", "<!--", "www.", "[a](", "|", "[[CASE-1", "\n- > "}) {
    EXPECT_TRUE(read_markdown(repeated(part))) << part;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(60));
}

}  // namespace
}  // namespace throughline::formats
