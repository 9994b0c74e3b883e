#include "demo/script_reading.hpp"

namespace throughline::demo {

std::vector<MeasureScript> read_measures(const YAML::Node& root) {
  std::vector<MeasureScript> measures;
  for (const auto& node : root) {
    MeasureScript measure;
    measure.key = needed(node, "key");
    measure.name = needed(node, "name");
    measure.counts = needed(node, "counts");
    measure.unit = needed(node, "unit");
    measure.improvement = needed(node, "improvement");
    measure.target = text(node, "target");
    measure.source = needed(node, "source");
    measure.from_theme = text(node, "from_theme");
    if (measure.from_theme.empty()) {
      measure.level = node["level"].as<double>();
      measure.wobble = node["wobble"].as<double>();
    }
    if (node["decimals"]) measure.decimals = node["decimals"].as<int>();
    for (const auto& step : node["steps"]) {
      measure.steps.push_back({needed(step, "at"), step["level"].as<double>()});
    }
    measures.push_back(std::move(measure));
  }
  return measures;
}

std::vector<ActionScript> read_actions(const YAML::Node& root) {
  std::vector<ActionScript> actions;
  for (const auto& node : root) {
    ActionScript action;
    action.key = needed(node, "key");
    action.title = needed(node, "title");
    action.aim = needed(node, "aim");
    action.owner = needed(node, "owner");
    action.raised = needed(node, "raised");
    action.due = needed(node, "due");
    action.measure = text(node, "measure");
    action.began = text(node, "began");
    action.ended = text(node, "ended");
    action.end = text(node, "end");
    action.outcome = text(node, "outcome");
    action.themes = texts(node["themes"]);
    action.cases = cases_wanted(node["cases"]);
    action.told = text(node, "told");
    action.proofs = texts(node["proofs"]);
    if (const YAML::Node said = node["said"]) {
      action.said = {needed(said, "at"), needed(said, "you"), needed(said, "did"),
                     text(said, "could")};
    }
    actions.push_back(std::move(action));
  }
  return actions;
}

std::vector<DocumentScript> read_documents(const YAML::Node& root) {
  std::vector<DocumentScript> documents;
  for (const auto& node : root) {
    documents.push_back({needed(node, "key"), needed(node, "title"), needed(node, "file"),
                         needed(node, "added"), needed(node, "by"), needed(node, "text")});
  }
  return documents;
}

}  // namespace throughline::demo
