#include "judge/elsewhere/reading_rules.hpp"

#include <algorithm>
#include <stdexcept>
#include <yaml-cpp/yaml.h>

namespace throughline::judge::elsewhere {
namespace {

// Compiles the patterns of a list; throws as yaml-cpp does, so that the message carries the line.
Phrases phrases_of(const YAML::Node& node, const std::string& name) {
  if (!node || !node.IsSequence()) {
    throw YAML::Exception(node ? node.Mark() : YAML::Mark::null_mark(),
                          "\"" + name + "\" must be a list of patterns");
  }
  Phrases phrases;
  const text::PhraseLists no_lists;
  for (const YAML::Node& pattern : node) {
    base::Result<text::Phrase> phrase = no_lists.compile(pattern.as<std::string>());
    if (!phrase) throw YAML::Exception(pattern.Mark(), phrase.error().message);
    phrases.push_back(std::move(*phrase));
  }
  return phrases;
}

Phrases phrases_in(const YAML::Node& root, const std::string& name) {
  return phrases_of(root[name], name);
}

std::vector<std::pair<std::string, Phrases>> lists_of(const YAML::Node& root) {
  std::vector<std::pair<std::string, Phrases>> lists;
  for (const auto& entry : root) {
    const auto name = entry.first.as<std::string>();
    lists.emplace_back(name, phrases_of(entry.second, name));
  }
  return lists;
}

std::vector<std::pair<Voice, Phrases>> voice_lists(const YAML::Node& root) {
  std::vector<std::pair<Voice, Phrases>> lists;
  for (auto& [name, phrases] : lists_of(root)) {
    const std::optional<Voice> voice = voice_from_text(name);
    if (!voice) throw YAML::Exception(root.Mark(), "There is no voice " + name);
    lists.emplace_back(*voice, std::move(phrases));
  }
  return lists;
}

VoiceRules read_voices(const YAML::Node& root) {
  VoiceRules rules;
  rules.groups = voice_lists(root["groups"]);
  rules.surveys = voice_lists(root["surveys"]);
  rules.asked = voice_lists(root["asked"]);
  rules.examples = voice_lists(root["examples"]);
  rules.reports = phrases_in(root, "reports");
  rules.plain_reports = phrases_in(root, "plain_reports");
  rules.feedback = phrases_in(root, "feedback");
  rules.judged = phrases_in(root, "judged");
  rules.documents = phrases_in(root, "documents");
  rules.document_reports = phrases_in(root, "document_reports");
  rules.heard = phrases_in(root, "heard");
  return rules;
}

PolarityRules read_polarity(const YAML::Node& root) {
  PolarityRules rules;
  rules.better = phrases_in(root, "better");
  rules.worse = phrases_in(root, "worse");
  rules.strong_strength = phrases_in(root, "strong_strength");
  rules.weak_strength = phrases_in(root, "weak_strength");
  rules.shortfall = phrases_in(root, "shortfall");
  rules.weak_shortfall = phrases_in(root, "weak_shortfall");
  rules.firm_progress = phrases_in(root, "firm_progress");
  rules.progress = phrases_in(root, "progress");
  rules.weak_progress = phrases_in(root, "weak_progress");
  rules.mixed = phrases_in(root, "mixed");
  rules.neutral = phrases_in(root, "neutral");
  rules.good_things = phrases_in(root, "good_things");
  rules.bad_things = phrases_in(root, "bad_things");
  rules.rises = phrases_in(root, "rises");
  rules.falls = phrases_in(root, "falls");
  rules.high_levels = phrases_in(root, "high_levels");
  rules.low_levels = phrases_in(root, "low_levels");
  rules.negators = phrases_in(root, "negators");
  rules.not_negators = phrases_in(root, "not_negators");
  rules.contrasts = phrases_in(root, "contrasts");
  rules.continues = phrases_in(root, "continues");
  rules.ignored = phrases_in(root, "ignored");
  rules.remedies = phrases_in(root, "remedies");
  rules.remedied = phrases_in(root, "remedied");
  return rules;
}

FigureRules read_figures(const YAML::Node& root) {
  FigureRules rules;
  rules.units = lists_of(root["units"]);
  rules.counted = phrases_in(root, "counted");
  rules.naming = phrases_in(root, "naming");
  rules.age_after = phrases_in(root, "age_after");
  rules.period_before = phrases_in(root, "period_before");
  return rules;
}

FactRule::Takes takes_of(const YAML::Node& node) {
  const auto word = node.as<std::string>();
  if (word == "before") return FactRule::Takes::before;
  if (word == "after") return FactRule::Takes::after;
  if (word == "percent") return FactRule::Takes::percent;
  if (word == "words") return FactRule::Takes::words;
  if (word == "name") return FactRule::Takes::name;
  throw YAML::Exception(node.Mark(), "a fact takes before, after, percent, words or name");
}

std::vector<FactRule> read_fact_rules(const YAML::Node& root) {
  std::vector<FactRule> rules;
  for (const YAML::Node& node : root["facts"]) {
    rules.push_back({node["name"].as<std::string>(), takes_of(node["takes"]),
                     phrases_of(node["when"], "when")});
  }
  return rules;
}

template <typename Read>
auto read_file(std::string_view path, Read read) {
  const std::string content(base::embedded_file(embedded_reading(), path));
  try {
    return read(YAML::Load(content));
  } catch (const YAML::Exception& problem) {
    throw std::runtime_error("data/reading/" + std::string(path) + " line " +
                             std::to_string(problem.mark.line + 1) + ": " + problem.msg);
  }
}

}  // namespace

ReadingRules built_in_rules() {
  ReadingRules rules;
  rules.voices = read_file("voices.yaml", read_voices);
  rules.polarity = read_file("polarity.yaml", read_polarity);
  rules.topics = read_file("topics.yaml", lists_of);
  rules.figures = read_file("figures.yaml", read_figures);
  rules.facts = read_file("facts.yaml", read_fact_rules);
  return rules;
}

base::Result<void> add_topics(ReadingRules& rules, std::string_view yaml) {
  try {
    for (auto& [name, phrases] : lists_of(YAML::Load(std::string(yaml)))) {
      const auto found =
          std::ranges::find(rules.topics, name, &std::pair<std::string, Phrases>::first);
      if (found == rules.topics.end()) {
        rules.topics.emplace_back(name, std::move(phrases));
      } else {
        std::ranges::move(phrases, std::back_inserter(found->second));
      }
    }
    return {};
  } catch (const YAML::Exception& problem) {
    return base::refuse(base::ErrorKind::invalid,
                        "line " + std::to_string(problem.mark.line + 1) + ": " + problem.msg);
  }
}

std::vector<text::Span> find_all(const Phrases& phrases, const std::vector<text::Token>& tokens) {
  std::vector<text::Span> spans;
  for (const text::Phrase& phrase : phrases) {
    std::ranges::copy(phrase.find_in(tokens), std::back_inserter(spans));
  }
  return spans;
}

std::size_t match_any(const Phrases& phrases, const std::vector<text::Token>& tokens,
                      std::size_t at) {
  std::size_t end = at;
  for (const text::Phrase& phrase : phrases) end = std::max(end, phrase.match_at(tokens, at));
  return end;
}

}  // namespace throughline::judge::elsewhere
