// A result as a value of a measure. This page alone sees surveys and measures together: `hear` and
// `count` never include each other.

#include "base/digits.hpp"
#include "count/count.hpp"
#include "formats/number.hpp"
#include "hear/survey/results.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/survey/result_view.hpp"
#include "web/hear/survey/wave_pages.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct MeasureValueView {
  std::string ref;
  std::string survey_title;
  std::string name;
  std::string dated;
  int number = 0;
  std::string question;
  std::vector<ChoiceView> answers;
  bool one_answer = false;
  std::vector<OptionView> measures;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(MeasureValueView, (),
                      (ref, survey_title, name, dated, number, question, answers, one_answer,
                       measures, errors))

const survey::QuestionTally* asked_for(const survey::WaveTally& tally, const std::string& number) {
  const auto read = base::digits(number);
  for (const auto& each : tally.questions) {
    if (read && each.question.number == *read && survey::has_options(each.question.kind)) {
      return &each;
    }
  }
  return nullptr;
}

// Percent and people are what an answer can be counted in.
bool fits(const count::Measure& measure) {
  return measure.unit == count::Unit::percent || measure.unit == count::Unit::people ||
         measure.unit == count::Unit::count;
}

struct Chosen {
  std::vector<std::string> answers;
  std::string measure;
};

// What the wave before gave, to give it again.
Chosen as_before(store::Reader& reader, const Call& call, const survey::WaveTally& tally,
                 int number) {
  for (const auto& use : survey::measure_uses(reader, call.authority.id, tally.wave.survey_ref)) {
    if (use.question == number) return {use.answers, use.measure_ref};
  }
  return {};
}

MeasureValueView view_of(store::Reader& reader, const Call& call, const survey::WaveTally& tally,
                         const survey::QuestionTally& asked, const Chosen& chosen) {
  MeasureValueView view;
  view.ref = tally.wave.ref;
  view.survey_title = tally.survey.title;
  view.name = tally.wave.name;
  view.dated = base::to_long_text(tally.wave.dated(call.work.today()));
  view.number = asked.question.number;
  view.question = asked.question.label;
  view.one_answer = asked.question.kind == survey::QuestionKind::several;
  for (const auto& option : asked.options) {
    const bool is_chosen = std::ranges::find(chosen.answers, option.code) != chosen.answers.end();
    view.answers.push_back(
        choice(option.code, option.label, is_chosen,
               counted(option.count, "answer", "answers") + ", " + percent(option.share.share)));
  }
  view.measures.push_back(option("", "Choose a measure", chosen.measure));
  for (const auto& line : count::measures(reader, call.authority.id)) {
    if (!fits(line.measure)) continue;
    view.measures.push_back(option(line.measure.ref, line.measure.name, chosen.measure));
  }
  return view;
}

std::string value_csv(const survey::WaveTally& tally, const survey::OptionTally& share,
                      std::int64_t base, const count::Measure& measure, base::Date dated) {
  const auto count = std::to_string(share.count);
  const auto value = measure.unit == count::Unit::percent
                         ? formats::to_text(std::round(share.share.share * 1000) / 10)
                         : count;
  const bool percent = measure.unit == count::Unit::percent;
  return "date,value,numerator,denominator,note\n" + base::to_text(dated) + "," + value + "," +
         (percent ? count : "") + "," + (percent ? std::to_string(base) : "") + ",From " +
         tally.wave.ref + "\n";
}

base::Result<std::string> feed(store::Writer& writer, const Call& call,
                               const survey::WaveTally& tally, const survey::QuestionTally& asked,
                               const Chosen& chosen) {
  const auto measure = count::find_measure(writer, call.authority.id, chosen.measure);
  if (!measure || !fits(*measure)) {
    return base::refuse({{"measure",
                          "Choose a measure that is counted in percent, people or "
                          "numbers"}});
  }
  const auto share = survey::combined(asked, chosen.answers);
  if (!share) return tl::make_unexpected(share.error());
  const auto dated = tally.wave.dated(call.work.today());
  const auto kept = count::keep_values(
      writer, call.work, measure->ref, value_csv(tally, *share, asked.base, *measure, dated),
      "Result of " + tally.wave.ref + ": question " + std::to_string(asked.question.position));
  if (!kept) {
    base::Error error = kept.error();
    for (auto& problem : error.problems) problem.field = "measure";
    return tl::make_unexpected(error);
  }
  if (auto noted = survey::note_measure(writer, call.work, tally.wave.ref, asked.question.number,
                                        measure->ref, chosen.answers);
      !noted) {
    return tl::make_unexpected(noted.error());
  }
  return measure->ref;
}

http::Response no_question(Call& call) {
  return error_page(
      call, {base::ErrorKind::not_found, "There is no such question with answers to count", {}});
}

}  // namespace

http::Response measure_value_page(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    const auto tally = survey::tally(reader, call.authority.id, call.parameter("ref"));
    if (!tally) return no_question(call);
    const auto* asked = asked_for(*tally, call.request.query.get("question"));
    if (!asked || asked->withheld()) return no_question(call);
    const auto chosen = as_before(reader, call, *tally, asked->question.number);
    return page(call, "hear/survey/measure_value.html",
                templates::to_value(view_of(reader, call, *tally, *asked, chosen)));
  });
}

http::Response receive_measure_value(Call& call) {
  const auto& form = call.request.form;
  const Chosen chosen{form.all("answers"), form.get("measure")};
  const auto tally = call.database.read([&](store::Reader& reader) {
    return survey::tally(reader, call.authority.id, call.parameter("ref"));
  });
  const auto* asked = tally ? asked_for(*tally, form.get("question")) : nullptr;
  if (!asked) return no_question(call);
  const auto fed = call.database.write(
      [&](store::Writer& writer) { return feed(writer, call, *tally, *asked, chosen); });
  if (fed)
    return redirect_with_message(call, "/measures/" + *fed, "Value recorded from the survey");
  return call.database.read([&](store::Reader& reader) {
    auto view = view_of(reader, call, *tally, *asked, chosen);
    view.errors = form_errors(fed.error());
    return page(call, "hear/survey/measure_value.html", templates::to_value(view), 400);
  });
}

}  // namespace throughline::web
