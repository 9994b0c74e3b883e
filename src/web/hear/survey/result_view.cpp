#include "web/hear/survey/result_view.hpp"

#include "formats/bar_chart.hpp"
#include "formats/number.hpp"

#include <cmath>

namespace throughline::web {

namespace {

namespace survey = hear::survey;

ResultRowView row_of(const survey::OptionTally& option, bool together) {
  return {option.label, option.count, percent(option.share.share),
          percent(option.share.lower) + " to " + percent(option.share.upper), together};
}

std::string base_words(const survey::QuestionTally& tally) {
  auto words = counted(tally.base, "answer", "answers");
  if (tally.declined > 0) {
    words += ". " + std::to_string(tally.declined) + " preferred not to say";
  }
  if (tally.missing > 0) words += ". " + std::to_string(tally.missing) + " left it out";
  return words + ".";
}

std::string chart_of(const survey::QuestionTally& tally) {
  formats::BarChart chart;
  chart.id = "question-" + std::to_string(tally.question.number);
  chart.title = tally.question.label;
  chart.description = "Shares of " + counted(tally.base, "answer", "answers") +
                      ", each with its 95% interval; the table below has the figures.";
  for (const auto& option : tally.options) {
    chart.rows.push_back({option.label,
                          {{option.share.share, option.share.lower, option.share.upper,
                            percent(option.share.share)}}});
  }
  return formats::bar_chart(chart);
}

}  // namespace

std::string percent(double share) {
  return std::to_string(static_cast<int>(std::lround(share * 100))) + "%";
}

std::string counted(std::int64_t count, const char* one, const char* many) {
  return formats::to_grouped_text(static_cast<double>(count), 0) + " " + (count == 1 ? one : many);
}

ResultView result_view(const survey::QuestionTally& tally) {
  ResultView view;
  const auto& question = tally.question;
  view.number = question.number;
  view.position = question.position;
  view.label = question.label;
  view.kind = survey::label(question.kind);
  view.base = tally.base;
  view.withheld = tally.withheld();
  view.with_care = tally.with_care() && !survey::is_text(question.kind);
  view.text = survey::is_text(question.kind);
  // How few answered is said; how many of how few left it out could give someone away.
  view.base_words = view.withheld ? "Fewer than 5 answers." : base_words(tally);
  if (view.withheld) return view;
  for (const auto& option : tally.options) view.rows.push_back(row_of(option, false));
  if (tally.first_two) view.rows.push_back(row_of(*tally.first_two, true));
  if (tally.numbers) {
    view.numbers = "On average " + formats::to_grouped_text(tally.numbers->mean, 1) +
                   "; the middle answer is " + formats::to_grouped_text(tally.numbers->median, 1) +
                   ".";
  }
  if (!tally.options.empty()) view.chart = templates::Value::safe(chart_of(tally));
  view.can_feed = !tally.options.empty();
  return view;
}

}  // namespace throughline::web
