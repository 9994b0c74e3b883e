#pragma once

// The manner in which people write: with paragraphs in a letter, without capitals on a telephone,
// with slips of the finger, in capitals when they are angry.

#include "demo/dice.hpp"
#include "demo/script.hpp"
#include "hear/kinds.hpp"

#include <string>

namespace throughline::demo {

struct Message {
  Texts opening;
  Texts body;
  Texts ending;
  bool cross = false;  // may come in capitals
};

[[nodiscard]] std::string in_their_manner(const Message& message, hear::Channel channel,
                                          Dice& dice);

}  // namespace throughline::demo
