#include "judge/yardsticks.hpp"

#include <stdexcept>
#include <string>
#include <yaml-cpp/yaml.h>

namespace throughline::judge {
namespace {

int positive(const YAML::Node& root, const char* name) {
  const YAML::Node node = root[name];
  if (!node) throw YAML::Exception(root.Mark(), std::string(name) + " is missing");
  const int number = node.as<int>();
  if (number < 1) throw YAML::Exception(node.Mark(), std::string(name) + " must be 1 or more");
  return number;
}

Yardsticks read(const YAML::Node& root) {
  Yardsticks yardsticks;
  yardsticks.evidence_stale_after_months = positive(root, "evidence_stale_after_months");
  yardsticks.least_claim_characters =
      static_cast<std::size_t>(positive(root, "least_claim_characters"));
  yardsticks.least_rationale_characters =
      static_cast<std::size_t>(positive(root, "least_rationale_characters"));
  yardsticks.one_sided_from = static_cast<std::size_t>(positive(root, "one_sided_from"));
  for (const YAML::Node& node : root["expected_voices"]) {
    const auto voice = voice_from_text(node.as<std::string>());
    if (!voice) throw YAML::Exception(node.Mark(), node.as<std::string>() + " is not a voice");
    yardsticks.expected_voices.push_back(*voice);
  }
  return yardsticks;
}

}  // namespace

base::Result<Yardsticks> read_yardsticks(std::string_view yaml) {
  try {
    return read(YAML::Load(std::string(yaml)));
  } catch (const YAML::Exception& problem) {
    return base::refuse(base::ErrorKind::invalid,
                        "line " + std::to_string(problem.mark.line + 1) + ": " + problem.msg);
  }
}

Yardsticks built_in_yardsticks() {
  auto yardsticks = read_yardsticks(base::embedded_file(embedded_judgement(), "yardsticks.yaml"));
  if (!yardsticks) throw std::logic_error("yardsticks.yaml: " + yardsticks.error().message);
  return std::move(*yardsticks);
}

}  // namespace throughline::judge
