#include "cli/commands.hpp"
#include "cli/program.hpp"
#include "support/temporary_folder.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace throughline::cli {
namespace {

struct Ran {
  int code;
  std::string out;
  std::string err;
};

class SpcCommand : public ::testing::Test {
 protected:
  Ran run(const std::string& csv, std::vector<std::string> options) {
    const auto path = (folder_.path() / "values.csv").string();
    std::ofstream(path, std::ios::binary) << csv;
    options.insert(options.begin(), {"spc", "--json", path});
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const int code = run_program(options, {in, out, err}, all_commands());
    return {code, out.str(), err.str()};
  }

  testing::TemporaryFolder folder_;
};

std::string published_example() {
  std::string csv = "date,value\n";
  const std::vector<int> values = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
  for (std::size_t i = 0; i < values.size(); ++i)
    csv += "2024-01-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1) + "," +
           std::to_string(values[i]) + "\n";
  return csv;
}

TEST_F(SpcCommand, prints_limits_and_the_rule_of_each_point) {
  const Ran ran = run(published_example(), {"--improvement", "decrease", "--target", "8"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto chart = boost::json::parse(ran.out);
  EXPECT_NEAR(chart.at("segments").at(0).at("upper").to_number<double>(), 6.95, 0.005);
  EXPECT_EQ(chart.at("points").at(4).at("rule").to_number<int>(), 1);
  EXPECT_EQ(chart.at("points").at(4).at("type").as_string(), "concern");
  EXPECT_TRUE(chart.at("points").at(0).at("rule").is_null());
  EXPECT_EQ(chart.at("variation").as_string(), "common_cause");
  EXPECT_EQ(chart.at("assurance").as_string(), "consistently_passes");
  EXPECT_FALSE(chart.at("trial").as_bool());
}

TEST_F(SpcCommand, screens_and_rebases_when_asked) {
  const Ran ran = run(published_example(), {"--improvement", "neutral", "--screen", "--rebase",
                                            "2024-01-06", "--rebase", "2024-01-12"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto chart = boost::json::parse(ran.out);
  EXPECT_EQ(chart.at("segments").as_array().size(), 3u);
  EXPECT_TRUE(chart.at("assurance").is_null());
}

TEST_F(SpcCommand, refuses_bad_rows_by_number_and_prints_no_chart) {
  const Ran ran =
      run("date,value\n2024-01-01,x\n2024-02-01,3\n2024-02-01,4\n", {"--improvement", "neutral"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(ran.out.empty());
  EXPECT_NE(ran.err.find("row 2"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("row 4"), std::string::npos) << ran.err;
}

TEST_F(SpcCommand, refuses_a_rebase_outside_the_data) {
  EXPECT_EQ(run(published_example(), {"--improvement", "neutral", "--rebase", "2030-01-01"}).code,
            1);
}

TEST_F(SpcCommand, wants_a_direction) {
  EXPECT_EQ(run(published_example(), {}).code, 2);
}

}  // namespace
}  // namespace throughline::cli
