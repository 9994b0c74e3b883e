#include "hear/survey/results.hpp"

#include "formats/csv.hpp"
#include "formats/number.hpp"
#include "hear/survey/comments.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <sstream>

namespace throughline::hear::survey {
namespace {

using Counts = std::map<int, std::map<std::string, std::int64_t>>;

Counts counts_of(store::Reader& reader, const std::string& authority_id, const Wave& wave) {
  Counts counts;
  reader.for_each(
      "select question, answer, count(*) from survey_answers where authority_id = $1 "
      "and wave_ref = $2 group by question, answer",
      {authority_id, wave.ref}, [&](const store::Row& row) {
        counts[static_cast<int>(row.integer(0))][row.text(1)] = row.integer(2);
      });
  return counts;
}

// Several answers of one person are several rows: who answered is counted once.
std::map<int, std::int64_t> people_of(store::Reader& reader, const std::string& authority_id,
                                      const Wave& wave) {
  std::map<int, std::int64_t> people;
  reader.for_each(
      "select question, count(distinct response_key) from survey_answers where authority_id = $1 "
      "and wave_ref = $2 and answer <> '' and answer <> 'declined' group by question",
      {authority_id, wave.ref},
      [&](const store::Row& row) { people[static_cast<int>(row.integer(0))] = row.integer(1); });
  return people;
}

std::optional<NumberTally> numbers_in(const std::map<std::string, std::int64_t>& counts) {
  std::vector<std::pair<double, std::int64_t>> values;
  std::int64_t total = 0;
  double sum = 0;
  for (const auto& [text, count] : counts) {
    const auto number = formats::number_from_text(text);
    if (!number) continue;
    values.emplace_back(number->value, count);
    total += count;
    sum += number->value * static_cast<double>(count);
  }
  if (total == 0) return std::nullopt;
  std::ranges::sort(values);
  const auto at = [&](std::int64_t place) {
    for (const auto& [value, count] : values) {
      if (place < count) return value;
      place -= count;
    }
    return values.back().first;
  };
  return NumberTally{sum / static_cast<double>(total), (at((total - 1) / 2) + at(total / 2)) / 2};
}

OptionTally option_tally(const Option& option, std::int64_t count, std::int64_t base) {
  return {option.code, option.label, count, stats::wilson_interval(count, base).value()};
}

void count_options(QuestionTally& made, const std::map<std::string, std::int64_t>& counts) {
  for (const auto& option : options_of(made.question)) {
    if (option.code == declined) continue;
    const auto found = counts.find(option.code);
    made.options.push_back(
        option_tally(option, found == counts.end() ? 0 : found->second, made.base));
  }
  if (made.question.kind == QuestionKind::five_point) {
    const auto& first = made.options[0];
    const auto& second = made.options[1];
    made.first_two = option_tally({"", first.label + " or " + second.label},
                                  first.count + second.count, made.base);
  }
}

QuestionTally tally_of(const Question& question, const std::map<std::string, std::int64_t>& counts,
                       std::int64_t people, std::int64_t comments) {
  QuestionTally made{question};
  const auto count = [&](std::string_view answer) {
    const auto found = counts.find(std::string(answer));
    return found == counts.end() ? std::int64_t{0} : found->second;
  };
  made.base = is_text(question.kind) ? comments : people;
  made.declined = count(declined);
  made.missing = count("");
  made.asked = made.base + made.declined + made.missing;
  if (made.withheld()) return made;
  if (has_options(question.kind)) count_options(made, counts);
  if (question.kind == QuestionKind::number || question.kind == QuestionKind::ten) {
    made.numbers = numbers_in(counts);
  }
  return made;
}

}  // namespace

std::optional<WaveTally> tally(store::Reader& reader, const std::string& authority_id,
                               const std::string& wave_ref) {
  const auto wave = find_wave(reader, authority_id, wave_ref);
  if (!wave) return std::nullopt;
  WaveTally made{*wave,
                 *find_survey(reader, authority_id, wave->survey_ref),
                 responses(reader, authority_id, wave_ref),
                 {}};
  auto counts = counts_of(reader, authority_id, *wave);
  auto people = people_of(reader, authority_id, *wave);
  std::map<int, std::int64_t> written;
  for (const auto& [question, count] : comment_counts(reader, authority_id, wave_ref)) {
    written[question] = count;
  }
  for (const auto& question : questions(reader, authority_id, wave->survey_ref)) {
    made.questions.push_back(tally_of(question, counts[question.number], people[question.number],
                                      written[question.number]));
  }
  return made;
}

base::Result<OptionTally> combined(const QuestionTally& tally,
                                   const std::vector<std::string>& answers) {
  if (tally.withheld()) {
    return base::refuse({{"question",
                          "Fewer than 5 people answered this question, so its result "
                          "is not shown"}});
  }
  OptionTally made;
  for (const auto& option : tally.options) {
    if (std::ranges::find(answers, option.code) == answers.end()) continue;
    made.label += (made.label.empty() ? "" : " or ") + option.label;
    made.count += option.count;
  }
  if (made.label.empty()) return base::refuse({{"answers", "Choose the answers to count"}});
  if (tally.question.kind == QuestionKind::several && answers.size() > 1) {
    return base::refuse({{"answers",
                          "Choose one answer: people chose several, and some would be "
                          "counted twice"}});
  }
  const auto share = stats::wilson_interval(made.count, tally.base);
  if (!share) return tl::make_unexpected(share.error());
  made.share = *share;
  return made;
}

std::string results_csv(const WaveTally& tally) {
  std::ostringstream out;
  formats::CsvWriter csv(out, formats::CsvFor::spreadsheets);
  csv.row({"survey", "wave", "question number", "question", "answer", "count", "base", "share",
           "share lower 95%", "share upper 95%", "preferred not to say", "left out", "note"});
  const auto percent = [](double share) { return formats::to_text(std::round(share * 1e4) / 1e2); };
  for (const auto& each : tally.questions) {
    const auto row = [&](const std::string& answer, const std::string& count,
                         const std::array<std::string, 3>& share) {
      const bool withheld = each.withheld();
      csv.row({tally.survey.title, tally.wave.name, std::to_string(each.question.position),
               each.question.label, answer, count, withheld ? "" : std::to_string(each.base),
               share[0], share[1], share[2], withheld ? "" : std::to_string(each.declined),
               withheld ? "" : std::to_string(each.missing),
               withheld ? "fewer than 5 answers: not shown"
                        : (each.with_care() ? "fewer than 30 answers: read with care" : "")});
    };
    for (const auto& option : each.options) {
      row(option.label, std::to_string(option.count),
          {percent(option.share.share), percent(option.share.lower), percent(option.share.upper)});
    }
    if (each.numbers) {
      row("mean", formats::to_text(std::round(each.numbers->mean * 100) / 100), {});
      row("median", formats::to_text(each.numbers->median), {});
    }
    if (each.options.empty() && !each.numbers) row("", "", {});
  }
  return out.str();
}

}  // namespace throughline::hear::survey
