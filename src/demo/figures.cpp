#include "demo/figures.hpp"

#include "prove/prove.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace throughline::demo {
namespace {

constexpr int most_draws = 2'000;
constexpr int days_until_recorded = 7;

double level_of(const MeasureScript& measure, const Calendar& calendar, base::Date month) {
  double level = measure.level;
  for (const auto& step : measure.steps) {
    if (month >= calendar.date(step.at)) level = step.level;
  }
  return level;
}

base::Date recorded_on(const Calendar& calendar, int ago) {
  return std::min(base::add_days(calendar.month(ago - 1), days_until_recorded),
                  calendar.last_day());
}

Figure figure(const MeasureScript& measure, const Calendar& calendar, int ago, double value) {
  std::string typed = fmt::format("{:.{}f}", value, measure.decimals);
  return {calendar.month(ago), recorded_on(calendar, ago), std::stod(typed), typed};
}

std::vector<Figure> drawn(const MeasureScript& measure, const Calendar& calendar, Dice& dice) {
  std::vector<Figure> figures;
  for (int ago = months_of_history; ago >= 1; --ago) {
    const double level = level_of(measure, calendar, calendar.month(ago));
    figures.push_back(figure(measure, calendar, ago, level + measure.wobble * dice.stray()));
  }
  return figures;
}

bool is_of_theme(const Known& known, const PlannedCase& planned, const std::string& theme) {
  const auto& themes = known.script.voices.themes;
  return planned.group == Group::trouble &&
         (themes[planned.theme].theme == theme ||
          (planned.second_theme && themes[*planned.second_theme].theme == theme));
}

// The same number that a person would count in the list of cases.
std::vector<Figure> counted(const Known& known, const MeasureScript& measure) {
  std::map<base::Date, int> by_month;
  for (const auto& planned : known.planned) {
    if (!is_of_theme(known, planned, measure.from_theme)) continue;
    const auto date = base::london_date(planned.received);
    ++by_month[base::Date{date.year(), date.month(), std::chrono::day{1}}];
  }
  std::vector<Figure> figures;
  for (int ago = months_of_history; ago >= 1; --ago) {
    const auto month = known.calendar.month(ago);
    const int count = by_month[month];
    figures.push_back({month, recorded_on(known.calendar, ago), static_cast<double>(count),
                       std::to_string(count)});
  }
  return figures;
}

stats::Outcome verdict_on(const std::vector<Figure>& figures, base::Date began, base::Date day,
                          const std::string& improvement) {
  std::vector<stats::Observation> observations;
  for (const auto& each : figures) {
    if (each.recorded_on <= day) observations.push_back({each.month, each.value});
  }
  const auto better =
      improvement == "increase" ? stats::Improvement::increase : stats::Improvement::decrease;
  return must(stats::judge_change(observations, began, better)).outcome;
}

bool tells(const ActionScript& action, const MeasureScript& measure, const Calendar& calendar,
           const std::vector<Figure>& figures) {
  if (action.measure != measure.key || action.told.empty()) return true;
  std::vector<base::Date> days{calendar.last_day()};
  for (const auto& proof : action.proofs) days.push_back(calendar.past(proof));
  return std::ranges::all_of(days, [&](base::Date day) {
    return stats::to_text(verdict_on(figures, calendar.date(action.began), day,
                                     measure.improvement)) == action.told;
  });
}

}  // namespace

Figures draw_figures(const Known& known) {
  Figures all;
  for (const auto& measure : known.script.measures) {
    if (!measure.from_theme.empty()) {
      all[measure.key] = counted(known, measure);
      continue;
    }
    Dice dice(seed_for(known.seed, measure.key));
    int draws = 0;
    do {
      if (++draws > most_draws) {
        throw std::logic_error("the figures of " + measure.key + " never tell the story");
      }
      all[measure.key] = drawn(measure, known.calendar, dice);
    } while (!std::ranges::all_of(known.script.actions, [&](const ActionScript& action) {
      return tells(action, measure, known.calendar, all[measure.key]);
    }));
  }
  return all;
}

}  // namespace throughline::demo
