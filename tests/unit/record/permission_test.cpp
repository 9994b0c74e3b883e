#include "record/permission.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace throughline::record {
namespace {

const std::string heading =
    "method,path,what,public,staff,officer,lead,leader,member,partner,assessor,administrator\n";

std::vector<base::Problem> problems(const std::string& csv) {
  const auto table = PermissionTable::read(csv);
  return table ? std::vector<base::Problem>{} : table.error().problems;
}

TEST(PermissionTable, says_who_may_use_a_route) {
  const auto table = PermissionTable::read(
      heading + "GET,/cases/{ref},\"A case, with its history\",no,no,yes,yes,no,no,no,no,no\n");
  ASSERT_TRUE(table.has_value());
  const Permission* permission = table->find("GET", "/cases/{ref}");
  ASSERT_NE(permission, nullptr);
  EXPECT_EQ(permission->what, "A case, with its history");
  EXPECT_TRUE(may(*permission, Role::officer));
  EXPECT_FALSE(may(*permission, Role::visitor));
  EXPECT_EQ(table->find("POST", "/cases/{ref}"), nullptr);
}

TEST(PermissionTable, is_readable_as_it_is_in_the_repository) {
  std::ostringstream csv;
  csv << std::ifstream("data/permissions.csv").rdbuf();
  EXPECT_TRUE(problems(csv.str()).empty());
}

TEST(PermissionTable, lists_every_problem_with_its_row) {
  const auto found = problems(heading +
                              "GET,/,Start,yes,yes,yes,yes,yes,yes,yes,yes,yes\n"
                              "FETCH,cases,,yes,maybe,yes,yes,yes,yes,yes,yes\n"
                              "GET,/,Again,no,no,no,no,no,no,no,no,no\n");
  std::vector<std::pair<int, std::string>> places;
  for (const auto& problem : found) places.emplace_back(problem.row, problem.field);
  EXPECT_EQ(places, (std::vector<std::pair<int, std::string>>{{3, "method"},
                                                              {3, "path"},
                                                              {3, "what"},
                                                              {3, "staff"},
                                                              {3, "administrator"},
                                                              {4, "path"}}));
}

TEST(PermissionTable, refuses_missing_and_unknown_columns) {
  EXPECT_EQ(problems("method,path,what\nGET,/,Start\n").size(), all_roles.size());
  auto wider = heading;
  wider.insert(wider.size() - 1, ",wizard");
  ASSERT_EQ(problems(wider).size(), 1U);
  EXPECT_EQ(problems(wider).front().field, "wizard");
  EXPECT_FALSE(PermissionTable::read("").has_value());
}

}  // namespace
}  // namespace throughline::record
