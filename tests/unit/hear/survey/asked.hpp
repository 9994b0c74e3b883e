#pragma once

// A survey that was made and opened, for the tests of what comes after.

#include "hear/survey/answering.hpp"
#include "hear/survey/results.hpp"
#include "support/two_councils.hpp"

namespace throughline::hear::survey {

class AskedSurvey : public testing::TwoCouncils {
 protected:
  template <typename T>
  static T must(base::Result<T> result) {
    if (!result) {
      throw std::runtime_error(result.error().problems.empty()
                                   ? result.error().message
                                   : result.error().problems.front().message);
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
  }

  // 1 yes or no (no: to 3), 2 a scale, 3 several, 4 their own words.
  std::string make_survey(const std::string& named = "no") {
    return database().write([&](store::Writer& writer) {
      const auto made = must(create_survey(
          writer, work(), {"Unpaid carers' survey", "carers", named, "Tell us how it is."}));
      must(add_question(writer, work(), made.ref,
                        {.kind = "yes_no", .label = "Do you get support?", .required = true}));
      must(add_question(writer, work(), made.ref,
                        {.kind = "five_point", .label = "The support helps me"}));
      must(add_question(writer, work(), made.ref,
                        {.kind = "several",
                         .label = "What would help?",
                         .may_decline = true,
                         .options = "Breaks\nTraining\nMoney"}));
      must(add_question(
          writer, work(), made.ref,
          {.kind = "long_text", .label = "What should we change?", .comments = "suggestion"}));
      must(set_skips(writer, work(), made.ref, 1, {{"no", 3}}));
      return made.ref;
    });
  }

  Wave open(const std::string& survey_ref, const std::string& name = "Spring 2026",
            bool invited = false) {
    return database().write([&](store::Writer& writer) {
      return must(
          open_wave(writer, work(), survey_ref, {name, "2026-02-20", "2026-03-20", invited, "40"}));
    });
  }

  bool answer(const Wave& wave, const Answers& answers, const std::string& key) {
    return database().write([&](store::Writer& writer) {
      const auto survey = *find_survey(writer, "aldermere", wave.survey_ref);
      return must(keep_response(writer, work(), survey, wave,
                                questions(writer, "aldermere", wave.survey_ref),
                                {answers, key, work().today()}));
    });
  }

  WaveTally tallied(const Wave& wave) {
    return database().read(
        [&](store::Reader& reader) { return tally(reader, "aldermere", wave.ref).value(); });
  }

  std::int64_t number(const std::string& sql) {
    return database().read([&](store::Reader& reader) { return reader.number(sql); });
  }
};

}  // namespace throughline::hear::survey
