#include "demo/planned_case.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace throughline::demo {
namespace {

using hear::Channel;
using hear::Kind;
using hear::Outcome;
using hear::Relationship;

// How much is said in each month of the year, January first: winters are hard, bills come in April.
constexpr std::array by_month = {1.25, 1.12, 1.05, 1.04, 0.95, 0.9,
                                 0.88, 0.82, 1.0,  1.04, 1.1,  1.05};

template <typename Enum>
struct Weighed {
  Enum value;
  double weight;
};

template <typename Enum, std::size_t count>
Enum chosen(Dice& dice, const std::array<Weighed<Enum>, count>& choices) {
  std::vector<double> weights;
  for (const auto& each : choices) weights.push_back(each.weight);
  return choices.at(dice.weighed(weights)).value;
}

constexpr std::array<Weighed<Relationship>, 7> who_speaks = {{{Relationship::person, 30},
                                                              {Relationship::family, 36},
                                                              {Relationship::unpaid_carer, 17},
                                                              {Relationship::advocate, 4},
                                                              {Relationship::neighbour, 5},
                                                              {Relationship::staff, 6},
                                                              {Relationship::other, 2}}};
constexpr std::array<Weighed<Channel>, 5> how_it_comes = {{{Channel::web, 50},
                                                           {Channel::phone, 29},
                                                           {Channel::email, 11},
                                                           {Channel::letter, 4},
                                                           {Channel::in_person, 6}}};

Kind kind_of(Group group, Dice& dice) {
  switch (group) {
    case Group::trouble:
      return dice.chance(0.58) ? Kind::complaint : Kind::concern;
    case Group::praise:
      return Kind::compliment;
    case Group::change:
      break;
  }
  return dice.chance(0.62) ? Kind::suggestion : Kind::idea;
}

class Planner {
 public:
  Planner(const VoicesScript& voices, const Calendar& calendar, std::uint64_t seed)
      : voices_(voices), calendar_(calendar), seed_(seed) {
    for (const auto& theme : voices.themes) {
      shares_.insert(shares_.end(), theme.share.begin(), theme.share.end());
    }
    for (const auto& turn : voices.turns) turned_.push_back(calendar.date(turn.at));
  }

  PlannedCase plan(int number) {
    Dice dice(seed_for(seed_, "case", static_cast<std::uint64_t>(number)));
    PlannedCase planned;
    planned.seed = dice.roll();
    base::Date date{};
    while (true) {
      const std::size_t at = dice.weighed(shares_);
      planned.theme = static_cast<std::uint16_t>(at / group_count);
      planned.group = static_cast<Group>(at % group_count);
      date = base::add_days(calendar_.begins(), dice.from(0, calendar_.days() - 1));
      if (dice.chance(likely(planned, date))) break;
    }
    planned.kind = kind_of(planned.group, dice);
    const auto& theme = voices_.themes[planned.theme];
    planned.relationship =
        theme.carers_only ? Relationship::unpaid_carer : chosen(dice, who_speaks);
    if (planned.kind == Kind::idea && dice.chance(0.5) && !theme.carers_only) {
      planned.relationship = Relationship::staff;
    }
    planned.channel = chosen(dice, how_it_comes);
    finish(planned, date, dice);
    return planned;
  }

  PlannedCase plan(const Whole& whole, int number) {
    Dice dice(seed_for(seed_, "whole", static_cast<std::uint64_t>(number)));
    PlannedCase planned;
    planned.seed = dice.roll();
    planned.whole = &whole;
    planned.theme = theme_called(whole.theme);
    planned.kind = hear::kind_from_text(whole.kind).value();
    planned.group = planned.kind == Kind::compliment ? Group::praise
                    : planned.kind == Kind::complaint || planned.kind == Kind::concern
                        ? Group::trouble
                        : Group::change;
    planned.relationship = hear::relationship_from_text(whole.relationship).value();
    planned.channel = hear::channel_from_text(whole.channel).value();
    finish(planned, base::add_days(calendar_.as_at(), -whole.back), dice);
    return planned;
  }

 private:
  // Of 1, for the busiest day that there could be.
  double likely(const PlannedCase& planned, base::Date date) const {
    const auto month = static_cast<unsigned>(date.month()) - 1;
    const double years = base::days_between(calendar_.begins(), date) / 365.0;
    double times = by_month.at(month) * (0.85 + 0.1 * years);
    for (std::size_t i = 0; i < voices_.turns.size(); ++i) {
      const Turn& turn = voices_.turns[i];
      if (turn.group == planned.group && date >= turned_[i] &&
          turn.theme == voices_.themes[planned.theme].theme) {
        times *= turn.times;
      }
    }
    return std::min(1.0, times / 3.0);
  }

  std::uint16_t theme_called(const std::string& name) const {
    const auto found = std::ranges::find(voices_.themes, name, &ThemeVoices::theme);
    if (found == voices_.themes.end()) throw std::logic_error("the demo has no theme " + name);
    return static_cast<std::uint16_t>(found - voices_.themes.begin());
  }

  void finish(PlannedCase& planned, base::Date date, Dice& dice) const {
    const auto& theme = voices_.themes[planned.theme];
    std::vector<double> services;
    for (const auto& service : theme.services) services.push_back(service.second);
    planned.service = static_cast<std::uint16_t>(dice.weighed(services));
    planned.later = !theme.later_from.empty() && date >= calendar_.date(theme.later_from);
    if (dice.chance(0.14)) {
      const auto other =
          static_cast<std::uint16_t>(dice.from(0, static_cast<int>(voices_.themes.size()) - 1));
      if (other != planned.theme) planned.second_theme = other;
    }
    const bool office = planned.channel != Channel::web && planned.channel != Channel::email;
    planned.received =
        office ? in_office_hours(working_day_before(date), dice) : at_any_hour(date, dice);
    planned.officer = dice.chance(0.55) ? 0 : 1;
    plan_answer(planned, dice);
  }

  // Working days only, and still within the three years.
  base::Date working_day_before(base::Date date) const {
    const auto after = working_day(date);
    return after < calendar_.as_at() ? after : base::add_days(date, -2);
  }

  void plan_answer(PlannedCase& planned, Dice& dice) const {
    const base::Instant end = base::london_midnight(calendar_.as_at());
    const auto later = [&](base::Instant from, int days) -> std::optional<base::Instant> {
      const auto at = in_office_hours(
          working_day(base::add_days(base::london_date(from), std::max(1, days))), dice);
      return at < end ? std::optional(at) : std::nullopt;
    };
    const bool praise = planned.group == Group::praise;
    planned.themed = later(planned.received, dice.from(0, 3));
    if (!planned.themed) return;
    planned.looked_into = later(*planned.themed, dice.from(0, praise ? 3 : 6));
    // A few are never finished: they wait for someone else, or were forgotten.
    if (!planned.looked_into || dice.chance(0.015)) return;
    const int days = planned.kind == Kind::complaint ? dice.from(9, 48)
                     : planned.kind == Kind::concern ? dice.from(2, 24)
                     : praise                        ? dice.from(1, 7)
                                                     : dice.from(6, 40);
    planned.closed = later(*planned.looked_into, days);
    if (planned.closed && planned.group == Group::trouble && dice.chance(0.025)) {
      planned.reopened = later(*planned.closed, dice.from(3, 20));
      if (planned.reopened) planned.closed_again = later(*planned.reopened, dice.from(4, 21));
    }
    const bool answered =
        planned.kind == Kind::complaint || (planned.kind == Kind::concern && dice.chance(0.9));
    planned.outcome = !answered           ? Outcome::thanked
                      : dice.chance(0.71) ? Outcome::did
                                          : Outcome::could_not;
  }

  const VoicesScript& voices_;
  const Calendar& calendar_;
  std::uint64_t seed_;
  std::vector<double> shares_;
  std::vector<base::Date> turned_;
};

}  // namespace

std::vector<PlannedCase> plan_cases(const VoicesScript& voices, const Calendar& calendar,
                                    std::uint64_t seed, int count, bool with_whole) {
  Planner planner(voices, calendar, seed);
  std::vector<PlannedCase> planned;
  planned.reserve(static_cast<std::size_t>(count));
  if (with_whole) {
    for (const auto& whole : voices.whole) {
      planned.push_back(planner.plan(whole, static_cast<int>(planned.size())));
    }
  }
  for (int number = static_cast<int>(planned.size()); number < count; ++number) {
    planned.push_back(planner.plan(number));
  }
  std::ranges::stable_sort(planned, {}, &PlannedCase::received);
  return planned;
}

}  // namespace throughline::demo
