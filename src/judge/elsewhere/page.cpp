#include "judge/elsewhere/page.hpp"

#include <algorithm>
#include <array>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

constexpr std::array voices = {"people"sv,   "carers"sv,    "staff"sv,     "leaders"sv,
                               "partners"sv, "providers"sv, "processes"sv, "unspecified"sv};
constexpr std::array polarities = {"strength"sv,    "shortfall"sv, "mixed"sv,
                                   "in-progress"sv, "neutral"sv,   "unclear"sv};

constexpr std::array voice_labels = {"People who draw on care"sv,
                                     "Unpaid carers"sv,
                                     "Staff"sv,
                                     "Leaders"sv,
                                     "Partners"sv,
                                     "Providers"sv,
                                     "Documents and data"sv,
                                     "Not said who"sv};
constexpr std::array polarity_labels = {"Strength"sv,    "Shortfall"sv, "Mixed"sv,
                                        "In progress"sv, "Neutral"sv,   "Unclear"sv};

template <typename Enum, std::size_t n>
std::optional<Enum> from_text(const std::array<std::string_view, n>& names, std::string_view text) {
  const auto found = std::ranges::find(names, text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_text(Voice voice) {
  return voices.at(static_cast<std::size_t>(voice));
}

std::string_view label(Voice voice) {
  return voice_labels.at(static_cast<std::size_t>(voice));
}

std::string_view label(Polarity polarity) {
  return polarity_labels.at(static_cast<std::size_t>(polarity));
}

std::optional<Voice> voice_from_text(std::string_view text) {
  return from_text<Voice>(voices, text);
}

std::string_view to_text(Polarity polarity) {
  return polarities.at(static_cast<std::size_t>(polarity));
}

std::optional<Polarity> polarity_from_text(std::string_view text) {
  return from_text<Polarity>(polarities, text);
}

std::string_view kind_of(const PublishedPage& page) {
  constexpr std::array kinds = {"section"sv, "summary"sv, "about"sv};
  return kinds.at(page.index());
}

const std::string& authority_of(const PublishedPage& page) {
  return std::visit([](const auto& each) -> const std::string& { return each.authority; }, page);
}

const std::vector<std::string>& problems_of(const PublishedPage& page) {
  return std::visit(
      [](const auto& each) -> const std::vector<std::string>& { return each.problems; }, page);
}

}  // namespace throughline::judge::elsewhere
