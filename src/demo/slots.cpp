#include "demo/slots.hpp"

#include <array>
#include <cctype>
#include <stdexcept>

namespace throughline::demo {
namespace {

struct Range {
  std::string_view slot;
  int least;
  int most;
};

constexpr std::array ranges = {Range{"age", 71, 97},  Range{"adult", 22, 61},
                               Range{"weeks", 5, 26}, Range{"mins", 35, 110},
                               Range{"years", 3, 31}, Range{"pounds", 14, 960}};

constexpr std::array few = {"two", "three", "three", "four", "five", "six"};

std::string capital(std::string word) {
  word.at(0) = static_cast<char>(std::toupper(static_cast<unsigned char>(word.at(0))));
  return word;
}

std::string small_first(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

// Who a case is about, to someone who is no relative.
Relative acquaintance(hear::Relationship relationship, Dice& dice) {
  const bool woman = dice.chance(0.62);
  const std::string word = relationship == hear::Relationship::advocate ? "client"
                           : dice.chance(0.6)                           ? "neighbour"
                                                                        : "friend";
  return woman ? Relative{word, "she", "her", "her"} : Relative{word, "he", "him", "his"};
}

bool is_related(hear::Relationship relationship) {
  return relationship == hear::Relationship::family ||
         relationship == hear::Relationship::unpaid_carer;
}

}  // namespace

Slots::Slots(const VoicesScript& voices, const PlannedCase& planned)
    : voices_(voices), planned_(planned) {
  Dice dice(seed_for(planned.seed, "relative"));
  relative_ = is_related(planned.relationship) ? dice.pick(voices.relatives)
                                               : acquaintance(planned.relationship, dice);
}

int Slots::number(std::string_view slot, int least, int most) const {
  return Dice(seed_for(planned_.seed, slot)).from(least, most);
}

std::string Slots::value(std::string_view slot) const {
  if (slot == "rel") return relative_.word;
  if (slot == "they") return relative_.they;
  if (slot == "them") return relative_.them;
  if (slot == "their") return relative_.their;
  if (slot == "They") return capital(relative_.they);
  if (slot == "Their") return capital(relative_.their);
  if (slot == "few") return few.at(static_cast<std::size_t>(number(slot, 0, few.size() - 1)));
  if (slot == "service") {
    return small_first(voices_.themes[planned_.theme].services[planned_.service].first);
  }
  for (const auto& range : ranges) {
    if (range.slot == slot) return std::to_string(number(slot, range.least, range.most));
  }
  const auto found = voices_.slots.find(std::string(slot));
  if (found == voices_.slots.end()) {
    throw std::logic_error("nothing fills {" + std::string(slot) + "}");
  }
  Dice dice(seed_for(planned_.seed, slot));
  return dice.pick(found->second);
}

std::string Slots::filled(std::string_view piece) const {
  std::string text;
  while (true) {
    const auto opens = piece.find('{');
    text += piece.substr(0, opens);
    if (opens == std::string_view::npos) return text;
    const auto closes = piece.find('}', opens);
    if (closes == std::string_view::npos) {
      throw std::logic_error("a slot is not closed: " + std::string(piece));
    }
    text += value(piece.substr(opens + 1, closes - opens - 1));
    piece.remove_prefix(closes + 1);
  }
}

}  // namespace throughline::demo
