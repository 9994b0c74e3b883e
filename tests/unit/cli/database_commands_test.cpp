#include "cli/commands.hpp"
#include "cli/program.hpp"
#include "support/temporary_folder.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace throughline::cli {
namespace {

using ::testing::HasSubstr;

struct Ran {
  int code;
  std::string out;
  std::string err;
};

class DatabaseCommands : public ::testing::Test {
 protected:
  Ran run(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.end(), {"--database", path_});
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const int code = run_program(arguments, {in, out, err}, all_commands());
    return {code, out.str(), err.str()};
  }
  void set_up(const std::string& council) {
    EXPECT_EQ(run({"migrate"}).code, 0);
    EXPECT_EQ(run({"council", "add", "--id", council, "--name", council + " Council", "--host",
                   council + ".example"})
                  .code,
              0);
  }
  Ran add_priya(const std::string& password) {
    return run({"user", "add", "--email", "priya@a.example", "--name", "Priya Nair", "--role",
                "administrator"},
               password);
  }

  testing::TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "line.db").string();
};

TEST_F(DatabaseCommands, make_a_database_once) {
  EXPECT_THAT(run({"migrate"}).out, HasSubstr("applied 1 record"));
  EXPECT_EQ(run({"migrate"}).out, "up to date\n");
}

TEST_F(DatabaseCommands, do_not_make_a_database_of_a_mistyped_path) {
  const auto ran = run({"verify"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("there is no database at"));
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(DatabaseCommands, add_a_person_with_the_password_that_is_read) {
  set_up("aldermere");
  const auto ran = add_priya("kettle mossy pillar\n");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("USER-1"));
  EXPECT_THAT(ran.out, ::testing::Not(HasSubstr("kettle")));
}

TEST_F(DatabaseCommands, set_up_a_council_with_its_services_or_not_at_all) {
  EXPECT_EQ(run({"migrate"}).code, 0);
  const std::vector<std::string> council{"council",   "add",    "--id",
                                         "aldermere", "--name", "Aldermere"};
  auto twice = council;
  twice.insert(twice.end(), {"--service", "Home care", "--service", "home care"});
  const auto refused = run(twice);
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("already a service called home care"));
  auto once = council;
  once.insert(once.end(), {"--service", "Home care", "--service", "Care homes"});
  EXPECT_EQ(run(once).code, 0);
}

TEST_F(DatabaseCommands, say_everything_that_is_wrong_with_a_person) {
  set_up("aldermere");
  const auto ran =
      run({"user", "add", "--email", "priya", "--name", "Priya", "--role", "king"}, "x");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("email address"));
  EXPECT_THAT(ran.err, HasSubstr("12 characters"));
}

TEST_F(DatabaseCommands, ask_which_council_only_when_there_are_several) {
  set_up("aldermere");
  EXPECT_EQ(add_priya("kettle mossy pillar").code, 0);
  set_up("otherton");
  const auto ran = add_priya("kettle mossy pillar");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("--authority"));
  EXPECT_THAT(ran.err, HasSubstr("aldermere, otherton"));
}

TEST_F(DatabaseCommands, verify_every_council_as_json) {
  set_up("aldermere");
  EXPECT_EQ(add_priya("kettle mossy pillar").code, 0);
  const auto ran = run({"verify", "--json"});
  EXPECT_EQ(ran.code, 0);
  const auto found = boost::json::parse(ran.out);
  EXPECT_EQ(found.at("authority").as_string(), "aldermere");
  EXPECT_TRUE(found.at("sound").as_bool());
}

TEST_F(DatabaseCommands, verify_against_a_head_that_was_kept) {
  set_up("aldermere");
  EXPECT_EQ(add_priya("kettle mossy pillar").code, 0);
  const auto ran = run({"verify"});
  const auto place = ran.out.find("head ");
  ASSERT_NE(place, std::string::npos) << ran.out;
  const auto head = ran.out.substr(place + 5, 64);
  EXPECT_THAT(ran.out, HasSubstr(head + " at 1\n"));
  EXPECT_EQ(run({"verify", "--head", head, "--at", "1"}).code, 0);
  const auto other = run({"verify", "--head", std::string(64, 'a'), "--at", "1"});
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.err, HasSubstr("rewritten"));
  EXPECT_EQ(run({"verify", "--head", head}).code, 2);
}

TEST_F(DatabaseCommands, rebuild_what_is_derived) {
  set_up("aldermere");
  const auto ran = run({"rebuild"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "aldermere: 0 records on the line (before: 0), 0 texts to search\n");
}

TEST_F(DatabaseCommands, refuse_to_trace_what_is_not_there) {
  set_up("aldermere");
  const auto ran = run({"trace", "--json", "CASE-1"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("CASE-1"));
  EXPECT_EQ(ran.out, "");
}

}  // namespace
}  // namespace throughline::cli
