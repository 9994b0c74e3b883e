#pragma once

// Inside `demo` only: the parts of reading the script.

#include "demo/script.hpp"

#include <yaml-cpp/yaml.h>

namespace throughline::demo {

// The text under a key; empty when it is not there.
[[nodiscard]] std::string text(const YAML::Node& node, const char* key);
// The same, and it must be there.
[[nodiscard]] std::string needed(const YAML::Node& node, const char* key);
[[nodiscard]] Texts texts(const YAML::Node& node);
[[nodiscard]] Weights weights(const YAML::Node& node);
[[nodiscard]] CasesWanted cases_wanted(const YAML::Node& node);
[[nodiscard]] std::string group_name(Group group);

[[nodiscard]] std::vector<CouncilScript> read_councils(const YAML::Node& root);
void read_slots(const YAML::Node& root, VoicesScript& voices);
void read_common_voices(const YAML::Node& root, VoicesScript& voices);
[[nodiscard]] ComplaintsScript read_complaints(const YAML::Node& root);
[[nodiscard]] ReportScript read_report(const YAML::Node& node);
[[nodiscard]] ThemeVoices read_theme_voices(const YAML::Node& root);
[[nodiscard]] std::vector<MeasureScript> read_measures(const YAML::Node& root);
[[nodiscard]] std::vector<ActionScript> read_actions(const YAML::Node& root);
[[nodiscard]] std::vector<DocumentScript> read_documents(const YAML::Node& root);
[[nodiscard]] std::vector<SurveyScript> read_surveys(const YAML::Node& root);
[[nodiscard]] SurveyMeasureScript read_survey_measure(const YAML::Node& root);
[[nodiscard]] StatementScript read_statement(const YAML::Node& root);
void read_judgement(const YAML::Node& root, JudgementScript& judgement);

}  // namespace throughline::demo
