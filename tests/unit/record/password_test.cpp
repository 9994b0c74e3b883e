#include "record/password.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

namespace throughline::record {
namespace {

const PasswordCost cheap{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

TEST(Password, matches_only_itself) {
  const Passwords passwords(cheap);
  const auto hash = passwords.hash("marmalade under seven bridges");
  EXPECT_TRUE(passwords.matches(hash, "marmalade under seven bridges"));
  EXPECT_FALSE(passwords.matches(hash, "Marmalade under seven bridges"));
  EXPECT_FALSE(passwords.matches(hash, ""));
  EXPECT_FALSE(passwords.matches("not a hash", "marmalade under seven bridges"));
}

TEST(Password, is_hashed_differently_each_time) {
  const Passwords passwords(cheap);
  EXPECT_NE(passwords.hash("the same words"), passwords.hash("the same words"));
}

TEST(Password, costs_64_mebibytes_and_three_passes_unless_told_otherwise) {
  const auto hash = Passwords{}.hash("marmalade under seven bridges");
  EXPECT_EQ(hash.rfind("$argon2id$v=19$m=65536,t=3,p=1$", 0), 0U) << hash;
}

TEST(Password, needs_twelve_characters_however_many_bytes) {
  EXPECT_EQ(password_problem("elevenchars", "a@b.example"),
            "Password must be 12 characters or more");
  EXPECT_TRUE(password_problem("ŵŷŵŷŵŷ", "a@b.example").has_value());
  EXPECT_FALSE(password_problem("kettle mossy pillar", "a@b.example").has_value());
}

TEST(Password, is_refused_when_many_people_choose_it) {
  for (const auto* password :
       {"password1234", "Password 12345", "letmeinplease!", "correct horse battery staple",
        "aaaaaaaaaaaa", "123456789012", "abcdefghijkl", "abcabcabcabc", "qwertyuiop12"}) {
    EXPECT_TRUE(password_problem(password, "a@b.example").has_value()) << password;
  }
}

TEST(Password, may_not_hold_the_persons_address) {
  EXPECT_EQ(password_problem("Priya.Nair-2026!", "priya.nair@aldermere.example"),
            "Password must not contain your email address");
}

}  // namespace
}  // namespace throughline::record
