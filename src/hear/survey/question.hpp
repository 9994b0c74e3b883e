#pragma once

// One question of a survey: what is asked, how it can be answered, and where the answer leads. It
// knows what a good answer looks like, and refuses to know who gave it.

#include "base/result.hpp"
#include "hear/kinds.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::hear::survey {

enum class QuestionKind {
  single,      // one of a list
  several,     // any of a list
  five_point,  // one of five, in order from the best to the worst
  ten,         // 0 to 10
  yes_no,      // yes, no, not sure
  number,
  short_text,
  long_text,
};

inline constexpr std::array all_question_kinds = {
    QuestionKind::single, QuestionKind::several, QuestionKind::five_point, QuestionKind::ten,
    QuestionKind::yes_no, QuestionKind::number,  QuestionKind::short_text, QuestionKind::long_text};

[[nodiscard]] std::string_view to_text(QuestionKind kind);  // "five_point"
[[nodiscard]] std::string_view label(QuestionKind kind);    // "Five-point scale"
[[nodiscard]] std::optional<QuestionKind> question_kind_from_text(std::string_view text);

// What "prefer not to say" is kept as.
inline constexpr std::string_view declined = "declined";
// Where a skip rule leads that ends the survey.
inline constexpr int the_end = 0;

inline constexpr std::size_t most_questions = 100;
inline constexpr std::size_t most_options = 40;
inline constexpr std::size_t most_label_characters = 300;
inline constexpr std::size_t most_short_characters = 200;
inline constexpr std::size_t most_long_characters = 5'000;

struct Skip {
  std::string answer;  // the code of an option
  int to = the_end;    // the number of a question further down
};

struct Question {
  int number = 0;    // in this survey; kept when questions are moved
  int position = 0;  // 1, 2, 3 ... as they are asked
  QuestionKind kind = QuestionKind::single;
  std::string label;
  std::string hint;
  bool required = false;
  bool may_decline = false;          // "Prefer not to say" is offered
  std::vector<std::string> options;  // of single, several and five_point
  std::optional<Kind> comments;      // text: each answer becomes a case of this kind
  std::vector<Skip> skips;           // of questions with one answer out of a list
  std::string source;                // of a national question: where it comes from
};

// As typed into a form. Fields of the problems have the same names.
struct QuestionForm {
  std::string kind{};
  std::string label{};
  std::string hint{};
  bool required = false;
  bool may_decline = false;
  std::string options{};   // one a line
  std::string comments{};  // "suggestion"; empty: kept with the results
  std::string source{};
};

struct Option {
  std::string code;   // "1", "2" ...; "0" to "10"; "yes", "no", "not_sure"; "declined"
  std::string label;  // "Strongly agree"
};

// What can be chosen, in order, "prefer not to say" last when it is offered. Empty for questions
// that are answered in words or numbers.
[[nodiscard]] std::vector<Option> options_of(const Question& question);
[[nodiscard]] bool has_options(QuestionKind kind);
[[nodiscard]] bool is_text(QuestionKind kind);
// One answer out of a list: only such an answer can lead elsewhere.
[[nodiscard]] bool can_skip(QuestionKind kind);

// A typed form as a question without number, position and skips.
// Errors: invalid, with every problem.
[[nodiscard]] base::Result<Question> read_question(const QuestionForm& form);
[[nodiscard]] QuestionForm form_of(const Question& question);

// What someone answered: codes of options, a number, or words; empty when nothing was.
using Answer = std::vector<std::string>;

// The answer as it is kept (codes in the order of the options, words without spaces around), or
// what is wrong with it, in words that stand under the question.
[[nodiscard]] base::Result<Answer> read_answer(const Question& question, const Answer& given);

// How an answer reads: "Strongly agree"; "Respite; Training".
[[nodiscard]] std::string shown(const Question& question, const Answer& answer);

}  // namespace throughline::hear::survey
