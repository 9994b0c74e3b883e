#include "hear/fair_voice/fair_voice.hpp"

#include "formats/number.hpp"
#include "hear/case_query.hpp"
#include "hear/fair_voice/population.hpp"
#include "stats/intervals.hpp"
#include "stats/suppression.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace throughline::hear {
namespace {

struct PopulationWords {
  Population population;
  std::string_view text;
  std::string_view label;
};
constexpr std::array words = {
    PopulationWords{Population::residents, "residents", "People who live here"},
    PopulationWords{Population::drawing_on_care, "drawing_on_care", "People who draw on care"},
};

struct Counted {
  std::int64_t voices = 0;
  AnswerCounts answers;
};

Counted count_answers(store::Reader& reader, const std::string& authority_id,
                      const CaseFilter& filter) {
  auto query = refs_query(reader, authority_id, filter, CaseOrder::newest, {}, Reading::onward,
                          std::numeric_limits<std::int32_t>::max());
  Counted counted;
  counted.voices =
      reader.number("select count(*) from (" + query.sql + ") as chosen", query.values);
  const auto chosen = query.sql;
  const auto council = query.bind(authority_id);
  for (const auto& row :
       reader.rows("select e.question, e.answer, count(*) from equality_answers e join (" + chosen +
                       ") as chosen on chosen.ref = e.case_ref where e.authority_id = " + council +
                       " group by e.question, e.answer",
                   query.values)) {
    counted.answers[row.text(0)][row.text(1)] = row.integer(2);
  }
  return counted;
}

SafeCount safe(const stats::ShownCount& shown) {
  switch (shown.disclosure) {
    case stats::Disclosure::few:
      return {SafeCount::As::few, 0};
    case stats::Disclosure::hidden:
      return {SafeCount::As::hidden, 0};
    case stats::Disclosure::shown:
      break;
  }
  return {SafeCount::As::shown, shown.rounded};
}

// The groups to count by: those of the population's table when there is one, else the answers; an
// ethnic group's five broad groups unless the table has them all.
std::vector<std::string> groups_of(const EqualityQuestion& question,
                                   const PopulationTable* population) {
  std::vector<std::string> groups;
  if (population) {
    for (const auto& [group, people] : population->groups) groups.push_back(group);
    return groups;
  }
  for (const auto& option : question.options) {
    if (option.text == prefer_not_to_say) continue;
    const std::string group(option.group.empty() ? option.label : option.group);
    if (std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
  }
  return groups;
}

// Worked out from what is shown and nothing else, so that a share tells no more than its count.
void add_share(GroupVoice& voice, const SafeCount& answered) {
  if (answered.as != SafeCount::As::shown || voice.count.as == SafeCount::As::hidden) return;
  const bool few = voice.count.as == SafeCount::As::few;
  const auto count =
      std::min(few ? stats::least_shown_count - 1 : voice.count.rounded, answered.rounded);
  const auto share = stats::wilson_interval(count, answered.rounded);
  if (!share) return;
  voice.upper = share->upper * 100;
  if (few) {
    // At most so many: enough to say that a group is heard less, never that it is heard more.
    if (voice.expected && voice.upper < *voice.expected) voice.heard = Heard::less;
    return;
  }
  voice.share = share->share * 100;
  voice.lower = share->lower * 100;
  if (!voice.expected) return;
  const auto gap =
      stats::difference_from_known(count, answered.rounded, *voice.expected / 100).value();
  voice.gap = gap.difference * 100;
  voice.gap_lower = gap.lower * 100;
  voice.gap_upper = gap.upper * 100;
  voice.heard = !gap.clear() ? Heard::as_expected : gap.upper < 0 ? Heard::less : Heard::more;
}

QuestionVoice question_voice(const EqualityQuestion& question, const PopulationTable* population,
                             const std::map<std::string, std::int64_t>& answers,
                             std::int64_t voices) {
  QuestionVoice made{
      std::string(question.field), std::string(question.label), {}, {}, {}, {}, "", 0};
  const auto groups = groups_of(question, population);
  std::vector<stats::CountCell> cells(4);
  std::int64_t answered = 0;
  for (const auto& group : groups) {
    const auto people = people_in(question, group, answers);
    cells.push_back({people, 3});
    answered += people;
  }
  const auto refused_at = answers.find(std::string(prefer_not_to_say));
  const auto refused = refused_at == answers.end() ? 0 : refused_at->second;
  cells[0] = {voices, 0};
  cells[1] = {voices - refused - answered, 0};
  cells[2] = {refused, 0};
  cells[3] = {answered, 0};
  const auto shown = stats::protect_counts(cells);
  made.not_known = safe(shown[1]);
  made.refused = safe(shown[2]);
  made.answered = safe(shown[3]);
  std::int64_t everybody = 0;
  if (population) {
    made.source = population->source;
    made.year = population->year;
    for (const auto& [group, people] : population->groups) everybody += people;
  }
  for (std::size_t at = 0; at < groups.size(); ++at) {
    GroupVoice voice;
    voice.group = groups[at];
    voice.count = safe(shown[at + 4]);
    if (everybody > 0) {
      voice.expected = 100.0 * static_cast<double>(population->groups[at].second) /
                       static_cast<double>(everybody);
    }
    add_share(voice, made.answered);
    made.groups.push_back(std::move(voice));
  }
  return made;
}

}  // namespace

std::string_view to_text(Population population) {
  return std::ranges::find(words, population, &PopulationWords::population)->text;
}

std::string_view label(Population population) {
  return std::ranges::find(words, population, &PopulationWords::population)->label;
}

std::optional<Population> population_from_text(std::string_view text) {
  const auto found = std::ranges::find(words, text, &PopulationWords::text);
  if (found == words.end()) return std::nullopt;
  return found->population;
}

std::string in_words(const SafeCount& count) {
  if (count.as == SafeCount::As::few) {
    return "Fewer than " + std::to_string(stats::least_shown_count);
  }
  if (count.as == SafeCount::As::hidden) return "Hidden";
  return formats::to_grouped_text(static_cast<double>(count.rounded), 0);
}

std::string_view label(Heard heard) {
  switch (heard) {
    case Heard::less:
      return "Heard less";
    case Heard::more:
      return "Heard more";
    case Heard::as_expected:
      return "No clear difference";
    case Heard::cannot_tell:
      break;
  }
  return "Cannot tell";
}

CaseFilter coarse(CaseFilter filter) {
  filter.search.clear();
  filter.statuses.clear();
  filter.relationships.clear();
  if (filter.from) filter.from = filter.from->year() / filter.from->month() / std::chrono::day{1};
  if (filter.to) {
    filter.to = base::Date{filter.to->year() / filter.to->month() / std::chrono::last};
  }
  return filter;
}

std::int64_t people_in(const EqualityQuestion& question, const std::string& group,
                       const std::map<std::string, std::int64_t>& answers) {
  std::int64_t people = 0;
  for (const auto& option : question.options) {
    if (option.text == prefer_not_to_say || (option.label != group && option.group != group)) {
      continue;
    }
    if (const auto found = answers.find(std::string(option.text)); found != answers.end()) {
      people += found->second;
    }
  }
  return people;
}

FairVoice fair_voice(store::Reader& reader, const std::string& authority_id,
                     const CaseFilter& filter, Population against) {
  const auto counted = count_answers(reader, authority_id, coarse(filter));
  return compare(reader, authority_id, counted.voices, counted.answers, against);
}

FairVoice compare(store::Reader& reader, const std::string& authority_id, std::int64_t voices,
                  const AnswerCounts& counted, Population against) {
  FairVoice found;
  if (voices < least_voices) return found;
  found.enough = true;
  found.voices = safe(stats::protect_counts({{voices, 0}}).front());
  const auto tables = populations(reader, authority_id, against);
  for (const auto& question : equality_questions()) {
    const auto table = std::ranges::find(tables, question.field, &PopulationTable::field);
    const auto answers = counted.find(std::string(question.field));
    found.questions.push_back(question_voice(
        question, table == tables.end() ? nullptr : &*table,
        answers == counted.end() ? std::map<std::string, std::int64_t>{} : answers->second,
        voices));
  }
  return found;
}

std::vector<std::vector<std::string>> rows_of(const FairVoice& found) {
  std::vector<std::vector<std::string>> rows = {{"question", "group", "voices", "share", "lower",
                                                 "upper", "population", "gap", "gap_lower",
                                                 "gap_upper", "heard", "source", "year"}};
  const auto figure = [](double value) { return formats::to_grouped_text(value, 1); };
  for (const auto& question : found.questions) {
    const std::string name(category_of(question.field));
    for (const auto& group : question.groups) {
      const bool shown = group.share.has_value();
      const bool compared = group.gap.has_value();
      rows.push_back({name, group.group, in_words(group.count), shown ? figure(*group.share) : "",
                      shown ? figure(group.lower) : "", shown ? figure(group.upper) : "",
                      group.expected ? figure(*group.expected) : "",
                      compared ? figure(*group.gap) : "", compared ? figure(group.gap_lower) : "",
                      compared ? figure(group.gap_upper) : "", std::string(label(group.heard)),
                      question.source, question.year == 0 ? "" : std::to_string(question.year)});
    }
    for (const auto& [what, count] : {std::pair{"Answered", &question.answered},
                                      std::pair{"Prefer not to say", &question.refused},
                                      std::pair{"Not known", &question.not_known}}) {
      rows.push_back({name, what, in_words(*count), "", "", "", "", "", "", "", "", "", ""});
    }
  }
  return rows;
}

}  // namespace throughline::hear
