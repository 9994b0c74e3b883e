#pragma once

// Who a piece of evidence comes from, and which way it points. The words are those of published
// assessments: a claim always says who told us.

#include <array>
#include <optional>
#include <string_view>

namespace throughline::judge {

enum class Voice { people, carers, staff, leaders, partners, providers, processes, data };

inline constexpr std::array all_voices = {
    Voice::people,   Voice::carers,    Voice::staff,     Voice::leaders,
    Voice::partners, Voice::providers, Voice::processes, Voice::data,
};

// Which way evidence bears on its statement. A claim that does both is two pieces of evidence.
enum class Bearing { supporting, contrary };

// How much weight a piece of evidence can carry; optional.
enum class Strength { unstated, limited, sound, strong };

// "people": the word in the database, in addresses and in exports.
[[nodiscard]] std::string_view to_text(Voice voice);
[[nodiscard]] std::string_view to_text(Bearing bearing);
[[nodiscard]] std::string_view to_text(Strength strength);  // "" when unstated
[[nodiscard]] std::optional<Voice> voice_from_text(std::string_view text);
[[nodiscard]] std::optional<Bearing> bearing_from_text(std::string_view text);
[[nodiscard]] std::optional<Strength> strength_from_text(std::string_view text);

// "People who draw on care", as pages say it.
[[nodiscard]] std::string_view label(Voice voice);
[[nodiscard]] std::string_view label(Bearing bearing);
[[nodiscard]] std::string_view label(Strength strength);

}  // namespace throughline::judge
