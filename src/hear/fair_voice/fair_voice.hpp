#pragma once

// Fair voice: who is heard, against who lives here and who draws on care. For any set of cases the
// equality answers that people chose to give are counted, small numbers are kept back so that they
// cannot be worked out, and each group's share is held against the same group's share of a
// population, with how sure that is.
//
// It never infers an answer: "prefer not to say" and "not known" (not asked, or left blank) stand
// apart, and shares are of those who answered. It counts cases, not people: who speaks twice counts
// twice.
// Source: ons-census-2021

#include "base/result.hpp"
#include "hear/case_list.hpp"
#include "hear/equality.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

// Fewer voices than this are not looked at: too much could be told about too few.
inline constexpr std::int64_t least_voices = 20;

enum class Population { residents, drawing_on_care };
inline constexpr std::array all_populations = {Population::residents, Population::drawing_on_care};
[[nodiscard]] std::string_view to_text(Population population);  // "drawing_on_care"
[[nodiscard]] std::string_view label(Population population);    // "People who draw on care"
[[nodiscard]] std::optional<Population> population_from_text(std::string_view text);

// A number of people that may be shown.
struct SafeCount {
  enum class As { shown, few, hidden } as = As::shown;
  std::int64_t rounded = 0;  // to the nearest 5; only when shown
};
[[nodiscard]] std::string in_words(const SafeCount& count);  // "120", "Fewer than 5", "Hidden"

enum class Heard { as_expected, less, more, cannot_tell };
[[nodiscard]] std::string_view label(Heard heard);  // "Heard less"

// Units: percent of those who answered; percent points.
struct GroupVoice {
  std::string group;  // "Asian or Asian British"
  SafeCount count;
  std::optional<double> share;  // nothing: not shown
  double lower = 0;
  double upper = 0;
  std::optional<double> expected;  // the group's share of the population
  std::optional<double> gap;       // share less expected
  double gap_lower = 0;
  double gap_upper = 0;
  Heard heard = Heard::cannot_tell;
};

struct QuestionVoice {
  std::string field;     // "ethnic_group"
  std::string question;  // "What is your ethnic group?"
  SafeCount answered;
  SafeCount refused;    // "Prefer not to say"
  SafeCount not_known;  // not asked, or left blank
  std::vector<GroupVoice> groups;
  std::string source;  // of the population; empty: there is none for this question
  int year = 0;
};

struct FairVoice {
  bool enough = false;  // there are at least least_voices
  SafeCount voices;
  std::vector<QuestionVoice> questions;  // none unless there are enough
};

// Dates of the filter are widened to whole months, so that two sets never differ by a day. Words
// that were searched for are not used.
[[nodiscard]] CaseFilter coarse(CaseFilter filter);

[[nodiscard]] FairVoice fair_voice(store::Reader& reader, const std::string& authority_id,
                                   const CaseFilter& filter, Population against);

// question -> answer -> how many gave it.
using AnswerCounts = std::map<std::string, std::map<std::string, std::int64_t>>;
// The same of people who are no cases: so many of them, and the answers that they gave.
[[nodiscard]] FairVoice compare(store::Reader& reader, const std::string& authority_id,
                                std::int64_t voices, const AnswerCounts& answers,
                                Population against);
// How many gave an answer that belongs to a group of a population's table.
[[nodiscard]] std::int64_t people_in(const EqualityQuestion& question, const std::string& group,
                                     const std::map<std::string, std::int64_t>& answers);

// As a file: one row a group.
// Shape: question, group, voices, share, lower, upper, population, gap,
// gap_lower, gap_upper, heard, source, year.
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const FairVoice& found);

}  // namespace throughline::hear
