#include "demo/script_reading.hpp"

namespace throughline::demo {

ComplaintsScript read_complaints(const YAML::Node& root) {
  ComplaintsScript script;
  for (const auto& each : root["points"]) {
    script.points[each.first.as<std::string>()] = texts(each.second);
  }
  for (const auto& each : root["reasoning"]) {
    script.reasoning[each.first.as<std::string>()] = texts(each.second);
  }
  script.what = texts(root["what"]);
  script.how = texts(root["how"]);
  script.notes = texts(root["notes"]);
  script.learned = texts(root["learned"]);
  script.nothing = texts(root["nothing"]);
  script.put_right = texts(root["put_right"]);
  script.limited = needed(root, "limited");
  script.late = needed(root, "late");
  for (const auto& body : root["bodies"]) {
    script.bodies.push_back({needed(body, "name"), needed(body, "kind"), body["leads"].as<bool>()});
  }
  return script;
}

ReportScript read_report(const YAML::Node& node) {
  return {text(node, "subjects"), text(node, "importance"), text(node, "handling"),
          text(node, "improvement")};
}

}  // namespace throughline::demo
