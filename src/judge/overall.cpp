#include "judge/overall.hpp"

namespace throughline::judge {
namespace {

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (at > 0) text += at + 1 == items.size() ? " and " : ", ";
    text += items[at];
  }
  return text;
}

std::vector<std::string> explain_incomplete(const Framework& framework,
                                            const std::map<std::string, int>& scores) {
  std::vector<std::string> missing;
  int sum = 0;
  for (const Statement& statement : framework.statements) {
    const auto score = scores.find(statement.key);
    if (score == scores.end()) {
      missing.push_back(statement.name);
    } else {
      sum += score->second;
    }
  }
  const int open = static_cast<int>(missing.size());
  const int all = static_cast<int>(framework.statements.size());
  std::vector<std::string> steps = {
      std::to_string(all - open) + " of " + std::to_string(all) +
          " quality statements are scored, so there is no overall rating yet.",
      "Still to score: " + listed(missing) + "."};
  if (open < all) {
    const int least = sum + open * framework.levels.front().score;
    const int most = sum + open * framework.highest_score();
    const std::string low = rating_of(framework, least);
    const std::string high = rating_of(framework, most);
    steps.push_back("The scores so far come to " + std::to_string(sum) +
                    ". Depending on the rest, the total will be between " + std::to_string(least) +
                    " (" + low + ") and " + std::to_string(most) + " (" + high + ").");
  }
  return steps;
}

}  // namespace

std::vector<std::string> explain(const Framework& framework,
                                 const std::map<std::string, int>& scores) {
  if (scores.size() < framework.statements.size()) return explain_incomplete(framework, scores);
  std::string additions;
  int sum = 0;
  for (const Statement& statement : framework.statements) {
    if (!additions.empty()) additions += " + ";
    additions += std::to_string(scores.at(statement.key));
    sum += scores.at(statement.key);
  }
  const int highest = framework.highest_score() * static_cast<int>(framework.statements.size());
  const int percent = percent_of(framework, sum);
  const bool whole = 100 * sum % highest == 0;
  std::vector<std::string> steps = {
      "The scores add up: " + additions + " = " + std::to_string(sum) + ".",
      "The most they could come to is " + std::to_string(framework.statements.size()) + " × " +
          std::to_string(framework.highest_score()) + " = " + std::to_string(highest) + ".",
      "100 × " + std::to_string(sum) + " ÷ " + std::to_string(highest) + " = " +
          (whole ? std::to_string(percent) + "%."
                 : std::to_string(percent - 1) + "." +
                       std::to_string((100 * sum % highest) * 10 / highest) +
                       "…, which is rounded up to " + std::to_string(percent) + "%.")};
  for (const RatingBand& band : framework.bands) {
    if (sum < band.from_sum || sum > band.to_sum) continue;
    steps.push_back(
        "A total from " + std::to_string(band.from_sum) + " to " + std::to_string(band.to_sum) +
        " (" + std::to_string(percent_of(framework, band.from_sum)) + "% to " +
        std::to_string(percent_of(framework, band.to_sum)) + "%) is " + band.name + ".");
  }
  std::vector<std::string> lowest;
  for (const Statement& statement : framework.statements) {
    if (scores.at(statement.key) <= framework.escalate_at) lowest.push_back(statement.name);
  }
  if (!lowest.empty()) {
    steps.push_back(listed(lowest) + (lowest.size() == 1 ? " is" : " are") + " scored " +
                    std::to_string(framework.escalate_at) +
                    ". That does not change the rating, but it must be escalated.");
  }
  return steps;
}

}  // namespace throughline::judge
