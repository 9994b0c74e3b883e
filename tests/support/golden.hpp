#pragma once

// Golden files: what a page, report or schema must look like stands under tests/golden. Run with
// THROUGHLINE_REWRITE_GOLDEN=1 to write what is there now; the difference then shows in git.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>

namespace throughline::testing {

// `path` is below tests/golden: expect_golden("schema.sqlite.txt", text).
inline void expect_golden(const std::string& path, const std::string& text) {
  const std::filesystem::path file = std::filesystem::path("tests/golden") / path;
  if (const char* rewrite = std::getenv("THROUGHLINE_REWRITE_GOLDEN");
      rewrite != nullptr && std::string(rewrite) == "1") {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return;
  }
  std::ifstream stream(file, std::ios::binary);
  ASSERT_TRUE(stream) << file << " is missing; run with THROUGHLINE_REWRITE_GOLDEN=1 to write it";
  std::ostringstream golden;
  golden << stream.rdbuf();
  EXPECT_EQ(golden.str(), text) << file
                                << " differs; run with THROUGHLINE_REWRITE_GOLDEN=1 to accept";
}

}  // namespace throughline::testing
