#pragma once

// SURVEYS, at HEAR: a council asks people, unpaid carers, staff or partners, in waves, and listens
// to what they answer. Front door: these headers, and their verbs.
//
//   survey.hpp        create_survey, change_survey, add_question, change_question, move_question,
//                     remove_question, set_skips, copy_survey
//   wave.hpp          open_wave, change_wave, invite
//   answering.hpp     the answers of someone who is on their way through, and sending them
//   answer_file.hpp   answers from another tool's file
//   comments.hpp      what people wrote, and the cases that it became
//   results.hpp       tally of a wave; two waves held against each other
//   question_set.hpp  the national surveys as data
//
// A survey that someone has answered keeps its questions: a new version is a survey of its own. It
// refuses to join an anonymous answer to whoever gave it, and to judge what the answers mean.

#include "hear/survey/question.hpp"
#include "hear/survey/way.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear::survey {

enum class Audience { people, carers, staff, partners };

inline constexpr std::array all_audiences = {Audience::people, Audience::carers, Audience::staff,
                                             Audience::partners};

[[nodiscard]] std::string_view to_text(Audience audience);  // "carers"
[[nodiscard]] std::string_view label(Audience audience);    // "Unpaid carers"
[[nodiscard]] std::optional<Audience> audience_from_text(std::string_view text);
// Who speaks when someone of the audience writes a comment.
[[nodiscard]] Relationship relationship_of(Audience audience);

struct Survey {
  std::string ref;  // "SURVEY-3"
  std::string title;
  Audience audience = Audience::people;
  bool named = false;  // asks who they are; an anonymous one never does
  std::string introduction;
  std::string made_from;  // "ascs", "SURVEY-1"; empty: our own
  std::string created;    // instant
  std::string created_by;
  std::int64_t version = 1;
};

// As typed into a form. Fields of the problems have the same names.
struct SurveyForm {
  std::string title{};
  std::string audience{};
  std::string named{};  // "yes" or "no"
  std::string introduction{};
};

// Errors: invalid, with every problem.
[[nodiscard]] base::Result<Survey> create_survey(store::Writer& writer, const record::Work& work,
                                                 const SurveyForm& form,
                                                 const std::string& made_from = {});
// Whether it is anonymous stands once it has been answered.
// Errors: as above; not_found; conflict, when someone changed it after `version`.
[[nodiscard]] base::Result<Survey> change_survey(store::Writer& writer, const record::Work& work,
                                                 const std::string& ref, std::int64_t version,
                                                 const SurveyForm& form);
[[nodiscard]] std::optional<Survey> find_survey(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::string& ref);
[[nodiscard]] SurveyForm form_of(const Survey& survey);

struct SurveyLine {
  Survey survey;
  std::int64_t questions = 0;
  std::int64_t waves = 0;
  std::int64_t responses = 0;
};
// The newest first.
[[nodiscard]] std::vector<SurveyLine> surveys(store::Reader& reader,
                                              const std::string& authority_id);

// Whether anyone has answered: from then on the questions stand.
[[nodiscard]] bool has_answers(store::Reader& reader, const std::string& authority_id,
                               const std::string& survey_ref);

// In order of position, with their skips.
[[nodiscard]] std::vector<Question> questions(store::Reader& reader,
                                              const std::string& authority_id,
                                              const std::string& survey_ref);

// The verbs on questions. Errors of all: not_found; conflict, when the survey has answers; invalid,
// with every problem, among them a question that nobody would reach and a skip that would lead
// backwards.
[[nodiscard]] base::Result<Question> add_question(store::Writer& writer, const record::Work& work,
                                                  const std::string& survey_ref,
                                                  const QuestionForm& form);
// Skips from answers that are no longer there are taken out.
[[nodiscard]] base::Result<Question> change_question(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::string& survey_ref, int number,
                                                     const QuestionForm& form);
// One place up (-1) or down (1); at the end it stays.
[[nodiscard]] base::Result<void> move_question(store::Writer& writer, const record::Work& work,
                                               const std::string& survey_ref, int number, int by);
[[nodiscard]] base::Result<void> remove_question(store::Writer& writer, const record::Work& work,
                                                 const std::string& survey_ref, int number);
[[nodiscard]] base::Result<void> set_skips(store::Writer& writer, const record::Work& work,
                                           const std::string& survey_ref, int number,
                                           const std::vector<Skip>& skips);

// A new version: a survey with the same questions, which can be changed.
[[nodiscard]] base::Result<Survey> copy_survey(store::Writer& writer, const record::Work& work,
                                               const std::string& ref);

}  // namespace throughline::hear::survey
