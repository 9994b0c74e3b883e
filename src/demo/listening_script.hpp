#pragma once

// The part of the script that comes after people have spoken (data/demo/listening.yaml).

#include "demo/script.hpp"

#include <map>
#include <string>

namespace throughline::demo {

struct ListeningScript {
  std::map<std::string, Texts> said;  // whether it is fixed, by "yes", "partly" and "no"
};

// Throws std::logic_error, with the line, when the file is wrong.
[[nodiscard]] ListeningScript read_listening_script();

}  // namespace throughline::demo
