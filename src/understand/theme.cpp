#include "understand/theme.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"

namespace throughline::understand {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool readable(const std::string& text) {
  return formats::is_utf8(text) && text.find('\0') == std::string::npos;
}

}  // namespace

std::vector<base::Problem> problems_of(const ThemeDescription& given) {
  std::vector<base::Problem> problems;
  if (trimmed(given.name).empty()) {
    problems.push_back({"name", "Enter a name for the theme"});
  } else if (!readable(given.name) || hear::characters(given.name) > 80) {
    problems.push_back({"name", "Name must be 80 characters or fewer"});
  }
  if (!readable(given.covers) || hear::characters(given.covers) > 500) {
    problems.push_back({"covers", "What it covers must be 500 characters or fewer"});
  }
  const auto cues = cues_text(given.cues);
  if (!readable(cues) || hear::characters(cues) > 2000) {
    problems.push_back({"cues", "Cues must be 2,000 characters or fewer"});
  }
  return problems;
}

std::vector<std::string> cues_from_text(const std::string& text) {
  std::vector<std::string> cues;
  std::string cue;
  const auto end_cue = [&] {
    if (auto kept = trimmed(cue); !kept.empty()) cues.push_back(std::move(kept));
    cue.clear();
  };
  for (const char c : text) {
    if (c == ',' || c == '\n') {
      end_cue();
    } else {
      cue += c;
    }
  }
  end_cue();
  return cues;
}

std::string cues_text(const std::vector<std::string>& cues) {
  std::string text;
  for (const auto& cue : cues) text += (text.empty() ? "" : ", ") + cue;
  return text;
}

}  // namespace throughline::understand
