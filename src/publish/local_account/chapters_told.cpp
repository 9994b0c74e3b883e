#include "formats/number.hpp"
#include "hear/fair_voice/population.hpp"
#include "hear/survey/results.hpp"
#include "publish/local_account/chapters.hpp"
#include "publish/local_account/safe.hpp"
#include "publish/publish.hpp"
#include "publish/report/shown.hpp"

#include <cmath>

namespace throughline::publish::local_account {
namespace {

constexpr std::size_t most_questions = 6;

Row row_of(const report::ShownLine& line) {
  return {line.name, {line.now, line.before}, -1, ""};
}

Table table_of(const Counting& counting, const report::ShownTable& shown, std::string source) {
  Table table{shown.title, shown.counted, counting.columns(), shown.note, {}, std::move(source)};
  for (const auto& line : shown.lines) table.rows.push_back(row_of(line));
  return table;
}

void add_words(StoryGroup& group, const std::string& heading, const std::string& words) {
  if (!words.empty()) group.stories.push_back({heading, "", "", {{"", words}}, ""});
}

std::string share_words(double percent) {
  return std::to_string(std::lround(percent)) + "%";
}

// The average of a number; else the share of one answer: that of the two best of a scale, or the
// commonest.
std::optional<Row> row_of(const hear::survey::QuestionTally& tally) {
  if (tally.withheld() || tally.base < hear::least_voices) return std::nullopt;
  if (tally.numbers) {
    return Row{tally.question.label,
               {"On average", formats::to_grouped_text(tally.numbers->mean, 1)},
               -1,
               ""};
  }
  if (tally.options.empty()) return std::nullopt;
  const auto* shown = &tally.options.front();
  for (const auto& option : tally.options) {
    if (option.count > shown->count) shown = &option;
  }
  if (tally.first_two) shown = &*tally.first_two;
  const auto share = safe_share(shown->count, tally.base);
  if (share.percent < 0) return std::nullopt;
  return Row{tally.question.label, {shown->label, share.words}, share.percent, ""};
}

Table table_of(const hear::survey::WaveTally& tally) {
  Table table{tally.survey.title + ", " + tally.wave.name,
              "Question",
              {"Answer", "Result"},
              "",
              {},
              "/waves/" + tally.wave.ref};
  table.charted = 1;
  table.note = "About " + safe_number(tally.responses) +
               " people answered, of those we reached. Shares are of those who answered the "
               "question.";
  for (const auto& question : tally.questions) {
    if (auto row = row_of(question)) table.rows.push_back(*std::move(row));
    if (table.rows.size() == most_questions) break;
  }
  return table;
}

// Those who draw on care when there are figures of them, else everyone who lives here.
hear::Population against(const Counting& counting) {
  for (const auto each : {hear::Population::drawing_on_care, hear::Population::residents}) {
    if (!hear::populations(counting.reader, counting.authority.id, each).empty()) return each;
  }
  return hear::Population::residents;
}

}  // namespace

Found complaints_of(const Counting& counting) {
  Found found;
  const auto& given = counting.complaints;
  if (given.figures.received.now == 0 && given.figures.received.before == 0) return found;
  const auto source =
      given.ref.empty() ? "/reports/complaints/" + given.period.key() : "/reports/" + given.ref;
  if (!given.ref.empty()) found.sources.push_back(given.ref);
  found.sentences.push_back(
      (given.ref.empty() ? "As the records stood when this was counted"
                         : "From our annual report of complaints, as it stood on " +
                               base::to_long_text(given.as_at)) +
      ". Well-founded means upheld or partly upheld. How many were received, well-founded and "
      "referred to the Ombudsman is given exactly, because the law asks for it.");
  const auto shown = report::shown(given.figures, given.quarters, report::Readers::everyone);
  Table numbers{"The numbers",
                "Complaints",
                counting.columns(),
                "Other numbers from 1 to 4, and numbers from which they could be worked out, are "
                "not shown.",
                {},
                source};
  for (const auto& line : shown.totals) numbers.rows.push_back(row_of(line));
  Table time{"How long it took", "What was to be done", counting.columns(), "", {}, source};
  for (const auto& line : shown.timeliness) time.rows.push_back(row_of(line));
  found.tables = {std::move(numbers), std::move(time)};
  for (std::size_t index = 0; index < shown.tables.size(); ++index) {
    const auto& key = given.figures.tables[index].key;
    const auto& table = shown.tables[index];
    if ((key != "outcomes" && key != "learning") || table.lines.empty()) continue;
    found.tables.push_back(table_of(counting, table, source));
  }
  StoryGroup words{"What the figures cannot say", {}};
  if (!given.ref.empty()) {
    add_words(words, "What the complaints were about", given.words.subjects);
    add_words(words, "What we did, and will do, to improve", given.words.improvement);
  }
  if (!words.stories.empty()) found.groups.push_back(std::move(words));
  return found;
}

Found surveys_of(const Counting& counting) {
  Found found;
  for (const auto& row : counting.reader.rows(
           "select ref from survey_waves where authority_id = $1 and closes >= $2 and closes <= $3 "
           "and closes < $4 order by closes, length(ref), ref",
           {counting.authority.id, counting.from(), counting.to(),
            base::to_text(counting.as_at)})) {
    const auto tally = hear::survey::tally(counting.reader, counting.authority.id, row.text(0));
    if (!tally) continue;
    auto table = table_of(*tally);
    if (table.rows.empty()) {
      found.sentences.push_back(table.title +
                                ": too few answered to say anything without telling "
                                "who they are.");
    } else {
      found.tables.push_back(std::move(table));
    }
  }
  return found;
}

Found voices_of(const Counting& counting) {
  Found found;
  hear::CaseFilter filter;
  filter.from = counting.period.first();
  filter.to = counting.period.last();
  const auto population = against(counting);
  const auto heard = hear::fair_voice(counting.reader, counting.authority.id, filter, population);
  if (!heard.enough) return found;
  const std::string people(hear::label(population));
  const auto source = "/fair-voice?from=" + counting.from() + "&to=" + counting.to() +
                      "&against=" + std::string(hear::to_text(population));
  std::vector<Said> missing;
  for (const auto& question : heard.questions) {
    if (question.source.empty()) continue;
    const std::string category(hear::category_of(question.field));
    Table table{category,
                "Group",
                {"Of those who told us", people, "Heard"},
                people + ": " + question.source + ".",
                {},
                source};
    for (const auto& group : question.groups) {
      if (!group.expected) continue;
      const bool less = group.heard == hear::Heard::less;
      if (less) missing.push_back({category, group.group});
      table.rows.push_back({group.group,
                            {group.share ? share_words(*group.share) : "not shown",
                             share_words(*group.expected), std::string(hear::label(group.heard))},
                            -1,
                            ""});
    }
    if (!table.rows.empty()) found.tables.push_back(std::move(table));
  }
  if (found.tables.empty()) return found;
  found.sentences.emplace_back(
      "People may tell us about themselves, and many do not. Shares are of those who did; nobody’s "
      "answer is guessed. Small numbers are kept back.");
  if (missing.empty()) {
    found.sentences.push_back("No group is clearly heard less than its share.");
  } else {
    found.groups.push_back({"Heard less than their share", {{"", "", "", std::move(missing), ""}}});
  }
  return found;
}

Found scores_of(const Counting& counting) {
  Found found;
  const auto standing = standing_publication(counting.reader, counting.authority.id);
  if (!standing) return found;
  const auto summary = published_summary(counting.reader, counting.authority.id, standing->ref);
  const auto published = base::date_from_text(summary.published);
  found.sentences.push_back(
      "This is our own judgement, and not an inspector’s. We published it on " +
      (published ? base::to_long_text(*published) : summary.published) + ".");
  if (!summary.rating.empty()) {
    found.sentences.push_back("Worked out from the scores below: " + summary.rating + ".");
  }
  Table table{"The nine quality statements",
              "Statement",
              {"Score, 1 to 4", "What it means"},
              "Only what we have published stands here.",
              {},
              "/publications/" + standing->ref};
  for (const auto& line : summary.lines) {
    table.rows.push_back(
        {line.statement_name,
         {line.score ? std::to_string(*line.score) : "Not published", line.score ? line.label : ""},
         line.score ? 25 * *line.score : -1,
         ""});
  }
  found.tables.push_back(std::move(table));
  found.more_text = "Our self-assessment, with what each score rests on";
  found.more_href = "/assessment";
  return found;
}

}  // namespace throughline::publish::local_account
