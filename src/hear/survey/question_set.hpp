#pragma once

// National surveys as data (data/surveys): what each asks about, where it comes from, and who owns
// its words. A set holds names, never the words of a questionnaire that is not ours: wherever those
// belong stands `official_wording`, and a survey in which it still stands cannot be opened.

#include "hear/survey/survey.hpp"

#include <string>
#include <vector>

namespace throughline::hear::survey {

inline constexpr std::string_view official_wording = "[official wording]";

struct QuestionSet {
  std::string key;  // "ascs"
  std::string title;
  std::string owner;
  Audience audience = Audience::people;
  std::string source;  // an address
  std::string note;
  std::vector<QuestionForm> questions;
};

// In order of title. Throws when a file cannot be read (a bug).
[[nodiscard]] const std::vector<QuestionSet>& question_sets();
[[nodiscard]] const QuestionSet* find_question_set(std::string_view key);

// A survey with the questions of a set, to be finished by a person.
// Errors: not_found; invalid.
[[nodiscard]] base::Result<Survey> create_from_set(store::Writer& writer, const record::Work& work,
                                                   const std::string& key, const SurveyForm& form);

// The questions in which the official wording is still to be put.
[[nodiscard]] std::vector<base::Problem> unfinished(const std::vector<Question>& questions);

}  // namespace throughline::hear::survey
