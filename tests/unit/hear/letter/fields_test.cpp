#include "hear/letter/fields.hpp"

#include "hear/letter/letter_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::hear::letter {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(Fields, are_filled_in_and_what_is_not_known_is_left_to_enter) {
  const Values values = {{"complainant_name", "Joan Hill"}, {"respond_by", ""}};
  EXPECT_EQ(merge("Dear {{ complainant_name }}, by {{respond_by}}.", values),
            "Dear Joan Hill, by [enter the date we will answer by].");
  EXPECT_THAT(left_to_enter("By [enter the date we will answer by], [enter x] or [enter x]. [ok]"),
              ElementsAre("[enter the date we will answer by]", "[enter x]"));
}

TEST(Fields, are_not_read_out_of_a_value) {
  EXPECT_EQ(merge("{{ complainant_name }}", {{"complainant_name", "{{ receipt }}"}}),
            "{{ receipt }}");
}

TEST(Fields, that_are_not_there_are_refused_with_their_line_and_the_nearest_name) {
  const auto problems = problems_of_template(Kind::acknowledgement,
                                             "Dear {{ complainant_name }}\n\nBy {{ respnd_by }} "
                                             "and {{ xylophone }}\n{{ findings }}\n{{ }}");
  ASSERT_THAT(problems, SizeIs(4));
  EXPECT_EQ(problems[0].message,
            "Line 3: there is no field called “respnd_by”. Did you mean respond_by?");
  EXPECT_EQ(problems[1].message, "Line 3: there is no field called “xylophone”");
  EXPECT_EQ(problems[2].message, "Line 4: findings cannot stand in this letter, only in others");
  EXPECT_EQ(problems[3].message, "Line 5: write the name of a field between {{ and }}");
  EXPECT_EQ(problems_of_template(Kind::reply, "a\nb {{ receipt").front().message,
            "Line 2: {{ is not closed by }}");
}

TEST(Fields, have_no_code) {
  EXPECT_THAT(problems_of_template(Kind::reply, "{% if receipt %}{{ receipt | upper }}{% endif %}"),
              SizeIs(1));
}

TEST(Fields, of_every_template_that_is_brought_are_there_and_have_an_example) {
  for (const Kind kind : all_kinds) {
    const auto text = shipped_template(kind).text;
    EXPECT_THAT(problems_of(kind, text), IsEmpty()) << to_text(kind);
    const auto merged = merge(text, example_values());
    EXPECT_THAT(merged, Not(HasSubstr("{{"))) << to_text(kind);
    EXPECT_THAT(left_to_enter(merged), IsEmpty()) << to_text(kind);
  }
}

RC_GTEST_PROP(Fields, leave_text_without_double_brackets_alone, (const std::string& text)) {
  RC_PRE(text.find("{{") == std::string::npos);
  RC_ASSERT(merge(text, example_values()) == text);
  RC_ASSERT(problems_of_template(Kind::reply, text).empty());
}

}  // namespace
}  // namespace throughline::hear::letter
