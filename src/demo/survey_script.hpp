#pragma once

// Surveys of the demo council, as data/demo/surveys.yaml holds them.

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace throughline::demo {

struct SurveyQuestionScript {
  std::string kind;
  std::string label;
  std::string options;  // one a line
  std::string comments;
  bool required = false;
  bool decline = false;
  std::vector<std::pair<std::string, int>> skips;
};

struct WaveScript {
  std::string opens;
  std::string closes;
  std::string read;  // when the comments were read and closed; empty: not yet
  int asked = 0;
  int answers = 0;
  int wrote = 0;  // in a hundred
  std::map<int, std::vector<double>> weights;
  std::vector<std::string> comments;
};

struct SurveyScript {
  std::string key;
  std::string title;
  std::string audience;
  std::string introduction;
  std::string made;
  std::string by;
  std::string theme;  // of its comments; empty: none
  std::vector<SurveyQuestionScript> questions;
  std::vector<WaveScript> waves;
};

// A measure whose values come from a survey's waves.
struct SurveyMeasureScript {
  std::string key;
  std::string name;
  std::string counts;
  std::string source;
  std::string survey;
  int question = 0;
  std::vector<std::string> answers;
};

}  // namespace throughline::demo
