#include "judge/framework.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::judge {
namespace {

// Letters and digits in lower case with single spaces: "&" and "and" are dropped alike.
std::string folded(std::string_view name) {
  std::string result;
  std::string word;
  const auto end_word = [&] {
    if (word.empty() || word == "and") {
      word.clear();
      return;
    }
    if (!result.empty()) result += ' ';
    result += word;
    word.clear();
  };
  for (const char c : name) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    } else if (c >= 'A' && c <= 'Z') {
      word += static_cast<char>(c - 'A' + 'a');
    } else {
      end_word();
    }
  }
  end_word();
  return result;
}

template <typename Things>
auto* find_key(const Things& things, std::string_view key) {
  const auto found =
      std::ranges::find_if(things, [&](const auto& thing) { return thing.key == key; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Statement* Framework::find(std::string_view key) const {
  return find_key(statements, key);
}

const Theme* Framework::find_theme(std::string_view key) const {
  return find_key(themes, key);
}

const Statement* Framework::find_named(std::string_view name) const {
  const std::string wanted = folded(name);
  if (wanted.empty()) return nullptr;
  for (const Statement& statement : statements) {
    if (folded(statement.key) == wanted || folded(statement.name) == wanted) return &statement;
    for (const std::string& alias : statement.aliases) {
      if (folded(alias) == wanted) return &statement;
    }
  }
  return nullptr;
}

const Level* Framework::level(int score) const {
  const auto found = std::ranges::find(levels, score, &Level::score);
  return found == levels.end() ? nullptr : &*found;
}

int Framework::highest_score() const {
  return levels.back().score;
}

std::string Framework::score_label(int score) const {
  const Level* found = level(score);
  return found ? std::to_string(score) + " - " + found->label : std::to_string(score);
}

std::vector<Framework> built_in_frameworks() {
  std::vector<Framework> frameworks;
  for (const base::EmbeddedFile& file : embedded_frameworks()) {
    if (!file.path.ends_with(".yaml")) continue;
    base::Result<Framework> framework = read_framework(file.content);
    if (!framework) {
      throw std::runtime_error(std::string(file.path) + ": " + framework.error().message);
    }
    frameworks.push_back(std::move(*framework));
  }
  return frameworks;
}

Framework local_authority_framework() {
  std::vector<Framework> frameworks = built_in_frameworks();
  if (frameworks.empty()) throw std::runtime_error("no framework is built in");
  return *std::ranges::max_element(frameworks, {}, &Framework::from);
}

}  // namespace throughline::judge
