#include "store/migration.hpp"
#include "support/databases.hpp"
#include "support/golden.hpp"

#include <gtest/gtest.h>

namespace throughline::store {
namespace {

class Schema : public testing::OnBothDatabases {};
ON_BOTH_DATABASES(Schema);

TEST_P(Schema, of_a_migrated_database_is_the_committed_snapshot) {
  const std::string name = GetParam() == Dialect::sqlite ? "sqlite" : "postgres";
  testing::expect_golden("schema." + name + ".txt", schema_text(database()));
}

}  // namespace
}  // namespace throughline::store
