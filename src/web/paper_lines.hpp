#pragma once

// The lines of an address as they are printed: those with nothing on them are left out.

#include <sstream>
#include <string>
#include <vector>

namespace throughline::web {

[[nodiscard]] inline std::vector<std::string> paper_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) lines.push_back(line);
  }
  return lines;
}

}  // namespace throughline::web
