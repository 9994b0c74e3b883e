#include "demo/script_reading.hpp"

namespace throughline::demo {
namespace {

SurveyQuestionScript read_question(const YAML::Node& node) {
  SurveyQuestionScript question;
  question.kind = needed(node, "kind");
  question.label = needed(node, "label");
  for (const auto& option : texts(node["options"])) question.options += option + "\n";
  question.comments = text(node, "comments");
  question.required = node["required"] && node["required"].as<bool>();
  question.decline = node["decline"] && node["decline"].as<bool>();
  for (const auto& skip : node["skips"]) {
    question.skips.emplace_back(skip.first.as<std::string>(), skip.second.as<int>());
  }
  return question;
}

WaveScript read_wave(const YAML::Node& node) {
  WaveScript wave;
  wave.opens = needed(node, "opens");
  wave.closes = needed(node, "closes");
  wave.read = text(node, "read");
  wave.asked = node["asked"].as<int>();
  wave.answers = node["answers"].as<int>();
  wave.wrote = node["wrote"].as<int>();
  for (const auto& each : node["weights"]) {
    wave.weights[each.first.as<int>()] = each.second.as<std::vector<double>>();
  }
  wave.comments = texts(node["comments"]);
  return wave;
}

}  // namespace

std::vector<SurveyScript> read_surveys(const YAML::Node& root) {
  std::vector<SurveyScript> surveys;
  for (const auto& node : root["surveys"]) {
    SurveyScript survey;
    survey.key = needed(node, "key");
    survey.title = needed(node, "title");
    survey.audience = needed(node, "audience");
    survey.introduction = text(node, "introduction");
    survey.made = needed(node, "made");
    survey.by = needed(node, "by");
    survey.theme = text(node, "theme");
    for (const auto& each : node["questions"]) survey.questions.push_back(read_question(each));
    for (const auto& each : node["waves"]) survey.waves.push_back(read_wave(each));
    surveys.push_back(std::move(survey));
  }
  return surveys;
}

SurveyMeasureScript read_survey_measure(const YAML::Node& root) {
  const auto node = root["measure"];
  return {needed(node, "key"),    needed(node, "name"),   needed(node, "counts"),
          needed(node, "source"), needed(node, "survey"), node["question"].as<int>(),
          texts(node["answers"])};
}

}  // namespace throughline::demo
