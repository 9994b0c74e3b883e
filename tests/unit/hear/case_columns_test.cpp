#include "hear/case_columns.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

TEST(CaseColumns, are_found_whatever_their_case_and_dashes) {
  EXPECT_EQ(column_of("Date received"), CaseColumn::received);
  EXPECT_EQ(column_of("  DATE_RECEIVED "), CaseColumn::received);
  EXPECT_EQ(column_of("Feedback"), CaseColumn::words);
  EXPECT_FALSE(column_of("Shoe size"));
}

TEST(CaseColumns, have_the_names_that_our_own_files_use) {
  EXPECT_EQ(column_name(CaseColumn::received), "received");
  EXPECT_EQ(column_name(CaseColumn::words), "words");
}

TEST(CaseColumns, read_our_own_words_and_labels_and_those_of_other_systems) {
  for (const auto kind : all_kinds) {
    EXPECT_EQ(read_kind(to_text(kind)), kind);
    EXPECT_EQ(read_kind(label(kind)), kind);
  }
  for (const auto who : all_relationships) EXPECT_EQ(read_relationship(label(who)), who);
  for (const auto how : all_channels) EXPECT_EQ(read_channel(label(how)), how);
  EXPECT_EQ(read_kind("COMPLAINTS"), Kind::complaint);
  EXPECT_EQ(read_relationship("carer"), Relationship::unpaid_carer);
  EXPECT_EQ(read_channel("Face-to-face"), Channel::in_person);
  EXPECT_FALSE(read_kind("enquiry"));
}

}  // namespace
}  // namespace throughline::hear
