#include "record/role.hpp"

#include <gtest/gtest.h>

namespace throughline::record {
namespace {

TEST(Role, reads_back_from_its_word) {
  for (const Role role : all_roles) {
    EXPECT_EQ(role_from_text(to_text(role)), role);
    EXPECT_FALSE(role_label(role).empty());
  }
  EXPECT_EQ(role_from_text("visitor"), std::nullopt);
  EXPECT_EQ(to_text(Role::visitor), "public");
}

}  // namespace
}  // namespace throughline::record
