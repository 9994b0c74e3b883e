#include "judge/elsewhere/statement_reader.hpp"

#include <algorithm>
#include <map>

namespace throughline::judge::elsewhere {
namespace {

constexpr std::size_t most_topics = 3;

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
  for (const Found& each : found) {
    if (topics.size() < most_topics) topics.push_back(each.topic);
  }
  if (topics.empty()) {
    const auto stands_in = topics_of_statements().find(statement);
    if (stands_in != topics_of_statements().end()) topics.push_back(stands_in->second);
  }
  return topics;
}

}  // namespace throughline::judge::elsewhere
