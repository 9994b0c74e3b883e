#include "publish/convert.hpp"

#include "publish/child_program.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>
#include <unistd.h>

namespace throughline::publish {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using namespace std::chrono_literals;

constexpr base::Date day{std::chrono::year{2026} / 3 / 2};

std::string letter(const std::string& words) {
  return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A letter</title>"
         "</head><body><main><h1>A letter</h1><p>" +
         words + "</p></main></body></html>";
}

TEST(Convert, makes_the_same_tagged_pdf_from_the_same_page) {
  const auto first = convert(Converter::pdf, letter("Dear Joan"), day);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_THAT(*first, AllOf(StartsWith("%PDF-"), HasSubstr("/StructTreeRoot"), HasSubstr("/Lang")));
  std::this_thread::sleep_for(1100ms);
  EXPECT_EQ(*first, convert(Converter::pdf, letter("Dear Joan"), day).value());
  EXPECT_NE(*first, convert(Converter::pdf, letter("Dear Jean"), day).value());
}

TEST(Convert, makes_the_same_word_file_from_the_same_page_with_its_date) {
  const auto first = convert(Converter::docx, letter("Dear Joan"), day);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_THAT(*first, StartsWith("PK"));
  std::this_thread::sleep_for(2100ms);  // a zip archive counts in steps of two seconds
  EXPECT_EQ(*first, convert(Converter::docx, letter("Dear Joan"), day).value());
  EXPECT_NE(*first, convert(Converter::docx, letter("Dear Joan"), base::add_days(day, 1)).value());
}

TEST(Convert, refuses_a_page_that_names_another_file) {
  EXPECT_FALSE(names_another_file(letter("He wrote &lt;img src=x&gt; and url(x)")));
  EXPECT_TRUE(names_another_file(letter("<img src=\"http://example.org/x.png\">")));
  EXPECT_TRUE(names_another_file("<style>body { background: url(x.png) }</style>"));
  EXPECT_TRUE(names_another_file("<style>@import 'x.css';</style>"));
  EXPECT_FALSE(names_another_file("<style>p { margin: 0 }</style><p>url(x)</p>"));
  EXPECT_THROW((void)convert(Converter::docx, letter("<img src=x>"), day), std::logic_error);
}

TEST(ChildProgram, is_given_none_of_our_open_files) {
  const int opened = ::open("/dev/null", O_RDONLY);
  const int ours = ::fcntl(opened, F_DUPFD, 123);  // not marked to be closed
  ::close(opened);
  ASSERT_GE(ours, 123);
  const auto listed = run_program(*find_program("ls"), {"/proc/self/fd"}, "", {});
  ::close(ours);
  ASSERT_TRUE(listed);
  EXPECT_THAT(*listed, Not(HasSubstr(std::to_string(ours) + "\n")));
}

TEST(ChildProgram, is_given_what_is_said_beside_the_bare_environment) {
  ChildLimits limits;
  limits.environment = {"SOURCE_DATE_EPOCH=1"};
  EXPECT_THAT(run_program(*find_program("env"), {}, "", limits).value(),
              HasSubstr("SOURCE_DATE_EPOCH=1\n"));
}

}  // namespace
}  // namespace throughline::publish
