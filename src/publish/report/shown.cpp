#include "publish/report/shown.hpp"

#include <algorithm>
#include <optional>

namespace throughline::publish::report {
namespace {

using Member = std::int64_t Pair::*;

constexpr std::string_view few = "fewer than 5";
constexpr std::string_view hidden = "not shown";

bool is_small(std::int64_t count) {
  return count > 0 && count < least_shown;
}

std::string number(std::int64_t count, Readers readers) {
  if (readers == Readers::everyone && is_small(count)) return std::string(few);
  return std::to_string(count);
}

ShownLine exact(std::string name, const Pair& pair) {
  return {std::move(name), std::to_string(pair.now), std::to_string(pair.before)};
}

ShownLine careful(std::string name, const Pair& pair, Readers readers) {
  return {std::move(name), number(pair.now, readers), number(pair.before, readers)};
}

std::string days(std::int64_t count) {
  if (count < 0) return "none answered";
  return std::to_string(count) + (count == 1 ? " day" : " days");
}

// One small number in a column of which the sum is known could be had by taking the others away.
// Then the smallest of the others is not shown either.
std::optional<std::size_t> also_hidden(const Table& table, Member member) {
  std::size_t small = 0;
  std::optional<std::size_t> smallest;
  for (std::size_t at = 0; at < table.lines.size(); ++at) {
    const auto count = table.lines[at].count.*member;
    if (is_small(count)) {
      ++small;
    } else if (count > 0 && (!smallest || count <= table.lines[*smallest].count.*member)) {
      smallest = at;
    }
  }
  return table.adds_up && small == 1 ? smallest : std::nullopt;
}

// How many were well-founded is always shown, so that one outcome could be had from another. When
// one is small, none of that column is shown.
void hide_outcomes(ShownTable& view, const Table& table, Member member,
                   std::string ShownLine::*column) {
  const bool any = std::ranges::any_of(
      table.lines, [&](const Line& line) { return is_small(line.count.*member); });
  for (std::size_t at = 0; any && at < table.lines.size(); ++at) {
    const auto count = table.lines[at].count.*member;
    if (count > 0 && !is_small(count)) view.lines[at].*column = hidden;
  }
}

std::string decided(const Figures& figures, Member member, Readers readers) {
  if (readers == Readers::everyone &&
      is_small(figures.decided.*member - figures.well_founded.*member)) {
    return std::string(hidden);
  }
  return number(figures.decided.*member, readers);
}

std::string share(std::int64_t met, std::int64_t of, Readers readers) {
  if (of == 0) return "none";
  const auto both = std::to_string(met) + " of " + std::to_string(of);
  if (readers == Readers::everyone) {
    if (is_small(of)) return "too few to show";
    if (is_small(met)) return std::string(few) + " of " + std::to_string(of);
    if (is_small(of - met)) return "all but " + std::string(few) + " of " + std::to_string(of);
  }
  return both + " (" + std::to_string((200 * met + of) / (2 * of)) + "%)";
}

}  // namespace

std::vector<ShownLine> shown_totals(const Figures& figures, Readers readers) {
  std::vector<ShownLine> lines = {
      exact("Complaints received", figures.received),
      exact("Of these, found to be well-founded", figures.well_founded),
      exact("Of these, referred to the Ombudsman, as far as we were told", figures.ombudsman),
      {"Of these, decided", decided(figures, &Pair::now, readers),
       decided(figures, &Pair::before, readers)},
      careful("Of these, still open", figures.open, readers)};
  // The time of one answer among a few would be that of one person.
  const auto time = [&](Member member) {
    const bool too_few =
        readers == Readers::everyone && figures.timeliness.at(2).of.*member < least_shown;
    return too_few ? std::string("too few to show") : days(figures.middle_days.*member);
  };
  lines.push_back({"Half were answered within", time(&Pair::now), time(&Pair::before)});
  return lines;
}

ShownTable shown(const Table& table, Readers readers) {
  ShownTable view{table.title, table.counted, table.note, {}};
  for (const Line& line : table.lines) {
    view.lines.push_back(careful(line.name, line.count, readers));
  }
  if (readers == Readers::staff) return view;
  if (table.key == "outcomes") {
    hide_outcomes(view, table, &Pair::now, &ShownLine::now);
    hide_outcomes(view, table, &Pair::before, &ShownLine::before);
    return view;
  }
  if (const auto at = also_hidden(table, &Pair::now)) view.lines[*at].now = hidden;
  if (const auto at = also_hidden(table, &Pair::before)) view.lines[*at].before = hidden;
  return view;
}

ShownLine shown(const Part& part, Readers readers) {
  return {part.name, share(part.met.now, part.of.now, readers),
          share(part.met.before, part.of.before, readers)};
}

}  // namespace throughline::publish::report
