// The components of govuk-frontend, compiled to C++, give exactly what their makers publish: every
// fixture in node_modules/govuk-frontend/dist/govuk/components/*/fixtures.json.

#include "templates/value.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace throughline::templates {
namespace {

namespace json = boost::json;
const std::filesystem::path components_folder = "node_modules/govuk-frontend/dist/govuk/components";

std::vector<std::string> components() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(components_folder)) {
    if (exists(entry.path() / "fixtures.json")) names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

json::array fixtures_of(const std::string& component) {
  std::ifstream file(components_folder / component / "fixtures.json");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  return json::parse(text).at("fixtures").as_array();
}

Value value_of(const json::value& held) {
  if (held.is_null()) return Value(nullptr);
  if (held.is_bool()) return Value(held.as_bool());
  if (held.is_string()) return Value(std::string(held.as_string()));
  if (held.is_array()) {
    List list;
    for (const auto& item : held.as_array()) list.push_back(value_of(item));
    return Value(std::move(list));
  }
  if (held.is_object()) {
    Fields fields;
    for (const auto& [key, item] : held.as_object()) fields.emplace_back(key, value_of(item));
    return Value(std::move(fields));
  }
  return Value(held.to_number<double>());
}

std::string trimmed(std::string_view text) {
  const auto start = text.find_first_not_of(" \n");
  if (start == std::string_view::npos) return {};
  return std::string(text.substr(start, text.find_last_not_of(" \n") - start + 1));
}

class Component : public testing::TestWithParam<std::string> {};

TEST_P(Component, renders_every_published_fixture_identically) {
  const auto fixtures = fixtures_of(GetParam());
  std::size_t identical = 0;
  for (const auto& fixture : fixtures) {
    SCOPED_TRACE(std::string(fixture.at("name").as_string()));
    const Value view{Fields{{"params", value_of(fixture.at("options"))}}};
    const auto expected = trimmed(std::string(fixture.at("html").as_string()));
    const auto rendered = trimmed(render(GetParam() + ".html", view));
    EXPECT_EQ(rendered, expected);
    if (rendered == expected) ++identical;
  }
  std::cout << GetParam() << ": " << identical << " of " << fixtures.size() << " fixtures\n";
}

INSTANTIATE_TEST_SUITE_P(Published, Component, testing::ValuesIn(components()),
                         [](const auto& component) {
                           std::string name = component.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(Components, have_725_published_fixtures_in_39_components) {
  std::size_t fixtures = 0;
  for (const auto& component : components()) fixtures += fixtures_of(component).size();
  EXPECT_EQ(components().size(), 39U);
  EXPECT_EQ(fixtures, 725U);
}

}  // namespace
}  // namespace throughline::templates
