#include "demo/listening_script.hpp"

#include "base/embedded.hpp"
#include "demo/script_reading.hpp"

#include <stdexcept>

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

int whole(const YAML::Node& node, const char* key) {
  return node[key] ? node[key].as<int>() : 0;
}

IdeaScript read_idea(const YAML::Node& node) {
  return {needed(node, "by"),   whole(node, "back"),
          needed(node, "sort"), node["confidence"].IsDefined(),
          text(node, "theme"),  needed(node, "words"),
          whole(node, "after"), text(node, "outcome"),
          text(node, "reply"),  text(node, "heard")};
}

ConcernScript read_concern(const YAML::Node& node) {
  return {needed(node, "by"),    whole(node, "back"), needed(node, "service"),
          needed(node, "words"), text(node, "done"),  node["complaint"].IsDefined()};
}

ListeningScript read(const YAML::Node& root) {
  ListeningScript script;
  for (const auto& each : root["said"]) {
    script.said[each.first.as<std::string>()] = texts(each.second);
  }
  for (const auto& node : root["ideas"]) script.ideas.push_back(read_idea(node));
  for (const auto& node : root["concerns"]) script.concerns.push_back(read_concern(node));
  script.shared = texts(root["shared"]);
  for (const auto& node : root["points"]) {
    script.points.push_back({needed(node, "name"), needed(node, "service"),
                             node["good"].as<double>(), node["over"].IsDefined()});
  }
  script.good_face_words = texts(root["face_words"]["good"]);
  script.bad_face_words = texts(root["face_words"]["bad"]);
  return script;
}

}  // namespace

ListeningScript read_listening_script() {
  for (const auto& file : embedded_demo()) {
    if (file.path != "listening.yaml") continue;
    try {
      return read(YAML::Load(std::string(file.content)));
    } catch (const YAML::Exception& problem) {
      throw std::logic_error("data/demo/listening.yaml, line " +
                             std::to_string(problem.mark.line + 1) + ": " + problem.msg);
    }
  }
  throw std::logic_error("data/demo/listening.yaml is missing");
}

}  // namespace throughline::demo
