#include "count/count.hpp"
#include "demo/makers.hpp"
#include "formats/number.hpp"
#include "hear/survey/comments.hpp"
#include "hear/survey/response.hpp"
#include "hear/survey/results.hpp"
#include "understand/understand.hpp"

#include <cmath>

namespace throughline::demo {
namespace {

namespace survey = hear::survey;

constexpr double left_out = 0.04;  // how likely it is that an optional question is

std::string wave_key(const SurveyScript& script, std::size_t at) {
  return "wave:" + script.key + "-" + std::to_string(at + 1);
}

void make_survey(store::Writer& writer, const record::Work& work, Known& known,
                 const SurveyScript& script) {
  const auto made = must(survey::create_survey(
      writer, work, {script.title, script.audience, "no", script.introduction}));
  known.refs["survey:" + script.key] = made.ref;
  std::vector<survey::Question> asked;
  for (const auto& each : script.questions) {
    survey::QuestionForm form;
    form.kind = each.kind;
    form.label = each.label;
    form.required = each.required;
    form.may_decline = each.decline;
    form.options = each.options;
    form.comments = each.comments;
    asked.push_back(must(survey::add_question(writer, work, made.ref, form)));
  }
  for (std::size_t at = 0; at < asked.size(); ++at) {
    std::vector<survey::Skip> skips;
    for (const auto& [answer, to] : script.questions[at].skips) skips.push_back({answer, to});
    if (!skips.empty()) must(survey::set_skips(writer, work, made.ref, asked[at].number, skips));
  }
}

// Several answers are chosen each for itself, one in proportion to the rest.
survey::Answer choose(const survey::Question& question, const std::vector<double>& weights,
                      Dice& dice) {
  const auto options = survey::options_of(question);
  if (question.kind != survey::QuestionKind::several) {
    return {options.at(dice.weighed(weights)).code};
  }
  survey::Answer answer;
  for (std::size_t at = 0; at < weights.size(); ++at) {
    if (!dice.chance(weights[at] / 100)) continue;
    if (options[at].code == survey::declined && !answer.empty()) continue;
    answer.push_back(options[at].code);
  }
  return answer;
}

// Someone's way through the survey; `comment` is what they write, if they write anything.
survey::Answers answers_of(const std::vector<survey::Question>& asked, const WaveScript& wave,
                           const std::string& comment, Dice& dice) {
  survey::Answers answers;
  for (const auto* question = &asked.front(); question;) {
    auto& answer = answers[question->number];
    if (survey::is_text(question->kind)) {
      if (!comment.empty()) answer = {comment};
    } else if (question->required || !dice.chance(left_out)) {
      answer = choose(*question, wave.weights.at(question->number), dice);
    }
    question = survey::next_after(asked, *question, answer);
  }
  return answers;
}

void answer_once(store::Writer& writer, const record::Work& work, const Known& known,
                 const SurveyScript& script, std::size_t at, int person,
                 const std::string& comment) {
  const auto wave = survey::find_wave(writer, work.authority_id, known.ref(wave_key(script, at)));
  const auto found = survey::find_survey(writer, work.authority_id, wave->survey_ref);
  const auto asked = survey::questions(writer, work.authority_id, wave->survey_ref);
  Dice dice(
      seed_for(known.seed, wave_key(script, at) + " answers", static_cast<std::uint64_t>(person)));
  survey::Response given;
  given.answers = answers_of(asked, script.waves[at], comment, dice);
  given.key = wave->ref + " " + std::to_string(person);
  given.received = work.today();
  must(survey::keep_response(writer, work, *found, *wave, asked, given));
}

void put_answers(Timeline& timeline, Known& known, const SurveyScript& script, std::size_t at) {
  const auto& wave = script.waves[at];
  const auto opens = known.calendar.date(wave.opens);
  const int days = std::max(1, base::days_between(opens, known.calendar.past(wave.closes)));
  std::size_t written = 0;
  for (int person = 0; person < wave.answers; ++person) {
    Dice dice(seed_for(known.seed, wave_key(script, at), static_cast<std::uint64_t>(person)));
    const auto when = at_any_hour(base::add_days(opens, dice.from(0, days - 1)), dice);
    std::string comment;
    if (dice.chance(wave.wrote / 100.0) && written < wave.comments.size()) {
      comment = wave.comments[written++];
    }
    timeline.at(when, known.visitor,
                [&known, &script, at, person, comment](auto& writer, const auto& work) {
                  answer_once(writer, work, known, script, at, person, comment);
                });
  }
}

void read_comments(store::Writer& writer, const record::Work& work, const Known& known,
                   const SurveyScript& script, const std::string& wave_ref) {
  const auto written = survey::comments(writer, work.authority_id, wave_ref, 0).comments;
  for (const auto& comment : written) {
    if (script.theme.empty() || comment.case_ref.empty()) continue;
    must(understand::set_themes(writer, work, comment.case_ref,
                                {known.ref("theme:" + script.theme)}));
  }
  must(survey::close_comments(writer, work, wave_ref));
}

// The result of a wave as a value of the measure, as the page "Use as a measure" records it.
void feed_measure(store::Writer& writer, const record::Work& work, const Known& known,
                  const std::string& wave_ref) {
  const auto& script = known.script.survey_measure;
  const auto made = survey::tally(writer, work.authority_id, wave_ref).value();
  for (const auto& each : made.questions) {
    if (each.question.number != script.question) continue;
    const auto share = must(survey::combined(each, script.answers));
    const auto& measure = known.ref("measure:" + script.key);
    must(count::keep_values(writer, work, measure,
                            "date,value,numerator,denominator,note\n" +
                                base::to_text(made.wave.dated(work.today())) + "," +
                                formats::to_text(std::round(share.share.share * 1000) / 10) + "," +
                                std::to_string(share.count) + "," + std::to_string(each.base) +
                                ",From " + wave_ref + "\n",
                            "Result of " + wave_ref));
    must(survey::note_measure(writer, work, wave_ref, script.question, measure, script.answers));
  }
}

void put_reading(Timeline& timeline, Known& known, const SurveyScript& script, std::size_t at) {
  const auto key = wave_key(script, at);
  const auto& wave = script.waves[at];
  if (wave.read.empty()) return;
  const auto when = known.moment(wave.read, key + " read");
  timeline.at(when, known.person("feedback"),
              [&known, &script, key](auto& writer, const auto& work) {
                read_comments(writer, work, known, script, known.ref(key));
              });
  if (script.key != known.script.survey_measure.survey) return;
  timeline.at(when + std::chrono::minutes(20), known.person("analyst"),
              [&known, key](auto& writer, const auto& work) {
                feed_measure(writer, work, known, known.ref(key));
              });
}

void put_wave(Timeline& timeline, Known& known, const SurveyScript& script, std::size_t at) {
  const auto opens = known.calendar.date(script.waves[at].opens);
  const auto& by = known.person(script.by);
  timeline.at(base::london_midnight(opens) + std::chrono::minutes(5), by,
              [&known, &script, at, opens](auto& writer, const auto& work) {
                const auto& wave = script.waves[at];
                known.refs[wave_key(script, at)] =
                    must(survey::open_wave(writer, work, known.ref("survey:" + script.key),
                                           {base::to_month_text(opens), base::to_text(opens),
                                            base::to_text(known.calendar.date(wave.closes)), false,
                                            std::to_string(wave.asked)}))
                        .ref;
              });
  put_answers(timeline, known, script, at);
  put_reading(timeline, known, script, at);
}

}  // namespace

void put_surveys(Timeline& timeline, Known& known) {
  const auto& measure = known.script.survey_measure;
  for (const auto& script : known.script.surveys) {
    const auto made = known.moment(script.made, script.key + " made");
    timeline.at(made, known.person(script.by), [&known, &script](auto& writer, const auto& work) {
      make_survey(writer, work, known, script);
    });
    if (script.key == measure.survey) {
      timeline.at(made + std::chrono::minutes(30), known.person("analyst"),
                  [&known, &measure](auto& writer, const auto& work) {
                    known.refs["measure:" + measure.key] =
                        must(count::create_measure(writer, work,
                                                   {measure.name, measure.counts, "percent",
                                                    "increase", "", measure.source, "yearly"}))
                            .ref;
                  });
    }
    for (std::size_t at = 0; at < script.waves.size(); ++at) put_wave(timeline, known, script, at);
  }
}

}  // namespace throughline::demo
