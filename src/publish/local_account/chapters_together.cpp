#include "formats/number.hpp"
#include "hear/coproduction/project.hpp"
#include "hear/coproduction/summary.hpp"
#include "publish/local_account/chapters.hpp"
#include "publish/local_account/safe.hpp"

#include <algorithm>

namespace throughline::publish::local_account {
namespace {

namespace co = hear::coproduction;

std::string days(double count) {
  return formats::to_grouped_text(count, count == static_cast<std::int64_t>(count) ? 0 : 1) +
         (count == 1 ? " day" : " days");
}

Story story_of(const co::Project& project) {
  Story story;
  story.title = project.title;
  story.source = project.ref;
  const auto state = project.state();
  story.tag = co::label(state);
  story.tag_colour = state == co::State::finished ? "green"
                     : state == co::State::stuck  ? "red"
                                                  : "blue";
  story.said.push_back({"What it was about", project.about});
  story.said.push_back(
      {"When people joined",
       std::string(co::label(project.stage)) +
           (co::is_early(project.stage) ? ": early enough to shape it" : ": late")});
  const auto given = project.days_given();
  story.said.push_back(
      {"Time people were given", given ? days(*given) : "Answers were wanted by no day"});
  for (const auto& each : project.asks) {
    story.said.push_back({"People asked for", each.asked});
    story.said.push_back(
        {each.outcome == co::Outcome::changed       ? "What changed"
         : each.outcome == co::Outcome::not_changed ? "What did not, and why"
                                                    : "Our answer",
         each.outcome == co::Outcome::open ? "We have not answered yet" : each.answer});
  }
  return story;
}

std::string said_of(const co::Summary& all) {
  return "People and the council worked together on " +
         counted(all.projects, "piece of work", "pieces of work") + " that began in the year. In " +
         std::to_string(all.early) +
         " of them people joined early: when it was an idea, or while it was designed.";
}

std::string asked_in(const co::Summary& all) {
  const auto of = [&](co::Outcome outcome) {
    const auto place = std::ranges::find(co::all_outcomes, outcome) - co::all_outcomes.begin();
    return std::to_string(all.by_outcome.at(static_cast<std::size_t>(place)));
  };
  return "They asked for " + counted(all.asks(), "thing", "things") + ": " +
         of(co::Outcome::changed) + " changed, " + of(co::Outcome::not_changed) + " did not, and " +
         of(co::Outcome::open) + " still wait for an answer.";
}

}  // namespace

Found made_together(const Counting& counting) {
  Found found;
  co::ProjectFilter filter;
  filter.from = counting.period.first();
  filter.to = counting.period.last();
  auto projects = co::projects(counting.reader, counting.authority.id, filter);
  if (projects.empty()) return found;
  std::ranges::reverse(projects);  // as the year went
  const auto summary = co::summary_of(projects);
  found.sentences.push_back(said_of(summary));
  if (summary.middle_days) {
    found.sentences.push_back("Half of them gave people " + days(*summary.middle_days) +
                              " or more to answer.");
  }
  if (summary.asks() > 0) found.sentences.push_back(asked_in(summary));
  StoryGroup group{"What we worked on", {}};
  std::vector<Count> people;
  for (const auto& project : projects) {
    group.stories.push_back(story_of(project));
    people.push_back({project.title, project.people(), 0, project.ref});
    found.sources.push_back(project.ref);
  }
  Table table{"How many people took part",
              "Piece of work",
              {"People"},
              "Rounded to the nearest 5. Numbers below 5, and numbers from which they could be "
              "worked out, are not given. Someone who took part twice is counted twice.",
              {},
              "/co-production"};
  for (auto& row : safe_parts("All of these", people)) {
    row.cells.resize(1);
    table.rows.push_back(std::move(row));
  }
  found.tables.push_back(std::move(table));
  found.groups.push_back(std::move(group));
  return found;
}

}  // namespace throughline::publish::local_account
