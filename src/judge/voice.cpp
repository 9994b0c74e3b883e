#include "judge/voice.hpp"

#include <utility>

namespace throughline::judge {
namespace {

template <typename Kind>
struct Words {
  Kind kind;
  std::string_view text;
  std::string_view label;
};

constexpr std::array<Words<Voice>, 8> voices = {{
    {Voice::people, "people", "People who draw on care"},
    {Voice::carers, "carers", "Unpaid carers"},
    {Voice::staff, "staff", "Staff"},
    {Voice::leaders, "leaders", "Leaders"},
    {Voice::partners, "partners", "Partners"},
    {Voice::providers, "providers", "Care providers"},
    {Voice::processes, "processes", "Processes and documents"},
    {Voice::data, "data", "Data"},
}};

constexpr std::array<Words<Bearing>, 2> bearings = {{
    {Bearing::supporting, "supporting", "Supporting"},
    {Bearing::contrary, "contrary", "Contrary"},
}};

constexpr std::array<Words<Strength>, 4> strengths = {{
    {Strength::unstated, "", "Not stated"},
    {Strength::limited, "limited", "Limited"},
    {Strength::sound, "sound", "Sound"},
    {Strength::strong, "strong", "Strong"},
}};

template <typename Table, typename Kind>
constexpr const auto& words_of(const Table& table, Kind kind) {
  return table[static_cast<std::size_t>(kind)];
}

template <typename Kind, typename Table>
std::optional<Kind> kind_from(const Table& table, std::string_view text) {
  for (const auto& words : table) {
    if (words.text == text) return words.kind;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_text(Voice voice) {
  return words_of(voices, voice).text;
}
std::string_view to_text(Bearing bearing) {
  return words_of(bearings, bearing).text;
}
std::string_view to_text(Strength strength) {
  return words_of(strengths, strength).text;
}
std::string_view label(Voice voice) {
  return words_of(voices, voice).label;
}
std::string_view label(Bearing bearing) {
  return words_of(bearings, bearing).label;
}
std::string_view label(Strength strength) {
  return words_of(strengths, strength).label;
}

std::optional<Voice> voice_from_text(std::string_view text) {
  return kind_from<Voice>(voices, text);
}
std::optional<Bearing> bearing_from_text(std::string_view text) {
  return kind_from<Bearing>(bearings, text);
}
std::optional<Strength> strength_from_text(std::string_view text) {
  return kind_from<Strength>(strengths, text);
}

}  // namespace throughline::judge
