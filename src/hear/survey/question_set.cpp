#include "hear/survey/question_set.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <stdexcept>
#include <yaml-cpp/yaml.h>

namespace throughline::hear {
base::EmbeddedFiles embedded_surveys();
}

namespace throughline::hear::survey {
namespace {

std::string text(const YAML::Node& node, const char* key) {
  return node[key] ? node[key].as<std::string>() : std::string();
}

QuestionForm read_form(const YAML::Node& node) {
  QuestionForm form;
  form.kind = text(node, "kind");
  form.label = text(node, "label");
  form.source = text(node, "feeds");
  const int options = node["options"] ? node["options"].as<int>() : 0;
  for (int at = 1; at <= options; ++at) {
    form.options += std::string(official_wording) + " answer " + std::to_string(at) + "\n";
  }
  if (form.kind == "long_text") form.comments = "suggestion";
  return form;
}

QuestionSet read_set(const base::EmbeddedFile& file) {
  const auto root = YAML::Load(std::string(file.content));
  QuestionSet set;
  set.key = std::string(file.path.substr(0, file.path.rfind('.')));
  set.title = text(root, "title");
  set.owner = text(root, "owner");
  set.audience = audience_from_text(text(root, "audience")).value();
  set.source = text(root, "source");
  set.note = text(root, "note");
  for (const auto& node : root["questions"]) set.questions.push_back(read_form(node));
  return set;
}

}  // namespace

const std::vector<QuestionSet>& question_sets() {
  static const auto sets = [] {
    std::vector<QuestionSet> all;
    for (const auto& file : embedded_surveys()) {
      if (file.path.ends_with(".yaml")) all.push_back(read_set(file));
    }
    std::ranges::sort(all, {}, &QuestionSet::title);
    return all;
  }();
  return sets;
}

const QuestionSet* find_question_set(std::string_view key) {
  const auto& sets = question_sets();
  const auto found = std::ranges::find(sets, key, &QuestionSet::key);
  return found == sets.end() ? nullptr : &*found;
}

base::Result<Survey> create_from_set(store::Writer& writer, const record::Work& work,
                                     const std::string& key, const SurveyForm& form) {
  const auto* set = find_question_set(key);
  if (!set) return base::refuse(base::ErrorKind::not_found, "There is no such set of questions");
  auto made = create_survey(writer, work, form, key);
  if (!made) return made;
  for (const auto& question : set->questions) {
    if (auto added = add_question(writer, work, made->ref, question); !added) {
      return tl::make_unexpected(added.error());
    }
  }
  return made;
}

std::vector<base::Problem> unfinished(const std::vector<Question>& questions) {
  std::vector<base::Problem> problems;
  for (const auto& question : questions) {
    const auto holds = [](const std::string& words) {
      return words.find(official_wording) != std::string::npos;
    };
    if (holds(question.label) || holds(question.hint) ||
        std::ranges::any_of(question.options, holds)) {
      problems.push_back({"name", "Question " + std::to_string(question.position) +
                                      " still has “[official wording]” in it: put in the words "
                                      "of the official questionnaire"});
    }
  }
  return problems;
}

}  // namespace throughline::hear::survey
