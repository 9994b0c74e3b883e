#include "base/random.hpp"

#include <gtest/gtest.h>
#include <set>

using namespace throughline::base;

TEST(Receipt, is_four_groups_of_four_letters_that_are_not_confused) {
  SystemRandom random;
  const auto receipt = new_receipt(random);
  ASSERT_EQ(receipt.size(), 19U);
  EXPECT_EQ(receipt.find_first_of("ILOU"), std::string::npos);
  EXPECT_EQ(tidy_receipt(receipt), receipt);
}

TEST(Receipt, does_not_come_twice) {
  SystemRandom random;
  std::set<std::string> receipts;
  for (int i = 0; i < 10000; ++i) receipts.insert(new_receipt(random));
  EXPECT_EQ(receipts.size(), 10000U);
}

TEST(Receipt, is_understood_however_it_is_typed) {
  EXPECT_EQ(tidy_receipt(" 7kq4 mx2p9hrd-3fg0 "), "7KQ4-MX2P-9HRD-3FG0");
  EXPECT_EQ(tidy_receipt("7KQ4-MX2P-9HRD-3FGO"), "7KQ4-MX2P-9HRD-3FG0");
  EXPECT_EQ(tidy_receipt("iKQ4-MX2P-9HRD-3FGl"), "1KQ4-MX2P-9HRD-3FG1");
}

TEST(Receipt, that_cannot_be_one_is_empty) {
  for (const auto* typed :
       {"", "7KQ4", "7KQ4-MX2P-9HRD-3FGTX", "7KQ4-MX2P-9HRD-3FG!", "' or 1=1 --"}) {
    EXPECT_EQ(tidy_receipt(typed), "") << typed;
  }
}

TEST(SeededRandom, gives_the_same_bytes_for_the_same_seed) {
  SeededRandom one(7);
  SeededRandom two(7);
  SeededRandom other(8);
  const auto bytes = one.bytes(32);
  EXPECT_EQ(bytes, two.bytes(32));
  EXPECT_NE(bytes, other.bytes(32));
}

TEST(Sha256, agrees_with_the_published_test_vector) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
