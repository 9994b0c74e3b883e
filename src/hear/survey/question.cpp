#include "hear/survey/question.hpp"

#include "formats/encoding.hpp"
#include "formats/number.hpp"
#include "hear/case.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <stdexcept>

namespace throughline::hear::survey {
namespace {

struct Entry {
  QuestionKind value;
  std::string_view text;
  std::string_view label;
};

constexpr std::array kinds = {
    Entry{QuestionKind::single, "single", "One choice from a list"},
    Entry{QuestionKind::several, "several", "Several choices from a list"},
    Entry{QuestionKind::five_point, "five_point", "Five-point scale"},
    Entry{QuestionKind::ten, "ten", "A number from 0 to 10"},
    Entry{QuestionKind::yes_no, "yes_no", "Yes, no or not sure"},
    Entry{QuestionKind::number, "number", "A number"},
    Entry{QuestionKind::short_text, "short_text", "A few words"},
    Entry{QuestionKind::long_text, "long_text", "In their own words"},
};

const std::vector<std::string> agreement = {"Strongly agree", "Agree", "Neither agree nor disagree",
                                            "Disagree", "Strongly disagree"};

const Entry& entry(QuestionKind kind) {
  return *std::ranges::find(kinds, kind, &Entry::value);
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

bool readable(std::string_view text) {
  return formats::is_utf8(text) && text.find('\0') == std::string_view::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line = trimmed(line); !line.empty()) lines.push_back(line);
  }
  return lines;
}

void check_text(std::vector<base::Problem>& problems, const std::string& field,
                const std::string& name, const std::string& text, std::size_t most) {
  if (!readable(text) || characters(text) > most) {
    problems.push_back({field, name + " must be " + std::to_string(most) + " characters or fewer"});
  }
}

void check_options(std::vector<base::Problem>& problems, const Question& question) {
  const auto& options = question.options;
  if (question.kind == QuestionKind::five_point && options.size() != 5) {
    problems.push_back({"options", "A five-point scale has five answers, one on each line"});
  } else if (question.kind != QuestionKind::five_point && options.size() < 2) {
    problems.push_back({"options", "Enter two answers or more, one on each line"});
  } else if (options.size() > most_options) {
    problems.push_back({"options", "Enter 40 answers or fewer"});
  }
  for (const auto& option : options) {
    if (!readable(option) || characters(option) > most_short_characters) {
      problems.push_back({"options", "Each answer must be 200 characters or fewer"});
      break;
    }
  }
  if (std::set<std::string>(options.begin(), options.end()).size() != options.size()) {
    problems.push_back({"options", "Two of the answers are the same"});
  }
}

tl::unexpected<base::Error> wrong(const std::string& message) {
  return base::refuse({{"answer", message}});
}

base::Result<Answer> read_choice(const Question& question, const Answer& given) {
  Answer kept;
  const auto options = options_of(question);
  for (const auto& option : options) {
    if (std::ranges::find(given, option.code) != given.end()) kept.push_back(option.code);
  }
  for (const auto& each : given) {
    const bool known =
        std::ranges::any_of(options, [&](const Option& o) { return o.code == each; });
    if (!known) return wrong("Choose an answer from the list");
  }
  const bool one = question.kind != QuestionKind::several;
  if (one && kept.size() > 1) return wrong("Choose one answer");
  if (!one && kept.size() > 1 && kept.back() == declined) {
    return wrong("Choose answers, or “Prefer not to say”, but not both");
  }
  return kept;
}

}  // namespace

std::string_view to_text(QuestionKind kind) {
  return entry(kind).text;
}

std::string_view label(QuestionKind kind) {
  return entry(kind).label;
}

std::optional<QuestionKind> question_kind_from_text(std::string_view text) {
  const auto found = std::ranges::find(kinds, text, &Entry::text);
  if (found == kinds.end()) return std::nullopt;
  return found->value;
}

bool has_options(QuestionKind kind) {
  return kind != QuestionKind::number && !is_text(kind);
}

bool is_text(QuestionKind kind) {
  return kind == QuestionKind::short_text || kind == QuestionKind::long_text;
}

bool can_skip(QuestionKind kind) {
  return has_options(kind) && kind != QuestionKind::several;
}

std::vector<Option> options_of(const Question& question) {
  std::vector<Option> options;
  switch (question.kind) {
    case QuestionKind::single:
    case QuestionKind::several:
    case QuestionKind::five_point:
      for (const auto& each : question.options) {
        options.push_back({std::to_string(options.size() + 1), each});
      }
      break;
    case QuestionKind::ten:
      for (int each = 0; each <= 10; ++each) {
        options.push_back({std::to_string(each), std::to_string(each)});
      }
      break;
    case QuestionKind::yes_no:
      options = {{"yes", "Yes"}, {"no", "No"}, {"not_sure", "Not sure"}};
      break;
    default:
      return {};
  }
  if (question.may_decline) options.push_back({std::string(declined), "Prefer not to say"});
  return options;
}

base::Result<Question> read_question(const QuestionForm& form) {
  std::vector<base::Problem> problems;
  Question made;
  const auto kind = question_kind_from_text(form.kind);
  if (!kind) problems.push_back({"kind", "Choose how the question is answered"});
  made.kind = kind.value_or(QuestionKind::long_text);
  made.label = trimmed(form.label);
  made.hint = trimmed(form.hint);
  made.source = trimmed(form.source);
  if (made.label.empty()) problems.push_back({"label", "Enter the question"});
  check_text(problems, "label", "The question", made.label, most_label_characters);
  check_text(problems, "hint", "The hint", made.hint, 1'000);
  check_text(problems, "source", "The source", made.source, most_label_characters);
  made.required = form.required;
  made.may_decline = form.may_decline && has_options(made.kind);
  if (made.kind == QuestionKind::single || made.kind == QuestionKind::several ||
      made.kind == QuestionKind::five_point) {
    made.options = lines_of(form.options);
    if (made.options.empty() && made.kind == QuestionKind::five_point) made.options = agreement;
    check_options(problems, made);
  }
  if (is_text(made.kind) && !form.comments.empty()) {
    made.comments = kind_from_text(form.comments);
    // A complaint asks for an answer to someone, and nobody here has said who they are.
    if (!made.comments || *made.comments == Kind::complaint) {
      problems.push_back({"comments", "Choose what becomes of what people write"});
    }
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return made;
}

QuestionForm form_of(const Question& question) {
  QuestionForm form;
  form.kind = to_text(question.kind);
  form.label = question.label;
  form.hint = question.hint;
  form.required = question.required;
  form.may_decline = question.may_decline;
  for (const auto& option : question.options) form.options += option + "\n";
  if (question.comments) form.comments = hear::to_text(*question.comments);
  form.source = question.source;
  return form;
}

base::Result<Answer> read_answer(const Question& question, const Answer& given) {
  Answer said;
  for (const auto& each : given) {
    if (auto tidy = trimmed(each); !tidy.empty()) said.push_back(std::move(tidy));
  }
  if (said.empty()) {
    if (!question.required) return Answer{};
    return wrong(has_options(question.kind) ? "Choose an answer" : "Enter an answer");
  }
  if (has_options(question.kind)) return read_choice(question, said);
  if (said.size() > 1) return wrong("Give one answer");
  if (question.kind == QuestionKind::number) {
    const auto number = formats::number_from_text(said.front());
    if (!number) return wrong("Your answer must be a number, like 12");
    if (std::abs(number->value) > 1e9) return wrong("Your answer must be a smaller number");
    return Answer{formats::to_text(number->value)};
  }
  const auto most =
      question.kind == QuestionKind::short_text ? most_short_characters : most_long_characters;
  if (!readable(said.front())) {
    return wrong("Some characters could not be read. Type the words again");
  }
  if (const auto count = characters(said.front()); count > most) {
    return wrong("Your answer must be " + std::to_string(most) +
                 " characters or fewer. You have written " + std::to_string(count));
  }
  return said;
}

std::string shown(const Question& question, const Answer& answer) {
  const auto options = options_of(question);
  std::string text;
  for (const auto& each : answer) {
    const auto option = std::ranges::find(options, each, &Option::code);
    text += (text.empty() ? "" : "; ") + (option == options.end() ? each : option->label);
  }
  return text;
}

}  // namespace throughline::hear::survey
