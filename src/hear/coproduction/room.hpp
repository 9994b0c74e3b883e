#pragma once

// Who is in the room: the members of groups, against who lives here and who draws on care. It is
// the same comparison as fair voice, and keeps small numbers back as that does.
//
// A group is small, so for most of them no table is shown. Then it says only who is not there at
// all, and only where that tells nothing about those who are: at least least_answers gave an
// answer, those answers differ, the question is not about religion or sexual orientation, and the
// group is a noticeable part of the population. Where a table is shown no such sentence stands
// beside it, since both together could tell more than either.
// Source: ons-census-2021

#include "hear/coproduction/group.hpp"
#include "hear/fair_voice/fair_voice.hpp"

#include <string>
#include <vector>

namespace throughline::hear::coproduction {

inline constexpr std::int64_t least_answers = 10;
inline constexpr double least_share = 5;  // percent of the population

struct Missing {
  std::string category;  // "Age"
  std::string group;     // "85 and over"
  double expected = 0;   // percent of the population
};

struct Room {
  std::int64_t members = 0;
  FairVoice voices;              // enough is false for fewer than least_voices
  std::vector<Missing> missing;  // only when there is no table
};

// Members of these groups on a day; who belongs to two counts twice.
[[nodiscard]] Room who_is_in(store::Reader& reader, const std::string& authority_id,
                             const std::vector<std::string>& group_refs, base::Date on,
                             Population against);

}  // namespace throughline::hear::coproduction
