#include "judge/framework.hpp"

#include <yaml-cpp/yaml.h>

namespace throughline::judge {
namespace {

// A value that must be there; throws as yaml-cpp does, so that the message carries the line.
std::string required(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  if (!value || !value.IsScalar()) {
    throw YAML::Exception(node.Mark(), std::string("\"") + key + "\" is missing");
  }
  return value.as<std::string>();
}

YAML::Node required_list(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  if (!value || !value.IsSequence() || value.size() == 0) {
    throw YAML::Exception(node.Mark(), std::string("\"") + key + "\" must be a list");
  }
  return value;
}

std::vector<std::string> texts(const YAML::Node& node) {
  return node ? node.as<std::vector<std::string>>() : std::vector<std::string>();
}

int whole(const YAML::Node& node, const char* key) {
  required(node, key);
  return node[key].as<int>();
}

Statement read_statement(const YAML::Node& node) {
  return {required(node, "key"),  required(node, "name"),       required(node, "theme"),
          texts(node["aliases"]), required(node, "commitment"), texts(node["expectations"])};
}

Framework read(const YAML::Node& root) {
  Framework framework;
  framework.id = required(root, "id");
  framework.title = required(root, "title");
  framework.source = required(root, "source");
  framework.from = required(root, "from");
  for (const YAML::Node& node : required_list(root, "themes")) {
    framework.themes.push_back({required(node, "key"), required(node, "name")});
  }
  for (const YAML::Node& node : required_list(root, "statements")) {
    framework.statements.push_back(read_statement(node));
    if (!framework.find_theme(framework.statements.back().theme)) {
      throw YAML::Exception(node.Mark(), "its theme is not one of the themes");
    }
  }
  for (const YAML::Node& node : required_list(root, "evidence_categories")) {
    framework.categories.push_back({required(node, "key"), required(node, "name")});
  }
  for (const YAML::Node& node : required_list(root, "levels")) {
    framework.levels.push_back({whole(node, "score"), required(node, "label")});
  }
  for (const YAML::Node& node : required_list(root, "ratings")) {
    framework.bands.push_back(
        {required(node, "name"), whole(node, "from_sum"), whole(node, "to_sum")});
  }
  framework.escalate_at = whole(root, "escalate_at");
  return framework;
}

}  // namespace

base::Result<Framework> read_framework(std::string_view yaml) {
  try {
    return read(YAML::Load(std::string(yaml)));
  } catch (const YAML::Exception& problem) {
    return base::refuse(base::ErrorKind::invalid,
                        "line " + std::to_string(problem.mark.line + 1) + ": " + problem.msg);
  }
}

}  // namespace throughline::judge
