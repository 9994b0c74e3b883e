#include "demo/words.hpp"

#include "demo/manner.hpp"
#include "demo/slots.hpp"

#include <algorithm>
#include <cctype>

namespace throughline::demo {
namespace {

using hear::Channel;
using hear::Relationship;

std::size_t index_of(Group group) {
  return static_cast<std::size_t>(group);
}

// What can be said by this person; anything rather than nothing.
Texts sayable(const Pieces& pieces, const PlannedCase& planned) {
  const Relationship relationship = planned.relationship;
  Texts fitting = relationship == Relationship::person ? pieces.self
                  : relationship == Relationship::staff || relationship == Relationship::other
                      ? Texts{}
                      : pieces.other;
  fitting.insert(fitting.end(), pieces.any.begin(), pieces.any.end());
  if (planned.later) {
    // What has just changed is much talked about.
    for (int times = 0; times < 2; ++times) {
      fitting.insert(fitting.end(), pieces.later.begin(), pieces.later.end());
    }
  }
  if (!fitting.empty()) return fitting;
  return pieces.other.empty() ? pieces.self : pieces.other;
}

// One to three different pieces; most people say one thing.
Texts chosen_pieces(Texts from, Dice& dice) {
  const double roll = dice.share();
  const std::size_t wanted = std::min<std::size_t>(from.size(), roll < 0.66   ? 1
                                                                : roll < 0.92 ? 2
                                                                              : 3);
  Texts chosen;
  while (chosen.size() < wanted && !from.empty()) {
    const auto at = static_cast<std::size_t>(dice.roll() % from.size());
    chosen.push_back(from[at]);
    std::erase(from, chosen.back());
  }
  return chosen;
}

// Staff and others who speak up do not speak of themselves.
bool speaks_for_others(const PlannedCase& planned) {
  return planned.group != Group::change && (planned.relationship == Relationship::staff ||
                                            planned.relationship == Relationship::other);
}

Texts opening(const VoicesScript& voices, const PlannedCase& planned, Dice& dice) {
  if (speaks_for_others(planned)) return {};
  const bool written = planned.channel != Channel::phone && planned.channel != Channel::in_person;
  if (!written) {
    const bool noted = planned.channel == Channel::phone && dice.chance(0.3);
    return noted ? Texts{dice.pick(voices.phone_openings)} : Texts{};
  }
  if (dice.chance(0.38)) return {dice.pick(voices.openings[index_of(planned.group)])};
  return {};
}

// After "Just a thought, but", the sentence goes on in lower case. Slots are not filled yet, so
// that no name is at its beginning.
void go_on(const std::string& opening, std::string& sentence) {
  if (!opening.ends_with(',') && !opening.ends_with("but")) return;
  const bool a_word =
      sentence.starts_with("A ") || (sentence.size() > 1 && sentence[0] != '{' &&
                                     std::islower(static_cast<unsigned char>(sentence[1])) != 0);
  if (a_word) {
    sentence[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(sentence[0])));
  }
}

Texts effect(const VoicesScript& voices, const PlannedCase& planned, Dice& dice) {
  if (planned.group != Group::trouble || !dice.chance(0.33)) return {};
  if (planned.relationship == Relationship::person) return {dice.pick(voices.effects_self)};
  const bool close = planned.relationship == Relationship::family ||
                     planned.relationship == Relationship::unpaid_carer;
  return close ? Texts{dice.pick(voices.effects_other)} : Texts{};
}

}  // namespace

std::string words_of(const VoicesScript& voices, const PlannedCase& planned) {
  if (planned.whole != nullptr) return planned.whole->words;
  Dice dice(seed_for(planned.seed, "words"));
  const auto& pieces = voices.themes[planned.theme].pieces[index_of(planned.group)];
  Message message;
  message.cross = planned.group == Group::trouble;
  message.opening = opening(voices, planned, dice);
  message.body = chosen_pieces(sayable(pieces, planned), dice);
  for (auto& each : effect(voices, planned, dice)) message.body.push_back(std::move(each));
  if (!speaks_for_others(planned) && dice.chance(0.42)) {
    message.ending = {dice.pick(voices.endings[index_of(planned.group)])};
  }
  if (!message.opening.empty()) go_on(message.opening.back(), message.body.front());
  const Slots slots(voices, planned);
  for (auto* part : {&message.opening, &message.body, &message.ending}) {
    for (auto& text : *part) text = slots.filled(text);
  }
  return in_their_manner(message, planned.channel, dice);
}

std::string answer_to(const VoicesScript& voices, const PlannedCase& planned) {
  Dice dice(seed_for(planned.seed, "answer"));
  const auto& theme = voices.themes[planned.theme];
  const Texts& answers = planned.outcome == hear::Outcome::did ? theme.did
                         : planned.outcome == hear::Outcome::could_not
                             ? theme.could_not
                             : voices.thanked[index_of(planned.group)];
  return Slots(voices, planned).filled(dice.pick(answers));
}

std::string reason_to_reopen(const VoicesScript& voices, const PlannedCase& planned) {
  return Dice(seed_for(planned.seed, "reopened")).pick(voices.reopened);
}

std::string second_answer_to(const VoicesScript& voices, const PlannedCase& planned) {
  Dice dice(seed_for(planned.seed, "second answer"));
  return Slots(voices, planned).filled(dice.pick(voices.answered_again));
}

}  // namespace throughline::demo
