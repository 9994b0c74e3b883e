#include "hear/ombudsman/rates.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace throughline::hear {
namespace {

std::optional<Rate> rate(std::int64_t part, std::int64_t whole) {
  const auto interval = stats::wilson_interval(part, whole);
  if (!interval) return std::nullopt;
  return Rate{part, whole, interval->share * 100, interval->lower * 100, interval->upper * 100};
}

// Both ways in which a share can be written in whole percent.
bool rounds_to(std::int64_t part, std::int64_t whole, int percent) {
  const double exact = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return std::abs(exact - percent) <= 0.5 + 1e-9;
}

std::string is_percent(std::int64_t part, std::int64_t whole) {
  const auto percent = std::lround(100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return std::to_string(part) + " of " + std::to_string(whole) + " is " + std::to_string(percent) +
         "%";
}

void add(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& more) {
  if (more) sum = sum.value_or(0) + *more;
}

OmbudsmanCounts together(const std::vector<const PublishedYear*>& years) {
  OmbudsmanCounts all;
  bool populations = true;
  for (const auto* each : years) {
    all.investigated += each->counts.investigated;
    all.upheld += each->counts.upheld;
    // A rate takes in only the councils that gave both of its numbers.
    if (each->counts.compliance_outcomes && each->counts.satisfied) {
      add(all.compliance_outcomes, each->counts.compliance_outcomes);
      add(all.satisfied, each->counts.satisfied);
    }
    add(all.remedied_before, each->counts.remedied_before);
    populations = populations && each->counts.population.has_value();
    add(all.population, each->counts.population);
  }
  if (!populations) all.population.reset();
  return all;
}

}  // namespace

std::vector<base::Problem> problems_of(const OmbudsmanCounts& counts) {
  std::vector<base::Problem> problems;
  const auto text = [](std::int64_t number) { return std::to_string(number); };
  if (counts.upheld > counts.investigated) {
    problems.push_back({"upheld", text(counts.upheld) + " upheld of " + text(counts.investigated) +
                                      " investigated is not possible: only what was investigated "
                                      "can be upheld"});
  }
  if (counts.satisfied.has_value() != counts.compliance_outcomes.has_value()) {
    problems.push_back({"satisfied",
                        "Give compliance_outcomes and satisfied together: the rate "
                        "is of the outcomes, not of those upheld"});
  } else if (counts.satisfied && *counts.satisfied > *counts.compliance_outcomes) {
    problems.push_back({"satisfied", text(*counts.satisfied) + " satisfied of " +
                                         text(*counts.compliance_outcomes) +
                                         " outcomes is not possible"});
  }
  if (counts.remedied_before && *counts.remedied_before > counts.upheld) {
    problems.push_back(
        {"remedied_before", text(*counts.remedied_before) + " put right before of " +
                                text(counts.upheld) +
                                " upheld is not possible: only those upheld are counted"});
  }
  return problems;
}

std::optional<std::string> why_impossible(int percent, std::int64_t total) {
  if (total <= 0) {
    return "A rate of " + std::to_string(percent) + "% of none is not possible. Leave it empty";
  }
  std::int64_t below = 0;
  for (std::int64_t part = 0; part <= total; ++part) {
    if (rounds_to(part, total, percent)) return std::nullopt;
    if (100.0 * static_cast<double>(part) / static_cast<double>(total) < percent) below = part;
  }
  std::string why = std::to_string(percent) + "% of " + std::to_string(total) +
                    " is not possible: " + is_percent(below, total);
  if (below < total) why += ", " + is_percent(below + 1, total);
  return why;
}

OmbudsmanRates rates_of(const OmbudsmanCounts& counts) {
  OmbudsmanRates rates;
  rates.upheld = rate(counts.upheld, counts.investigated);
  if (counts.satisfied && counts.compliance_outcomes) {
    rates.compliance = rate(*counts.satisfied, *counts.compliance_outcomes);
  }
  if (counts.remedied_before) rates.remedied = rate(*counts.remedied_before, counts.upheld);
  if (counts.population && *counts.population > 0) {
    rates.upheld_per_100_000 =
        100'000.0 * static_cast<double>(counts.upheld) / static_cast<double>(*counts.population);
  }
  return rates;
}

OmbudsmanCounts counts_of(const std::vector<Decision>& decisions) {
  OmbudsmanCounts counts;
  counts.compliance_outcomes = 0;
  counts.satisfied = 0;
  counts.remedied_before = 0;
  for (const auto& each : decisions) {
    counts.investigated += is_investigated(each.verdict) ? 1 : 0;
    if (each.verdict != Verdict::upheld) continue;
    ++counts.upheld;
    *counts.remedied_before += each.remedied_before ? 1 : 0;
    if (each.compliance == Compliance::not_known) continue;
    ++*counts.compliance_outcomes;
    *counts.satisfied += each.compliance == Compliance::not_satisfied ? 0 : 1;
  }
  return counts;
}

std::vector<Beside> beside_others(const std::vector<PublishedYear>& years) {
  std::vector<Beside> found;
  for (const auto& own : years) {
    if (!own.own) continue;
    std::vector<const PublishedYear*> others;
    for (const auto& each : years) {
      if (!each.own && each.year == own.year && each.scope == own.scope &&
          each.council_type == own.council_type) {
        others.push_back(&each);
      }
    }
    Beside beside{own.year,
                  own.scope,
                  own.council_type,
                  rates_of(own.counts),
                  {},
                  static_cast<int>(others.size()),
                  std::nullopt};
    if (!others.empty()) {
      const auto all = together(others);
      beside.others = rates_of(all);
      if (const auto difference = stats::newcombe_difference(
              own.counts.upheld, own.counts.investigated, all.upheld, all.investigated)) {
        beside.difference = *difference;
      }
    }
    found.push_back(std::move(beside));
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Beside::year);
  return found;
}

std::string year_of(base::Date date) {
  const bool before_april = static_cast<unsigned>(date.month()) < 4;
  const int first = static_cast<int>(date.year()) - (before_april ? 1 : 0);
  const int last = (first + 1) % 100;
  return std::to_string(first) + (last < 10 ? "-0" : "-") + std::to_string(last);
}

std::optional<std::pair<base::Date, base::Date>> days_of(std::string_view year) {
  if (year.size() != 7 || year[4] != '-') return std::nullopt;
  const auto first = base::date_from_text(std::string(year.substr(0, 4)) + "-04-01");
  if (!first || year_of(*first) != year) return std::nullopt;
  return std::pair{*first, base::add_days(base::add_months(*first, 12), -1)};
}

}  // namespace throughline::hear
