#pragma once

// A way in that was made for people who need one, beside the ordinary form, phone and letter: the
// pictures of easy read, and paper in its three kinds. It stands beside the case's channel (which
// stays "Online form" or "Letter"), so that a council can see whether these ways are used.

#include "record/work.hpp"
#include "store/database.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::hear {

enum class WayIn { easy_read, paper, large_print, paper_easy_read };

inline constexpr std::array all_ways_in = {WayIn::easy_read, WayIn::paper, WayIn::large_print,
                                           WayIn::paper_easy_read};

[[nodiscard]] std::string_view to_text(WayIn way);  // "large_print"
[[nodiscard]] std::string_view label(WayIn way);    // "Large print paper form"
[[nodiscard]] std::optional<WayIn> way_in_from_text(std::string_view text);

struct CaseWay {
  WayIn way{};
  std::string paper_reference;  // where the paper is kept; empty when it is not paper
};

// Writes the way of a case that has just come in.
void keep_way(store::Writer& writer, const record::Work& work, const std::string& case_ref,
              const CaseWay& way);
// Nothing for a case that came another way.
[[nodiscard]] std::optional<CaseWay> way_of(store::Reader& reader, const std::string& authority_id,
                                            const std::string& case_ref);

}  // namespace throughline::hear
