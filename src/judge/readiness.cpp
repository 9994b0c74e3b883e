#include "judge/readiness.hpp"

#include <algorithm>

namespace throughline::judge {
namespace {

std::string lower_first(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'A' && result[0] <= 'Z') {
    result[0] = static_cast<char>(result[0] - 'A' + 'a');
  }
  return result;
}

std::string counted(const VoiceTally& tally) {
  return std::to_string(tally.supporting) + " supporting, " + std::to_string(tally.contrary) +
         " contrary";
}

bool speaks_for_the_council(Voice voice) {
  return voice == Voice::leaders || voice == Voice::processes;
}

bool lives_with_it(Voice voice) {
  return voice == Voice::people || voice == Voice::carers || voice == Voice::staff ||
         voice == Voice::partners || voice == Voice::providers;
}

bool has_source(const Evidence& evidence, record::NodeKind kind) {
  return std::ranges::any_of(evidence.sources, [kind](const record::Node& source) {
    return record::kind_of(source.ref) == kind;
  });
}

void add_missing(std::vector<ReadinessGap>& gaps, const std::vector<VoiceTally>& tallies,
                 const Yardsticks& yardsticks) {
  for (const Voice voice : yardsticks.expected_voices) {
    const VoiceTally& tally = tallies[static_cast<std::size_t>(voice)];
    if (tally.total() > 0) continue;
    ReadinessGap gap;
    gap.gap = Gap::voice_missing;
    gap.what = "Nothing from " + lower_first(label(voice));
    gap.next = "Look for what " + lower_first(label(voice)) +
               (voice == Voice::data || voice == Voice::processes ? " show" : " have said") +
               ", and add it even when it points the other way";
    gap.voice = to_text(voice);
    gaps.push_back(std::move(gap));
  }
}

void add_stale(std::vector<ReadinessGap>& gaps, const std::vector<Evidence>& evidence,
               base::Date today) {
  ReadinessGap gap;
  gap.gap = Gap::stale;
  for (const Evidence& each : evidence) {
    if (each.stale(today)) gap.refs.push_back(each.ref);
  }
  if (gap.refs.empty()) return;
  gap.what = std::to_string(gap.refs.size()) +
             (gap.refs.size() == 1 ? " piece of evidence is" : " pieces of evidence are") +
             " past the review date";
  gap.next =
      "Check whether it is still so: add something newer, move its review date, or withdraw it";
  gaps.push_back(std::move(gap));
}

void add_one_sided(std::vector<ReadinessGap>& gaps, const std::vector<Evidence>& evidence,
                   const Yardsticks& yardsticks) {
  if (evidence.size() < yardsticks.one_sided_from) return;
  const auto contrary = std::ranges::count(evidence, Bearing::contrary, &Evidence::bearing);
  if (contrary == 0) {
    gaps.push_back({Gap::only_supporting,
                    "All the evidence is supporting",
                    "Ask who would disagree: search complaints, concerns and survey comments for "
                    "what points the other way",
                    "",
                    {}});
  } else if (static_cast<std::size_t>(contrary) == evidence.size()) {
    gaps.push_back({Gap::only_contrary,
                    "All the evidence is contrary",
                    "Look for what works, and for what has changed since",
                    "",
                    {}});
  }
}

void add_unproved(std::vector<ReadinessGap>& gaps, const std::vector<Evidence>& evidence) {
  ReadinessGap gap;
  gap.gap = Gap::action_without_proof;
  for (const Evidence& each : evidence) {
    if (each.bearing == Bearing::supporting && has_source(each, record::NodeKind::action) &&
        !has_source(each, record::NodeKind::proof)) {
      gap.refs.push_back(each.ref);
    }
  }
  if (gap.refs.empty()) return;
  gap.what = std::to_string(gap.refs.size()) +
             (gap.refs.size() == 1 ? " claim rests" : " claims rest") +
             " on an action with no proof that it worked";
  gap.next = "Name the measure that the action should move, and add its proof as a source";
  gaps.push_back(std::move(gap));
}

}  // namespace

std::vector<VoiceTally> tally(const std::vector<EvidenceCount>& counts,
                              const std::string& statement) {
  std::vector<VoiceTally> tallies;
  for (const Voice voice : all_voices) tallies.push_back({voice, 0, 0});
  for (const EvidenceCount& count : counts) {
    if (count.statement != statement) continue;
    VoiceTally& tally = tallies[static_cast<std::size_t>(count.voice)];
    (count.bearing == Bearing::supporting ? tally.supporting : tally.contrary) += count.count;
  }
  return tallies;
}

std::vector<VoiceTally> tally(const std::vector<Evidence>& evidence) {
  std::vector<VoiceTally> tallies;
  for (const Voice voice : all_voices) tallies.push_back({voice, 0, 0});
  for (const Evidence& each : evidence) {
    VoiceTally& tally = tallies[static_cast<std::size_t>(each.voice)];
    ++(each.bearing == Bearing::supporting ? tally.supporting : tally.contrary);
  }
  return tallies;
}

std::vector<SayAndDo> say_and_do(const std::vector<VoiceTally>& tallies) {
  VoiceTally council;
  for (const VoiceTally& each : tallies) {
    if (!speaks_for_the_council(each.voice)) continue;
    council.supporting += each.supporting;
    council.contrary += each.contrary;
  }
  std::vector<SayAndDo> notes;
  if (council.supporting == council.contrary) return notes;
  const bool positive = council.supporting > council.contrary;
  for (const VoiceTally& each : tallies) {
    if (!lives_with_it(each.voice) || each.supporting == each.contrary) continue;
    if (positive == (each.supporting > each.contrary)) continue;
    notes.push_back({each.voice,
                     positive ? Disagreement::said_not_felt : Disagreement::felt_not_said,
                     "Leaders and processes: " + counted(council) + ". " +
                         std::string(label(each.voice)) + ": " + counted(each) + "."});
  }
  return notes;
}

std::vector<ReadinessGap> readiness(const std::vector<Evidence>& evidence,
                                    const Yardsticks& yardsticks, base::Date today) {
  std::vector<ReadinessGap> gaps;
  if (evidence.empty()) {
    gaps.push_back(
        {Gap::no_evidence,
         "There is no evidence yet",
         "Start with what people have told you: open a case, theme or measure and choose "
         "“Use as evidence”",
         "",
         {}});
    return gaps;
  }
  add_missing(gaps, tally(evidence), yardsticks);
  add_stale(gaps, evidence, today);
  add_one_sided(gaps, evidence, yardsticks);
  add_unproved(gaps, evidence);
  return gaps;
}

}  // namespace throughline::judge
