#include "cli/program.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>

namespace throughline::cli {
namespace {

struct Ran {
  int code;
  std::string out;
  std::string err;
};

Ran run(const std::vector<std::string>& arguments, const Commands& commands = all_commands()) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_program(arguments, {in, out, err}, commands);
  return {code, out.str(), err.str()};
}

class BrokenCommand final : public Command {
 public:
  std::string name() const override { return "broken"; }
  std::string purpose() const override { return "Fail"; }
  void declare(CLI::App&) override {}
  Exit run(Streams&) override { throw std::runtime_error("the disk is full"); }
};

TEST(Program, lists_its_commands_and_exit_codes) {
  const Ran ran = run({"--help"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("rate"), std::string::npos);
  EXPECT_NE(ran.out.find("Exit codes"), std::string::npos);
}

TEST(Program, explains_each_command) {
  for (const auto& command : all_commands()) {
    const Ran ran = run({command->name(), "--help"});
    EXPECT_EQ(ran.code, 0) << command->name();
    EXPECT_NE(ran.out.find(command->purpose()), std::string::npos) << command->name();
  }
}

TEST(Program, says_wrong_usage_on_standard_error) {
  const Ran ran = run({"fly"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.out.empty());
  EXPECT_EQ(ran.err, "throughline: there is no command 'fly'; throughline --help lists them\n");
  EXPECT_EQ(run({}).code, 2);
}

TEST(Program, refuses_a_mail_server_that_cannot_be_one_before_it_opens_a_database) {
  const Ran server = run({"serve", "--database", "/nowhere/at.db", "--mail-server", "http://mail"});
  EXPECT_EQ(server.code, 2);
  EXPECT_NE(server.err.find("smtp://"), std::string::npos);
  const Ran from = run({"serve", "--database", "/nowhere/at.db", "--mail-server", "smtp://mail"});
  EXPECT_EQ(from.code, 2);
  EXPECT_NE(from.err.find("which address mail comes from"), std::string::npos);
}

TEST(Program, ends_with_three_when_the_world_is_broken) {
  Commands commands;
  commands.push_back(std::make_unique<BrokenCommand>());
  const Ran ran = run({"broken"}, commands);
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.err.find("the disk is full"), std::string::npos);
}

TEST(RateCommand, prints_the_rating_as_json) {
  const Ran ran = run({"rate", "--json", "3", "3", "3", "3", "3", "3", "3", "3", "1"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out,
            "{\"sum\":25,\"percent\":70,\"rating\":\"Good\",\"escalate\":[\"learning\"]}\n");
}

TEST(RateCommand, refuses_a_score_out_of_range) {
  const Ran ran = run({"rate", "3", "3", "3", "3", "3", "3", "3", "3", "7"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.err.find("must be 1 to 4"), std::string::npos);
}

}  // namespace
}  // namespace throughline::cli
