#include "demo/script_reading.hpp"

namespace throughline::demo {
namespace {

constexpr std::array groups = {Group::trouble, Group::praise, Group::change};

std::vector<Texts> by_group(const YAML::Node& node) {
  std::vector<Texts> read;
  for (const Group group : groups) read.push_back(texts(node[group_name(group)]));
  return read;
}

}  // namespace

std::vector<CouncilScript> read_councils(const YAML::Node& root) {
  std::vector<CouncilScript> councils;
  for (const auto& node : root) {
    CouncilScript council{
        needed(node, "id"), needed(node, "name"), text(node, "host"), {}, texts(node["services"])};
    for (const auto& person : node["people"]) {
      council.people.push_back({needed(person, "key"), needed(person, "name"),
                                needed(person, "email"), needed(person, "role"),
                                needed(person, "does")});
    }
    councils.push_back(std::move(council));
  }
  return councils;
}

void read_slots(const YAML::Node& root, VoicesScript& voices) {
  for (const auto& [slot, list] : {std::pair{"place", "places"},
                                   {"carehome", "carehomes"},
                                   {"hospital", "hospitals"},
                                   {"provider", "providers"},
                                   {"worker", "workers"},
                                   {"day", "days"},
                                   {"weekday", "weekdays"},
                                   {"time", "times"},
                                   {"condition", "conditions"}}) {
    voices.slots[slot] = texts(root[list]);
  }
  for (const auto& node : root["relatives"]) {
    for (const auto& word : texts(node["words"])) {
      voices.relatives.push_back(
          {word, needed(node, "they"), needed(node, "them"), needed(node, "their")});
    }
  }
  voices.given_names = texts(root["given"]);
  voices.family_names = texts(root["family"]);
  voices.streets = texts(root["streets"]);
  for (const auto& question : root["equality"]) {
    voices.equality.emplace_back(question.first.as<std::string>(), weights(question.second));
  }
}

void read_common_voices(const YAML::Node& root, VoicesScript& voices) {
  voices.openings = by_group(root["openings"]);
  voices.phone_openings = texts(root["openings"]["phone"]);
  voices.endings = by_group(root["endings"]);
  voices.effects_self = texts(root["effects"]["self"]);
  voices.effects_other = texts(root["effects"]["other"]);
  voices.thanked = by_group(root["thanked"]);
  voices.reopened = texts(root["reopened"]);
  voices.answered_again = texts(root["answered_again"]);
  for (const auto& node : root["whole"]) {
    voices.whole.push_back({needed(node, "theme"), needed(node, "kind"), needed(node, "as"),
                            needed(node, "by"), node["back"].as<int>(), needed(node, "words")});
  }
  for (const auto& node : root["turns"]) {
    const std::string said = needed(node, "said");
    for (const Group group : groups) {
      if (group_name(group) != said) continue;
      voices.turns.push_back(
          {needed(node, "theme"), group, needed(node, "at"), node["times"].as<double>()});
    }
  }
}

ThemeVoices read_theme_voices(const YAML::Node& root) {
  ThemeVoices voices;
  voices.theme = needed(root, "theme");
  voices.services = weights(root["services"]);
  voices.carers_only = root["only"].IsDefined();
  for (const Group group : groups) {
    const std::string name = group_name(group);
    voices.share.push_back(root["share"][name].as<double>());
    const YAML::Node pieces = root[name];
    voices.pieces.push_back({texts(pieces["self"]), texts(pieces["other"]), texts(pieces["any"]),
                             root["later"] ? texts(root["later"][name]) : Texts()});
  }
  if (root["later"]) voices.later_from = needed(root["later"], "at");
  voices.did = texts(root["did"]);
  voices.could_not = texts(root["could_not"]);
  return voices;
}

}  // namespace throughline::demo
