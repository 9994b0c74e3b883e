#include "judge/elsewhere/statement_reader.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

constexpr std::size_t most_topics = 2;

// Topics that nearly every sentence touches: named only where nothing closer is, or said twice.
constexpr std::array general = {"feedback"sv,   "partnership"sv, "governance"sv,
                                "strategy"sv,   "data"sv,        "safeguarding"sv,
                                "innovation"sv, "risk"sv,        "information"sv};

bool is_general(const std::string& topic) {
  return std::ranges::find(general, topic) != general.end();
}

// The topic of a quality statement, for sentences that name none.
const std::map<std::string, std::string>& topics_of_statements() {
  static const std::map<std::string, std::string> topics = {
      {"assessing-needs", "access"},    {"healthier-lives", "prevention"},
      {"equity", "equality"},           {"care-provision", "provision"},
      {"partnerships", "partnership"},  {"safe-systems", "transitions"},
      {"safeguarding", "safeguarding"}, {"governance", "governance"},
      {"learning", "training"}};
  return topics;
}

}  // namespace

std::vector<std::string> read_topics(const ReadingRules& rules, const Tokens& tokens,
                                     const std::string& statement) {
  struct Found {
    std::string topic;
    std::size_t times = 0;
    std::size_t first = 0;
  };
  std::vector<Found> found;
  for (const auto& [topic, phrases] : rules.topics) {
    const std::vector<text::Span> spans = find_all(phrases, tokens);
    if (spans.empty()) continue;
    const auto first = std::ranges::min_element(spans, {}, &text::Span::from);
    found.push_back({topic, spans.size(), first->from});
  }
  std::ranges::stable_sort(found, [](const Found& left, const Found& right) {
    return left.times != right.times ? left.times > right.times : left.first < right.first;
  });
  std::vector<std::string> topics;
  const auto take = [&](const Found& each) {
    if (topics.size() < most_topics) topics.push_back(each.topic);
  };
  for (const Found& each : found) {
    if (!is_general(each.topic)) take(each);
  }
  for (const Found& each : found) {
    if (is_general(each.topic) && (topics.empty() || each.times > 1)) take(each);
  }
  if (topics.empty()) {
    const auto stands_in = topics_of_statements().find(statement);
    if (stands_in != topics_of_statements().end()) topics.push_back(stands_in->second);
  }
  return topics;
}

}  // namespace throughline::judge::elsewhere
