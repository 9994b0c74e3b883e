#include "stats/comparison.hpp"

#include "hear/survey/results.hpp"

#include <algorithm>

namespace throughline::hear::survey {
namespace {

bool is_scale(QuestionKind kind) {
  return kind == QuestionKind::five_point || kind == QuestionKind::ten;
}

// The same question, asked the same way.
bool same(const Question& a, const Question& b) {
  return a.kind == b.kind && a.label == b.label && a.options == b.options;
}

const QuestionTally* earlier(const WaveTally& before, const WaveTally& after,
                             const Question& question) {
  const bool one_survey = before.survey.ref == after.survey.ref;
  for (const auto& each : before.questions) {
    if (one_survey ? each.question.number == question.number : same(each.question, question)) {
      return &each;
    }
  }
  return nullptr;
}

// Places run from the first answer, 1, as people see them; of 0 to 10 they are the numbers.
double mean_place(const QuestionTally& tally) {
  double sum = 0;
  for (std::size_t at = 0; at < tally.options.size(); ++at) {
    const auto place = tally.question.kind == QuestionKind::ten ? at : at + 1;
    sum += static_cast<double>(place) * static_cast<double>(tally.options[at].count);
  }
  return sum / static_cast<double>(tally.base);
}

std::vector<std::int64_t> counts(const QuestionTally& tally) {
  std::vector<std::int64_t> all;
  for (const auto& option : tally.options) all.push_back(option.count);
  return all;
}

void compare_scale(ComparedQuestion& made, const QuestionTally& before,
                   const QuestionTally& after) {
  ComparedAnswer whole{.label = "The whole scale",
                       .before = mean_place(before),
                       .after = mean_place(after),
                       .scale = true};
  if (const auto compared = stats::compare_ranks(counts(before), counts(after))) {
    whole.p = compared->p;
    whole.enough = compared->enough;
  }
  made.answers.push_back(whole);
}

void compare_options(ComparedQuestion& made, const QuestionTally& before,
                     const QuestionTally& after) {
  for (std::size_t at = 0; at < after.options.size() && at < before.options.size(); ++at) {
    const auto& was = before.options[at];
    const auto& is = after.options[at];
    ComparedAnswer answer{.label = is.label, .before = was.share.share, .after = is.share.share};
    if (const auto compared = stats::compare_shares(was.count, before.base, is.count, after.base)) {
      answer.lower = compared->lower;
      answer.upper = compared->upper;
      answer.p = compared->p;
      answer.enough = compared->enough;
    }
    made.answers.push_back(answer);
  }
}

// One false alarm in twenty is much among a hundred tests: each is held to what all allow.
void raise(Comparison& made) {
  std::vector<double> p;
  for (const auto& question : made.questions) {
    for (const auto& answer : question.answers) {
      if (answer.enough) p.push_back(answer.p);
    }
  }
  const auto raised = stats::holm(p);
  std::size_t at = 0;
  for (auto& question : made.questions) {
    for (auto& answer : question.answers) {
      if (answer.enough) answer.p = raised[at++];
    }
  }
  made.tests = static_cast<int>(raised.size());
}

}  // namespace

Comparison compare(WaveTally before, WaveTally after) {
  Comparison made;
  for (const auto& is : after.questions) {
    if (!has_options(is.question.kind)) continue;
    const auto* was = earlier(before, after, is.question);
    if (!was) {
      made.only_after.push_back(is.question.label);
      continue;
    }
    ComparedQuestion compared{
        is.question, was->base, is.base, was->withheld() || is.withheld(), {}};
    if (!compared.withheld) {
      if (is_scale(is.question.kind)) {
        compare_scale(compared, *was, is);
      } else {
        compare_options(compared, *was, is);
      }
    }
    made.questions.push_back(std::move(compared));
  }
  raise(made);
  made.before = std::move(before);
  made.after = std::move(after);
  return made;
}

}  // namespace throughline::hear::survey
