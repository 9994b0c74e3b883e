#pragma once

// The part of the script that comes after people have spoken, and what staff raise
// (data/demo/listening.yaml).

#include "demo/script.hpp"

#include <map>
#include <string>
#include <vector>

namespace throughline::demo {

struct IdeaScript {
  std::string by;  // a person's key
  int back = 0;    // days before the end
  std::string sort;
  bool in_confidence = false;
  std::string theme;  // may be empty
  std::string words;
  int after = 0;  // days until the reply; 0: none yet
  std::string outcome;
  std::string reply;
  std::string heard;
};

struct ConcernScript {
  std::string by;
  int back = 0;
  std::string service;
  std::string words;
  std::string done;  // empty: not put right at once
  bool complaint = false;
};

struct PointScript {
  std::string name;
  std::string service;
  double good = 0;
  bool over = false;
};

struct ListeningScript {
  std::map<std::string, Texts> said;  // whether it is fixed, by "yes", "partly" and "no"
  std::vector<IdeaScript> ideas;
  std::vector<ConcernScript> concerns;
  Texts shared;
  std::vector<PointScript> points;
  Texts good_face_words;
  Texts bad_face_words;
};

// Throws std::logic_error, with the line, when the file is wrong.
[[nodiscard]] ListeningScript read_listening_script();

}  // namespace throughline::demo
