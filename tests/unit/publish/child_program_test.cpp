#include "publish/child_program.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::publish {
namespace {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

TEST(ChildProgram, is_given_input_and_gives_back_output_however_long) {
  const auto cat = find_program("cat");
  ASSERT_TRUE(cat);
  const std::string input(3'000'000, 'x');
  const auto output = run_program(*cat, {}, input, {});
  ASSERT_TRUE(output);
  EXPECT_EQ(*output, input);
}

TEST(ChildProgram, runs_without_a_shell_in_a_bare_environment_and_a_folder_of_its_own) {
  const auto env = run_program(*find_program("env"), {}, "", {});
  ASSERT_TRUE(env);
  EXPECT_THAT(*env, HasSubstr("PATH=/usr/local/bin:/usr/bin:/bin\n"));
  EXPECT_EQ(std::count(env->begin(), env->end(), '\n'), 5);
  EXPECT_EQ(run_program(*find_program("echo"), {"$HOME; ls"}, "", {}).value(), "$HOME; ls\n");
}

TEST(ChildProgram, is_stopped_when_it_writes_too_much_or_never_ends) {
  EXPECT_THAT(run_program(*find_program("yes"), {}, "", {10s, 1000}).error().message,
              HasSubstr("wrote too much"));
  EXPECT_THAT(run_program(*find_program("sleep"), {"60"}, "", {1s, 1000}).error().message,
              HasSubstr("took too long"));
}

TEST(ChildProgram, that_fails_or_reads_nothing_is_an_outcome_and_no_signal) {
  EXPECT_FALSE(run_program(*find_program("false"), {}, std::string(1'000'000, 'x'), {}));
  EXPECT_FALSE(find_program("no-such-program-here"));
}

}  // namespace
}  // namespace throughline::publish
