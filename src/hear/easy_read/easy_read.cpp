#include "hear/easy_read/easy_read.hpp"

#include "hear/entry.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

constexpr std::array topics = {
    Entry{EasyTopic::happy, "happy", "Something good happened"},
    Entry{EasyTopic::sad, "sad", "Something bad happened"},
    Entry{EasyTopic::idea, "idea", "I have an idea"},
};

constexpr std::array<EasyPick, 8> good = {{
    {"kind", "heart", "They were kind to me."},
    {"on_time", "clock", "They came on time."},
    {"listened", "ear", "They listened to me."},
    {"explained", "speech", "They told me things clearly."},
    {"safe", "lock", "I feel safe."},
    {"helped", "carer", "They helped me well."},
    {"myself", "tick", "I can do more for myself."},
    {"people", "day-centre", "I meet people and do things I like."},
}};

constexpr std::array<EasyPick, 12> bad = {{
    {"late", "late", "They came late."},
    {"missed", "calendar", "Nobody came."},
    {"rushed", "rushed", "They were in a hurry."},
    {"rude", "rude", "They were rude to me."},
    {"ignored", "ear-no", "They did not listen to me."},
    {"unsafe", "stop", "I do not feel safe."},
    {"medicine", "medicine", "Something went wrong with my medicine."},
    {"broken", "wheelchair", "My equipment is broken or missing."},
    {"cost", "money", "It costs too much."},
    {"moved", "care-home", "I had to move and did not want to."},
    {"no_answer", "phone", "Nobody rang me back."},
    {"confusing", "question", "I do not know what is happening."},
}};

constexpr std::array<EasyPick, 7> better = {{
    {"more_time", "clock", "Staff need more time."},
    {"choice", "question", "I want more choice."},
    {"words", "letter", "Letters need easier words."},
    {"activities", "day-centre", "I want more things to do."},
    {"transport", "bus", "It should be easier to get there."},
    {"equipment", "wheelchair", "We need better equipment."},
    {"talk", "phone", "It should be easier to talk to someone."},
}};

constexpr std::array<std::string_view, 5> feelings = {"I felt very bad.", "I felt bad.",
                                                      "I did not feel good or bad.", "I felt good.",
                                                      "I felt very good."};

}  // namespace

std::string_view to_text(EasyTopic topic) {
  return entry(topics, topic).text;
}

std::string_view label(EasyTopic topic) {
  return entry(topics, topic).label;
}

std::optional<EasyTopic> easy_topic_from_text(std::string_view text) {
  return from_text(topics, text);
}

Kind kind_of(EasyTopic topic) {
  if (topic == EasyTopic::happy) return Kind::compliment;
  return topic == EasyTopic::sad ? Kind::complaint : Kind::suggestion;
}

std::span<const EasyPick> picks_of(EasyTopic topic) {
  if (topic == EasyTopic::happy) return good;
  if (topic == EasyTopic::sad) return bad;
  return better;
}

bool EasyRead::picked(std::string_view text) const {
  return std::ranges::find(picks, text) != picks.end();
}

std::string_view feeling_sentence(int face) {
  return feelings.at(static_cast<std::size_t>(face - 1));
}

std::string words_of(const EasyRead& told) {
  std::string words(label(told.topic.value()));
  words += ".";
  for (const auto& pick : picks_of(*told.topic)) {
    if (told.picked(pick.text)) (words += " ") += pick.sentence;
  }
  if (told.face > 0) (words += " ") += feeling_sentence(told.face);
  if (told.supporter) words += " Please talk to the person who supports me.";
  if (told.own_words.find_first_not_of(" \t\r\n") != std::string::npos) {
    words += "\n\n" + told.own_words;
  }
  return words;
}

}  // namespace throughline::hear
