#include "record/signature.hpp"

#include "base/random.hpp"
#include "record/authority.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace throughline::record {
namespace {

class SigningKey : public testing::OnBothDatabases {};
ON_BOTH_DATABASES(SigningKey);

TEST_P(SigningKey, is_made_once_and_is_each_councils_own) {
  base::SeededRandom random{1};
  for (const auto* id : {"aldermere", "otherton"}) {
    database()
        .write([&](store::Writer& writer) {
          return create_authority(writer, clock(), id, id, std::string(id) + ".example");
        })
        .value();
  }
  const auto key = signing_key(database(), "aldermere", random);
  EXPECT_EQ(signing_key(database(), "aldermere", random), key);
  EXPECT_NE(signing_key(database(), "otherton", random), key);
}

// The second test case of RFC 4231.
TEST(Signature, is_hmac_sha_256) {
  EXPECT_EQ(sign("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Signature, is_compared_whole) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "abcd"));
  EXPECT_TRUE(same_secret("", ""));
}

}  // namespace
}  // namespace throughline::record
