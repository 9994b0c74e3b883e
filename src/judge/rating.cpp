#include "judge/framework.hpp"

#include <algorithm>

namespace throughline::judge {

int percent_of(const Framework& framework, int sum) {
  const int most = framework.highest_score() * static_cast<int>(framework.statements.size());
  return (100 * sum + most - 1) / most;
}

std::string rating_of(const Framework& framework, int sum) {
  const auto band = std::ranges::find_if(framework.bands, [&](const RatingBand& each) {
    return sum >= each.from_sum && sum <= each.to_sum;
  });
  return band == framework.bands.end() ? std::string() : band->name;
}

base::Result<Rating> rate(const Framework& framework, std::span<const int> scores) {
  if (scores.size() != framework.statements.size()) {
    return base::refuse(base::ErrorKind::invalid,
                        "Give " + std::to_string(framework.statements.size()) +
                            " scores, one for each quality statement in order; " +
                            std::to_string(scores.size()) + " were given");
  }
  Rating result;
  std::vector<base::Problem> problems;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Statement& statement = framework.statements[i];
    if (!framework.level(scores[i])) {
      problems.push_back({statement.key, "The score for " + statement.name + " must be " +
                                             std::to_string(framework.levels.front().score) +
                                             " to " + std::to_string(framework.highest_score())});
      continue;
    }
    result.sum += scores[i];
    if (scores[i] <= framework.escalate_at) result.escalate.push_back(statement.key);
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  result.percent = percent_of(framework, result.sum);
  result.rating = rating_of(framework, result.sum);
  return result;
}

base::Result<Rating> rate(const Framework& framework, const std::map<std::string, int>& scores) {
  std::vector<int> in_order;
  std::vector<base::Problem> problems;
  for (const Statement& statement : framework.statements) {
    const auto found = scores.find(statement.key);
    if (found == scores.end()) {
      problems.push_back({statement.key, "Give a score for " + statement.name});
    } else {
      in_order.push_back(found->second);
    }
  }
  for (const auto& [key, score] : scores) {
    if (!framework.find(key)) problems.push_back({key, "There is no quality statement " + key});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return rate(framework, in_order);
}

}  // namespace throughline::judge
