#include "demo/listening_script.hpp"

#include "base/embedded.hpp"
#include "demo/script_reading.hpp"

#include <stdexcept>

namespace throughline::demo {

base::EmbeddedFiles embedded_demo();

namespace {

ListeningScript read(const YAML::Node& root) {
  ListeningScript script;
  for (const auto& each : root["said"]) {
    script.said[each.first.as<std::string>()] = texts(each.second);
  }
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
