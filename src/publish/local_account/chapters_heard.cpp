#include "hear/compliment/compliment.hpp"
#include "hear/kinds.hpp"
#include "publish/local_account/chapters.hpp"
#include "publish/local_account/safe.hpp"

#include <algorithm>
#include <map>

namespace throughline::publish::local_account {
namespace {

constexpr std::size_t most_themes = 8;
constexpr int most_praise = 100;
constexpr const char* rounding =
    "Rounded to the nearest 5. Numbers below 5, and numbers from which they could be worked out, "
    "are not given, so that nobody can be recognised.";

// Complaints have a chapter, with the exact numbers that the law asks for. They are left out here,
// so that no small number of another kind can be had by taking them away.
const std::string not_complaints = "c.kind <> 'complaint' ";

std::vector<Count> kinds_of(const Counting& counting) {
  std::vector<Count> counts;
  for (const auto kind : hear::all_kinds) {
    if (kind == hear::Kind::complaint) continue;
    Count count{std::string(hear::label(kind)) + "s"};
    for (const auto& line : counting.complaints.figures.table("nature").lines) {
      if (line.name != count.name) continue;
      count.now = line.count.now;
      count.before = line.count.before;
    }
    counts.push_back(std::move(count));
  }
  return counts;
}

std::vector<Count> ways_of(const Counting& counting) {
  constexpr const char* easier = "Easy read, or a paper form";
  std::vector<Count> counts;
  for (const auto channel : hear::all_channels) {
    counts.push_back({std::string(hear::label(channel))});
  }
  counts.push_back({easier});
  const auto add = [&](const report::Period& period, std::int64_t Count::*side) {
    for (const auto& row : counting.reader.rows(
             "select c.channel, case when w.case_ref is null then 0 else 1 end, count(*) from "
             "cases c left join case_ways w on w.authority_id = c.authority_id and w.case_ref = "
             "c.ref where c.authority_id = $1 and c.received >= $2 and c.received <= $3 and " +
                 not_complaints + "group by 1, 2",
             {counting.authority.id, base::to_text(period.first()),
              base::to_text(period.last())})) {
      const auto channel = hear::channel_from_text(row.text(0));
      const std::string name =
          row.integer(1) != 0 || !channel ? easier : std::string(hear::label(*channel));
      (*std::ranges::find(counts, name, &Count::name)).*side += row.integer(2);
    }
  };
  add(counting.period, &Count::now);
  add(counting.period.year_before(), &Count::before);
  return counts;
}

std::vector<Count> themes_of(const Counting& counting) {
  std::map<std::string, Count> counts;
  const auto add = [&](const report::Period& period, std::int64_t Count::*side) {
    for (const auto& row : counting.reader.rows(
             "select t.ref, t.name, count(*) from case_themes x join cases c on c.authority_id = "
             "x.authority_id and c.ref = x.case_ref join themes t on t.authority_id = "
             "x.authority_id and t.ref = x.theme_ref where x.authority_id = $1 and c.received >= "
             "$2 and c.received <= $3 group by t.ref, t.name order by t.ref",
             {counting.authority.id, base::to_text(period.first()),
              base::to_text(period.last())})) {
      auto& count = counts[row.text(0)];
      count.name = row.text(1);
      count.source = row.text(0);
      count.*side = row.integer(2);
    }
  };
  add(counting.period, &Count::now);
  add(counting.period.year_before(), &Count::before);
  std::vector<Count> all;
  for (const auto& [ref, count] : counts) all.push_back(count);
  return all;
}

bool nothing_in(const std::vector<Count>& counts) {
  return std::ranges::all_of(counts, [](const Count& each) { return each.now == 0; });
}

}  // namespace

Found what_was_heard(const Counting& counting) {
  Found found;
  const auto kinds = kinds_of(counting);
  const auto themes = safe_most(themes_of(counting), most_themes);
  if (nothing_in(kinds) && themes.empty()) return found;
  const auto cases = "/cases?order=newest&from=" + counting.from() + "&to=" + counting.to();
  found.sentences.emplace_back(
      "This is what came in during the year, by the day it came. Complaints are counted in their "
      "own chapter.");
  if (counting.as_at <= counting.period.last()) {
    found.sentences.emplace_back("The year is not over: more will come.");
  }
  found.tables.push_back({"What it was", "Kind", counting.columns(), rounding,
                          safe_parts("All of these", kinds), cases});
  const auto ways = ways_of(counting);
  if (safe_beside(kinds, ways)) {
    found.tables.push_back({"How people told us", "Way", counting.columns(), rounding,
                            safe_parts("All of these", ways), cases});
  } else {
    found.sentences.emplace_back(
        "How people told us is not shown: together with what they told us it could show who "
        "someone is.");
  }
  if (!themes.empty()) {
    found.tables.push_back(
        {"What it was about most", "Theme", counting.columns(),
         "Complaints are counted here too. Someone can speak about several things. " +
             std::string(rounding),
         themes, "/themes"});
    for (const auto& row : themes) found.sources.push_back(row.source);
  }
  return found;
}

Found praise_of(const Counting& counting) {
  Found found;
  StoryGroup group{"What people praised", {}};
  for (const auto& each : hear::list_compliments(counting.reader, counting.authority.id,
                                                 hear::ComplimentState::shared, 0, most_praise)) {
    if (each.shared_on < counting.from() || each.shared_on > counting.to()) continue;
    const auto& service = each.found.service_name;
    group.stories.push_back({service.empty() ? "Not about one service" : service,
                             "",
                             "",
                             {{"", each.public_words}},
                             each.found.ref});
    found.sources.push_back(each.found.ref);
  }
  if (group.stories.empty()) return found;
  found.sentences.emplace_back(
      "We pass praise on to the people who earned it. These are good practice that we shared "
      "during "
      "the year, in our words.");
  found.groups.push_back(std::move(group));
  found.more_text = "More that was done well";
  found.more_href = "/good-practice";
  return found;
}

}  // namespace throughline::publish::local_account
