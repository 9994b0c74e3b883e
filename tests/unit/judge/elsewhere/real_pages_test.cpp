// Real published pages are not part of this repository. These tests run when a folder with
// assessments/ and evidence_dev.csv is named: make test REAL=FOLDER.

#include "formats/csv.hpp"
#include "judge/elsewhere/reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace throughline::judge::elsewhere {
namespace {

namespace fs = std::filesystem;

class RealPages : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("THROUGHLINE_REAL");
    if (!folder) GTEST_SKIP() << "no real pages were given: make test REAL=FOLDER";
    folder_ = folder;
  }

  [[nodiscard]] static std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
  }

  fs::path folder_;
};

TEST_F(RealPages, are_sections_with_statement_score_commitment_and_findings) {
  const Reader reader = Reader::built_in();
  for (const auto& entry : fs::directory_iterator(folder_ / "assessments")) {
    const PagesFound found = reader.read(content_of(entry.path()));
    EXPECT_TRUE(found.errors.empty()) << entry.path();
    ASSERT_FALSE(found.pages.empty()) << entry.path();
    for (const PublishedPage& page : found.pages) {
      const auto& section = std::get<SectionPage>(page);
      EXPECT_FALSE(section.statement.empty()) << entry.path();
      EXPECT_TRUE(section.score) << entry.path();
      EXPECT_EQ(section.commitment, reader.framework().find(section.statement)->commitment);
      EXPECT_GT(section.evidence.size(), 10u) << entry.path();
      EXPECT_TRUE(section.problems.empty()) << entry.path() << section.problems.front();
    }
  }
}

TEST_F(RealPages, keep_every_labelled_sentence_word_for_word) {
  const Reader reader = Reader::built_in();
  std::map<std::string, std::vector<std::string>> sentences;
  for (const auto& entry : fs::directory_iterator(folder_ / "assessments")) {
    for (const PublishedPage& page : reader.read(content_of(entry.path())).pages) {
      for (const auto& each : std::get<SectionPage>(page).evidence) {
        sentences[entry.path().filename().string()].push_back(each.text);
      }
    }
  }
  std::ifstream labels(folder_ / "evidence_dev.csv", std::ios::binary);
  formats::CsvReader rows(labels);
  int checked = 0;
  while (const auto row = rows.next()) {
    ASSERT_TRUE(*row);
    const std::string& file = (*row)->field(0);
    if (file == "file") continue;
    EXPECT_EQ(std::ranges::count(sentences[file], (*row)->field(1)), 1) << (*row)->field(1);
    ++checked;
  }
  EXPECT_GT(checked, 0);
}

}  // namespace
}  // namespace throughline::judge::elsewhere
