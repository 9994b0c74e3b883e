// What people write is shown as they wrote it and never becomes markup; faults name their line.

#include "templates/error.hpp"
#include "templates/value.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>

namespace throughline::templates {
namespace {

Value view_with(Value words) {
  return Value(Fields{{"words", std::move(words)}});
}

std::string shown(Value words) {
  return render("parts/shown.html", view_with(std::move(words)));
}

TEST(Escaping, keeps_scripts_out_of_text_and_attributes) {
  EXPECT_EQ(shown("\"><script>alert('&')</script>"),
            "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;\">"
            "&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>\n");
}

TEST(Escaping, reaches_into_components_and_lists) {
  const auto page = render("parts/component.html", view_with("<img src=x onerror=alert(1)>"));
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(shown(List{"<b>", "<i>"}),
            "<p title=\"&lt;b&gt;,&lt;i&gt;\">&lt;b&gt;,&lt;i&gt;</p>\n");
}

TEST(Escaping, leaves_safe_markup_as_it_is) {
  EXPECT_EQ(shown(Value::safe("<b>&amp;</b>")), "<p title=\"<b>&amp;</b>\"><b>&amp;</b></p>\n");
}

TEST(Escaping, keeps_emoji_right_to_left_text_and_long_words_exactly) {
  const std::string words = "👍 שלום \u202E" + std::string(100000, 'a');
  EXPECT_EQ(shown(words), "<p title=\"" + words + "\">" + words + "</p>\n");
}

RC_GTEST_PROP(Escaping, lets_no_text_open_a_tag_or_end_an_attribute, (const std::string& words)) {
  const auto page = shown(words);
  RC_ASSERT(std::count(page.begin(), page.end(), '<') == 2);
  RC_ASSERT(std::count(page.begin(), page.end(), '"') == 2);
}

TEST(Rendering, refuses_a_page_that_was_not_compiled_in) {
  EXPECT_THROW((void)render("hear/gone.html", Value()), std::out_of_range);
  EXPECT_THROW((void)render("parts/_hint.html", Value()), std::out_of_range);
}

std::string fault(const std::string& page, Value words) {
  try {
    (void)render(page, view_with(std::move(words)));
  } catch (const TemplateError& error) {
    return error.what();
  }
  return "no fault";
}

TEST(Rendering, names_the_template_and_line_of_a_fault) {
  EXPECT_EQ(fault("parts/faults.html", Value()),
            "parts/faults.html:2: trim needs text, not nothing (undefined)");
  EXPECT_EQ(fault("parts/shown.html", Fields{{"a", 1}}),
            "parts/shown.html:1: named fields cannot be printed: print one of them");
}

TEST(Rendering, names_the_included_template_of_a_fault) {
  EXPECT_EQ(fault("parts/faults.html", "text"),
            "parts/_fault.html:3: a loop needs a list or named fields, not text");
  EXPECT_EQ(fault("parts/faults.html", Value::safe("markup")),
            "parts/_fault.html:3: a loop needs a list or named fields, not markup");
}

}  // namespace
}  // namespace throughline::templates
