#include "judge/carried_sources.hpp"

#include <gtest/gtest.h>

namespace throughline::judge {
namespace {

using Sections = std::vector<FindingSection>;
using Refs = std::vector<std::string>;

class CarriedSources : public ::testing::Test {
 protected:
  // What the paragraphs of one section carry when they are edited to these.
  std::vector<Refs> carried(std::vector<std::string> edited) {
    Sections after{{"Under another heading", {}}};
    for (auto& words : edited) after.front().paragraphs.push_back({std::move(words), {}});
    carry_sources(before_, after);
    std::vector<Refs> sources;
    for (const auto& paragraph : after.front().paragraphs) sources.push_back(paragraph.sources);
    return sources;
  }

  Sections before_{{"", {{"People told us visits were often late.", {"EVIDENCE-1"}}}},
                   {"Learning", {{"Staff said they learnt from audits.", {"EVIDENCE-2"}}}}};
};

TEST_F(CarriedSources, stay_with_the_same_words_wherever_they_stand) {
  EXPECT_EQ(
      carried({"Staff said they learnt from audits.", "People told us visits were often late."}),
      (std::vector<Refs>{{"EVIDENCE-2"}, {"EVIDENCE-1"}}));
}

TEST_F(CarriedSources, stay_with_a_paragraph_that_was_mended) {
  EXPECT_EQ(carried({"Some people told us visits were often late."}),
            (std::vector<Refs>{{"EVIDENCE-1"}}));
}

TEST_F(CarriedSources, are_not_given_to_a_paragraph_that_is_new) {
  EXPECT_EQ(
      carried({"National data showed a shorter wait.", "Staff said they learnt from audits."}),
      (std::vector<Refs>{{}, {"EVIDENCE-2"}}));
}

TEST_F(CarriedSources, go_to_one_paragraph_only_and_to_the_same_words_first) {
  EXPECT_EQ(carried({"People told us visits were late.", "People told us visits were often late."}),
            (std::vector<Refs>{{}, {"EVIDENCE-1"}}));
}

TEST_F(CarriedSources, are_none_of_a_first_text) {
  before_.clear();
  EXPECT_EQ(carried({"People told us."}), (std::vector<Refs>{{}}));
}

}  // namespace
}  // namespace throughline::judge
