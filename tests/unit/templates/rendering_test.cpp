// Templates in tests/templates render as the golden files say, and compiler_test.mjs holds the
// golden files to what Nunjucks itself renders.

#include "support/golden.hpp"
#include "templates/value.hpp"
#include "unit/templates/view.hpp"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {

std::vector<std::string> pages() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator("tests/templates")) {
    if (entry.path().extension() == ".html") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Template : public testing::TestWithParam<std::string> {};

TEST_P(Template, renders_as_nunjucks_renders_it) {
  const auto name = GetParam() + ".html";
  const auto page = throughline::templates::render(name, throughline::templates::shared_view());
  throughline::testing::expect_golden("templates/" + name, page);
}

INSTANTIATE_TEST_SUITE_P(Compiled, Template, testing::ValuesIn(pages()),
                         [](const auto& page) { return page.param; });

}  // namespace
