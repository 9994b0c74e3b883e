// The invented pages that the library is filled with: what is read from them, word for word, is
// kept in tests/golden/reading.

#include "judge/elsewhere/page_json.hpp"
#include "judge/elsewhere/reader.hpp"
#include "support/golden.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>
#include <sstream>

namespace throughline::judge::elsewhere {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<fs::path> pages() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator("data/demo/assessments")) {
    paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

TEST(DemoPages, are_read_as_they_were) {
  const Reader reader = Reader::built_in();
  for (const fs::path& path : pages()) {
    const PagesFound found = reader.read(content_of(path));
    EXPECT_TRUE(found.errors.empty()) << path;
    std::string given;
    for (const PublishedPage& page : found.pages) {
      given += to_json(page, path.filename().string()) + "\n";
    }
    testing::expect_golden("reading/" + path.stem().string() + ".jsonl", given);
  }
}

TEST(DemoPages, hold_all_nine_statements_and_all_four_scores) {
  const Reader reader = Reader::built_in();
  std::set<std::string> statements;
  std::set<int> scores;
  for (const fs::path& path : pages()) {
    for (const PublishedPage& page : reader.read(content_of(path)).pages) {
      if (const auto* section = std::get_if<SectionPage>(&page)) {
        statements.insert(section->statement);
        scores.insert(section->score.value_or(0));
      }
    }
  }
  EXPECT_EQ(statements.size(), 9u);
  EXPECT_EQ(scores, (std::set<int>{1, 2, 3, 4}));
}

TEST(DemoPages, are_read_without_harm_whatever_is_cut_from_them) {
  const Reader reader = Reader::built_in();
  std::vector<std::string> contents;
  for (const fs::path& path : pages()) contents.push_back(content_of(path));
  EXPECT_TRUE(rc::check([&] {
    std::string text = *rc::gen::elementOf(contents);
    for (int cuts = *rc::gen::inRange(1, 4); cuts > 0 && !text.empty(); --cuts) {
      const auto from = *rc::gen::inRange<std::size_t>(0, text.size());
      const auto length = *rc::gen::inRange<std::size_t>(0, text.size() - from + 1);
      text.erase(from, length);
      text.insert(from, *rc::gen::elementOf(std::vector<std::string>{
                            "", "<p>", "</div>", "\"", "\xE2", "Score: 9", "\n", ". ", "‘"}));
    }
    const PagesFound found = reader.read(text);
    RC_ASSERT(!found.pages.empty() || !found.errors.empty());
  }));
}

}  // namespace
}  // namespace throughline::judge::elsewhere
