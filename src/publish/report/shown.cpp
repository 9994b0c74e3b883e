#include "publish/report/shown.hpp"

#include "hear/complaint/words.hpp"
#include "stats/whole_and_parts.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace throughline::publish::report {
namespace {

using Member = std::int64_t Pair::*;
using stats::Disclosure;

constexpr std::string_view few = "fewer than 5";
constexpr std::string_view hidden = "not shown";

bool is_small(std::int64_t count) {
  return count > 0 && count < least_shown;
}

std::string in_words(std::int64_t count, Disclosure disclosure) {
  switch (disclosure) {
    case Disclosure::shown:
      return std::to_string(count);
    case Disclosure::few:
      return std::string(few);
    case Disclosure::hidden:
      break;
  }
  return std::string(hidden);
}

// What each count of a column may show, beside the same counts of the quarters when there are any.
// Shape of `quarters`: for each count, that of each quarter.
std::vector<Disclosure> allowed(const std::vector<std::int64_t>& counts,
                                const std::vector<std::vector<std::int64_t>>& quarters,
                                stats::Total total) {
  const auto lines = quarters.empty() ? stats::protect_column(counts, total)
                                      : stats::protect_whole(quarters, total);
  std::vector<Disclosure> found;
  found.reserve(lines.size());
  for (const auto& line : lines) found.push_back(line.disclosure);
  return found;
}

// The same for a single count that is part of nothing.
Disclosure allowed(std::int64_t count, const std::vector<std::int64_t>& quarters) {
  std::vector<std::vector<std::int64_t>> rows;
  if (!quarters.empty()) rows.push_back(quarters);
  return allowed({count}, rows, stats::Total::unknown).front();
}

std::int64_t count_in(const Table& table, const std::string& name, Member member) {
  const auto line = std::ranges::find(table.lines, name, &Line::name);
  return line == table.lines.end() ? 0 : line->count.*member;
}

// How many were well-founded is always told: so outcomes are two columns, those and the others.
bool is_founded(const std::string& outcome) {
  return outcome == hear::label(hear::Finding::upheld) ||
         outcome == hear::label(hear::Finding::partly_upheld);
}

// One of the two columns of numbers of a table, as everyone may see it.
class Column {
 public:
  Column(const Table& table, const std::vector<const Table*>& quarters, Member member)
      : table_(table), quarters_(quarters), member_(member) {
    allowed_.assign(table.lines.size(), Disclosure::shown);
    if (table.key == "outcomes") {
      protect([](const std::string& name) { return is_founded(name); });
      protect([](const std::string& name) { return !is_founded(name); });
    } else {
      protect([](const std::string&) { return true; });
    }
  }
  [[nodiscard]] const std::vector<Disclosure>& allowed_lines() const { return allowed_; }

 private:
  template <typename Wanted>
  void protect(Wanted&& wanted) {
    std::vector<std::size_t> chosen;
    for (std::size_t at = 0; at < table_.lines.size(); ++at) {
      if (wanted(table_.lines[at].name)) chosen.push_back(at);
    }
    // By name, so that the same numbers are shown in the same way wherever else they stand.
    std::ranges::sort(chosen, {}, [&](std::size_t at) { return table_.lines[at].name; });
    std::vector<std::int64_t> counts;
    std::vector<std::vector<std::int64_t>> rows;
    for (const auto at : chosen) {
      const auto& line = table_.lines[at];
      counts.push_back(line.count.*member_);
      if (quarters_.empty()) continue;
      rows.emplace_back();
      for (const auto* quarter : quarters_) {
        rows.back().push_back(count_in(*quarter, line.name, member_));
      }
    }
    const auto lines =
        allowed(counts, rows, table_.adds_up ? stats::Total::known : stats::Total::unknown);
    // Where all of them are fewer than 5 together, to say so of each says nothing more.
    const bool all_few =
        std::accumulate(counts.begin(), counts.end(), std::int64_t{0}) < least_shown;
    for (std::size_t at = 0; at < chosen.size(); ++at) {
      const bool is_few = lines[at] == Disclosure::hidden && all_few && table_.adds_up;
      allowed_[chosen[at]] = is_few ? Disclosure::few : lines[at];
    }
  }

  const Table& table_;
  const std::vector<const Table*>& quarters_;
  Member member_;
  std::vector<Disclosure> allowed_;
};

ShownTable for_staff(const Table& table) {
  ShownTable view{table.title, table.counted, table.note, {}};
  for (const auto& line : table.lines) {
    view.lines.push_back(
        {line.name, std::to_string(line.count.now), std::to_string(line.count.before)});
  }
  return view;
}

ShownTable for_everyone(const Table& table, const std::vector<const Table*>& quarters) {
  const Column now(table, quarters, &Pair::now);
  const Column before(table, quarters, &Pair::before);
  // The most of what is shown first; the order of the others would tell which is more.
  std::vector<std::size_t> order(table.lines.size());
  std::iota(order.begin(), order.end(), 0);
  const auto place = [&](std::size_t at) {
    const bool known = now.allowed_lines()[at] == Disclosure::shown;
    const auto count = known ? table.lines[at].count.now : std::int64_t{0};
    return std::tuple(known && count > 0 ? 0
                      : known            ? 2
                                         : 1,
                      -count, std::string_view(table.lines[at].name));
  };
  std::ranges::sort(order, {}, place);
  ShownTable view{table.title, table.counted, table.note, {}};
  for (const auto at : order) {
    const auto& line = table.lines[at];
    view.lines.push_back({line.name, in_words(line.count.now, now.allowed_lines()[at]),
                          in_words(line.count.before, before.allowed_lines()[at])});
  }
  return view;
}

std::string days(std::int64_t count) {
  if (count < 0) return "none answered";
  return std::to_string(count) + (count == 1 ? " day" : " days");
}

std::string exact_share(std::int64_t met, std::int64_t of) {
  return std::to_string(met) + " of " + std::to_string(of) + " (" +
         std::to_string((200 * met + of) / (2 * of)) + "%)";
}

// The share that were in time, as everyone may see it: from how many were, how many were not and
// how many these are together, none of them may be given away.
std::string share_for_everyone(std::int64_t met, std::int64_t of,
                               const std::vector<std::int64_t>& quarters_met,
                               const std::vector<std::int64_t>& quarters_of) {
  if (of == 0) return "none";
  if (is_small(of)) return "too few to show";
  std::vector<std::int64_t> missed;
  for (std::size_t at = 0; at < quarters_of.size(); ++at) {
    missed.push_back(quarters_of[at] - quarters_met[at]);
    // Of such a quarter nothing is shown, not even that all or none were in time.
    if (is_small(quarters_of[at])) return std::string(hidden);
  }
  const auto in_time = allowed(met, quarters_met);
  const auto late = allowed(of - met, missed);
  if (in_time == Disclosure::hidden || late == Disclosure::hidden) return std::string(hidden);
  if (in_time == Disclosure::few) return std::string(few) + " of " + std::to_string(of);
  if (late == Disclosure::few) {
    return "all but " + std::string(few) + " of " + std::to_string(of);
  }
  return exact_share(met, of);
}

// The figures with those of the quarters, as one side of them is shown.
struct Side {
  const Figures& figures;
  const std::vector<Figures>& quarters;
  Readers readers;

  template <typename Count>
  [[nodiscard]] std::vector<std::int64_t> of_quarters(Count&& count) const {
    std::vector<std::int64_t> counts;
    for (const auto& quarter : quarters) counts.push_back(count(quarter));
    return counts;
  }

  [[nodiscard]] std::string open(Member member) const {
    const auto count = figures.open.*member;
    if (readers == Readers::staff) return std::to_string(count);
    const auto closed = [&](const Figures& each) {
      return each.received.*member - each.open.*member;
    };
    const auto is_closed = allowed(closed(figures), of_quarters(closed));
    // How many were received is always told, and so the one would give the other away.
    if (is_closed != Disclosure::shown) return std::string(hidden);
    return in_words(
        count, allowed(count, of_quarters([&](const Figures& each) { return each.open.*member; })));
  }

  // Only where it says no more than the outcomes do.
  [[nodiscard]] std::string decided(Member member) const {
    const auto count = figures.decided.*member;
    if (readers == Readers::staff) return std::to_string(count);
    for (const auto& table : figures.tables) {
      if (table.key != "outcomes") continue;
      const auto beside = quarters_of(table.key);
      const Column column(table, beside, member);
      for (std::size_t at = 0; at < table.lines.size(); ++at) {
        if (is_founded(table.lines[at].name)) continue;
        if (column.allowed_lines()[at] != Disclosure::shown) return std::string(hidden);
      }
    }
    return std::to_string(count);
  }

  [[nodiscard]] std::string middle(Member member) const {
    // The time of one answer among a few would be that of one person.
    const bool too_few =
        readers == Readers::everyone && figures.timeliness.at(2).of.*member < least_shown;
    return too_few ? std::string("too few to show") : days(figures.middle_days.*member);
  }

  [[nodiscard]] std::string share(std::size_t part, Member member) const {
    const auto& given = figures.timeliness.at(part);
    const auto met = given.met.*member;
    const auto of = given.of.*member;
    if (readers == Readers::staff) return of == 0 ? std::string("none") : exact_share(met, of);
    return share_for_everyone(
        met, of,
        of_quarters([&](const Figures& each) { return each.timeliness.at(part).met.*member; }),
        of_quarters([&](const Figures& each) { return each.timeliness.at(part).of.*member; }));
  }

  [[nodiscard]] std::vector<const Table*> quarters_of(std::string_view key) const {
    std::vector<const Table*> tables;
    for (const auto& quarter : quarters) tables.push_back(&quarter.table(key));
    return tables;
  }
};

ShownLine exact(std::string name, const Pair& pair) {
  return {std::move(name), std::to_string(pair.now), std::to_string(pair.before)};
}

}  // namespace

ShownFigures shown(const Figures& figures, const std::vector<Figures>& quarters, Readers readers) {
  const Side side{figures, quarters, readers};
  const auto both = [&](std::string name, auto&& say) {
    return ShownLine{std::move(name), say(&Pair::now), say(&Pair::before)};
  };
  ShownFigures view;
  view.totals = {
      exact("Complaints received", figures.received),
      exact("Of these, found to be well-founded", figures.well_founded),
      exact("Of these, referred to the Ombudsman, as far as we were told", figures.ombudsman),
      both("Of these, decided", [&](Member member) { return side.decided(member); }),
      both("Of these, still open", [&](Member member) { return side.open(member); }),
      both("Half were answered within", [&](Member member) { return side.middle(member); })};
  for (std::size_t part = 0; part < figures.timeliness.size(); ++part) {
    view.timeliness.push_back(both(figures.timeliness[part].name,
                                   [&](Member member) { return side.share(part, member); }));
  }
  for (const auto& table : figures.tables) {
    view.tables.push_back(readers == Readers::staff
                              ? for_staff(table)
                              : for_everyone(table, side.quarters_of(table.key)));
  }
  return view;
}

}  // namespace throughline::publish::report
