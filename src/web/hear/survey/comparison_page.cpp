#include "formats/bar_chart.hpp"
#include "formats/number.hpp"
#include "hear/survey/results.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/result_view.hpp"
#include "web/hear/survey/wave_pages.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <cmath>

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct ComparedRowView {
  std::string label;
  std::string before;
  std::string after;
  std::string difference;  // "up 8 points (2 to 14)"
  std::string says;
  std::string says_class;
};
BOOST_DESCRIBE_STRUCT(ComparedRowView, (), (label, before, after, difference, says, says_class))

struct ComparedView {
  int position = 0;
  std::string label;
  std::string bases;
  bool withheld = false;
  templates::Value chart;
  std::vector<ComparedRowView> rows;
};
BOOST_DESCRIBE_STRUCT(ComparedView, (), (position, label, bases, withheld, chart, rows))

struct ComparisonView {
  std::string ref;
  std::string title;
  std::vector<OptionView> firsts;
  std::vector<OptionView> seconds;
  std::string before;
  std::string after;
  bool compared = false;
  int tests = 0;
  int differences = 0;
  std::vector<ComparedView> questions;
  std::vector<std::string> only_after;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ComparisonView, (),
                      (ref, title, firsts, seconds, before, after, compared, tests, differences,
                       questions, only_after, errors))

std::string points(double share) {
  return std::to_string(static_cast<int>(std::lround(share * 100)));
}

ComparedRowView row_of(const survey::ComparedAnswer& answer) {
  ComparedRowView row;
  row.label = answer.label;
  if (answer.scale) {
    row.before = formats::to_grouped_text(answer.before, 2);
    row.after = formats::to_grouped_text(answer.after, 2);
    const double moved = answer.after - answer.before;
    row.difference = (moved < 0 ? "" : "+") + formats::to_grouped_text(moved, 2);
  } else {
    row.before = percent(answer.before);
    row.after = percent(answer.after);
    row.difference = points(answer.after - answer.before) + " points (" + points(answer.lower) +
                     " to " + points(answer.upper) + ")";
  }
  if (!answer.enough) {
    row.says = "Too few to tell";
    row.says_class = "govuk-tag--grey";
  } else if (survey::differs(answer)) {
    row.says = "Differs";
    row.says_class = "govuk-tag--purple";
  } else {
    row.says = "No difference shown";
    row.says_class = "govuk-tag--grey";
  }
  return row;
}

const survey::QuestionTally* tally_of(const survey::WaveTally& wave,
                                      const survey::Question& question, bool by_number) {
  for (const auto& each : wave.questions) {
    if (by_number ? each.question.number == question.number
                  : each.question.label == question.label && each.question.kind == question.kind) {
      return &each;
    }
  }
  return nullptr;
}

std::string chart_of(const survey::Comparison& comparison, const survey::Question& question) {
  const bool one_survey = comparison.before.survey.ref == comparison.after.survey.ref;
  const auto* before = tally_of(comparison.before, question, one_survey);
  const auto* after = tally_of(comparison.after, question, true);
  if (!before || !after) return {};
  formats::BarChart chart;
  chart.id = "question-" + std::to_string(question.number);
  chart.title = question.label;
  chart.description =
      "Shares in both waves, each with its 95% interval; the table below says "
      "what differs.";
  chart.series = {comparison.before.wave.name, comparison.after.wave.name};
  for (std::size_t at = 0; at < after->options.size() && at < before->options.size(); ++at) {
    const auto bar = [](const survey::OptionTally& option) {
      return formats::Bar{option.share.share, option.share.lower, option.share.upper,
                          percent(option.share.share)};
    };
    chart.rows.push_back(
        {after->options[at].label, {bar(before->options[at]), bar(after->options[at])}});
  }
  return formats::bar_chart(chart);
}

void add_compared(ComparisonView& view, const survey::Comparison& comparison) {
  view.compared = true;
  view.tests = comparison.tests;
  view.only_after = comparison.only_after;
  view.before = comparison.before.wave.name;
  view.after = comparison.after.wave.name;
  for (const auto& question : comparison.questions) {
    ComparedView made{question.question.position,
                      question.question.label,
                      std::to_string(question.base_before) + " and " +
                          counted(question.base_after, "answer", "answers"),
                      question.withheld,
                      {},
                      {}};
    if (!question.withheld) {
      made.chart = templates::Value::safe(chart_of(comparison, question.question));
    }
    for (const auto& answer : question.answers) {
      made.rows.push_back(row_of(answer));
      view.differences += survey::differs(answer) ? 1 : 0;
    }
    view.questions.push_back(std::move(made));
  }
}

// The waves of the survey, and of the one that it is a new version of.
std::vector<std::pair<survey::Wave, std::string>> waves_of(store::Reader& reader,
                                                           const std::string& council,
                                                           const survey::Survey& found) {
  std::vector<std::pair<survey::Wave, std::string>> all;
  for (const auto& wave : survey::waves(reader, council, found.ref)) {
    all.emplace_back(wave, wave.name);
  }
  for (const auto& wave : survey::waves(reader, council, found.made_from)) {
    all.emplace_back(wave, wave.name + " (the version before)");
  }
  return all;
}

}  // namespace

http::Response comparison_page(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    const auto& council = call.authority.id;
    const auto found = survey::find_survey(reader, council, call.parameter("ref"));
    if (!found) return error_page(call, {base::ErrorKind::not_found, "No such survey", {}});
    ComparisonView view;
    view.ref = found->ref;
    view.title = found->title;
    auto first = call.request.query.get("first");
    auto second = call.request.query.get("second");
    const auto all = waves_of(reader, council, *found);
    if (first.empty() && second.empty() && all.size() >= 2) {
      second = all[0].first.ref;
      first = all[1].first.ref;
    }
    bool both_known = first != second;
    for (const auto* chosen : {&first, &second}) {
      bool known = false;
      for (const auto& [wave, name] : all) known = known || wave.ref == *chosen;
      both_known = both_known && known;
    }
    for (const auto& [wave, name] : all) {
      view.firsts.push_back(option(wave.ref, name, first));
      view.seconds.push_back(option(wave.ref, name, second));
    }
    if (both_known) {
      auto before = survey::tally(reader, council, first);
      auto after = survey::tally(reader, council, second);
      add_compared(view, survey::compare(std::move(*before), std::move(*after)));
    } else if (all.size() >= 2) {
      view.errors = form_errors(
          {base::ErrorKind::invalid, "", {{"second", "Choose two waves that are not the same"}}});
    }
    return page(call, "hear/survey/comparison.html", templates::to_value(view));
  });
}

}  // namespace throughline::web
