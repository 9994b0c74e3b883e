#include "demo/manner.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace throughline::demo {
namespace {

using hear::Channel;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> slips = {{
    {"the ", "teh "},
    {"because", "becuase"},
    {"definitely", "definately"},
    {"assessment", "assesment"},
    {"receive", "recieve"},
    {"social worker", "socail worker"},
    {"weeks", "wks"},
    {"minutes", "mins"},
    {"don't", "dont"},
    {"can't", "cant"},
    {"they're", "there"},
    {"someone", "some one"},
    {"really", "realy"},
    {"tomorrow", "tommorow"},
}};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return text;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::toupper(c)) : static_cast<char>(c);
  });
  return text;
}

void slip(std::string& text, Dice& dice) {
  for (const auto& [right, wrong] : slips) {
    const auto at = text.find(right);
    if (at != std::string::npos && dice.chance(0.6)) text.replace(at, right.size(), wrong);
  }
}

void without_stops(std::string& text) {
  std::erase_if(text, [](char c) { return c == '\'' || c == ','; });
  if (text.ends_with('.')) text.pop_back();
}

// One sentence out of several, as someone would who has had enough.
void shout(Texts& sentences, Dice& dice) {
  if (!sentences.empty()) {
    auto& loud = sentences[static_cast<std::size_t>(dice.roll() % sentences.size())];
    loud = upper(loud);
  }
}

std::string joined(const Texts& sentences, std::string_view between) {
  std::string text;
  for (const auto& sentence : sentences) {
    if (!text.empty()) text += between;
    text += sentence;
  }
  return text;
}

std::string put_together(const Message& message, bool in_paragraphs) {
  const std::string_view between = in_paragraphs ? "\n\n" : " ";
  Texts parts;
  if (!message.opening.empty()) parts.push_back(joined(message.opening, " "));
  parts.push_back(joined(message.body, " "));
  if (!message.ending.empty()) parts.push_back(joined(message.ending, " "));
  return joined(parts, between);
}

}  // namespace

std::string in_their_manner(const Message& message, Channel channel, Dice& dice) {
  Message said = message;
  const bool typed = channel == Channel::web || channel == Channel::email;
  const double manner = dice.share();
  if (typed && said.cross && manner < 0.04) shout(said.body, dice);
  const bool in_paragraphs =
      (channel == Channel::letter || channel == Channel::email) && said.body.size() > 1;
  std::string text = put_together(said, in_paragraphs);
  if (!typed) return text;
  if (manner >= 0.04 && manner < 0.13) {
    text = lower(text);
    without_stops(text);
  } else if (manner >= 0.13 && manner < 0.25) {
    slip(text, dice);
  }
  return text;
}

}  // namespace throughline::demo
