#include "demo/words.hpp"

#include <algorithm>
#include <cctype>

namespace throughline::demo {
namespace {

using hear::ContactBy;

std::string letters_of(std::string name) {
  std::erase_if(name, [](unsigned char c) { return std::isalpha(c) == 0 || c >= 0x80; });
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

// Numbers and addresses that are kept free for stories.
std::string phone(Dice& dice) {
  const std::string last = std::to_string(dice.from(100, 999));
  return dice.chance(0.6) ? "07700 900" + last : "01632 960" + last;
}

double says_who(const PlannedCase& planned) {
  switch (planned.kind) {
    case hear::Kind::complaint:
      return 0.8;
    case hear::Kind::concern:
      return planned.relationship == hear::Relationship::neighbour ? 0.25 : 0.55;
    case hear::Kind::compliment:
      return 0.42;
    default:
      return 0.36;
  }
}

hear::Contact contact_of(const VoicesScript& voices, const PlannedCase& planned, Dice& dice) {
  hear::Contact contact;
  if (planned.relationship == hear::Relationship::staff || !dice.chance(says_who(planned))) {
    return contact;
  }
  const std::string& given = dice.pick(voices.given_names);
  const std::string& family = dice.pick(voices.family_names);
  contact.name = given + " " + family;
  contact.consents = dice.chance(0.94);
  const double way = dice.share();
  if (planned.channel == hear::Channel::letter || way < 0.08) {
    contact.by = ContactBy::post;
    contact.address = std::to_string(dice.from(1, 140)) + " " + dice.pick(voices.streets) + ", " +
                      dice.pick(voices.slots.at("place"));
  } else if (planned.channel == hear::Channel::phone || way < 0.45) {
    contact.by = ContactBy::phone;
    contact.phone = phone(dice);
  } else {
    contact.by = ContactBy::email;
    contact.email = letters_of(given) + "." + letters_of(family) + "@mail.example";
  }
  return contact;
}

hear::EqualityAnswers equality_of(const VoicesScript& voices, const PlannedCase& planned,
                                  Dice& dice) {
  // The questions are asked on the web form; few are asked them at the counter or by phone.
  const double answered = planned.channel == hear::Channel::web ? 0.44 : 0.08;
  hear::EqualityAnswers answers;
  if (!dice.chance(answered)) return answers;
  for (const auto& [field, options] : voices.equality) {
    if (dice.chance(0.12)) continue;
    std::vector<double> weights;
    for (const auto& option : options) weights.push_back(option.second);
    answers.emplace_back(field, options[dice.weighed(weights)].first);
  }
  return answers;
}

}  // namespace

hear::Identity identity_of(const VoicesScript& voices, const PlannedCase& planned) {
  Dice dice(seed_for(planned.seed, "identity"));
  auto contact = contact_of(voices, planned, dice);
  return {std::move(contact), equality_of(voices, planned, dice)};
}

}  // namespace throughline::demo
