#include "demo/known.hpp"

#include <stdexcept>

namespace throughline::demo {
namespace {

template <typename Value>
const Value& found(const std::map<std::string, Value>& all, const std::string& key) {
  const auto at = all.find(key);
  if (at == all.end()) throw std::out_of_range("the demo council has no " + key + " yet");
  return at->second;
}

}  // namespace

const record::Actor& Known::person(const std::string& key) const {
  return found(people, key);
}

const std::string& Known::ref(const std::string& key) const {
  return found(refs, key);
}

std::vector<std::string> Known::refs_of(const std::string& kind, const Texts& keys) const {
  std::vector<std::string> all;
  for (const auto& key : keys) all.push_back(ref(kind + key));
  return all;
}

std::vector<std::string> Known::cases_by(const CasesWanted& wanted, base::Instant when) const {
  std::vector<std::string> chosen;
  for (std::size_t i = planned.size(); i > 0; --i) {
    if (chosen.size() == static_cast<std::size_t>(wanted.count)) break;
    const PlannedCase& each = planned[i - 1];
    if (!each.themed || *each.themed >= when) continue;
    if (hear::to_text(each.kind) != wanted.kind) continue;
    if (script.voices.themes[each.theme].theme != wanted.theme) continue;
    chosen.push_back(cases[i - 1]);
  }
  return chosen;
}

base::Instant Known::moment(const std::string& said, const std::string& of) const {
  Dice dice(seed_for(seed, of));
  return in_office_hours(calendar.past(said), dice);
}

}  // namespace throughline::demo
