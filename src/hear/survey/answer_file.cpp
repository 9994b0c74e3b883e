#include "hear/survey/answer_file.hpp"

#include "base/random.hpp"
#include "formats/number.hpp"
#include "hear/case_columns.hpp"

#include <algorithm>
#include <set>

namespace throughline::hear::survey {
namespace {

const std::set<std::string> words_for_declined = {"prefer not to say", "would rather not say",
                                                  "prefer not to answer", "declined"};
const std::map<std::string, std::string> words_for_yes_no = {{"y", "yes"},
                                                             {"true", "yes"},
                                                             {"n", "no"},
                                                             {"false", "no"},
                                                             {"don't know", "not_sure"},
                                                             {"dont know", "not_sure"},
                                                             {"unsure", "not_sure"},
                                                             {"maybe", "not_sure"}};

std::vector<std::string> parts_of(const std::string& cell, const std::string& separators) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= cell.size();) {
    const auto end = std::min(cell.find_first_of(separators, at), cell.size());
    auto part = cell.substr(at, end - at);
    if (!plain(part).empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

std::optional<std::string> code_of(const Question& question, const std::string& cell) {
  const auto word = plain(cell);
  for (const auto& option : options_of(question)) {
    if (plain(option.label) == word) return option.code;
  }
  for (const auto& option : options_of(question)) {
    if (plain(option.code) == word) return option.code;
  }
  if (question.kind == QuestionKind::yes_no) {
    const auto found = words_for_yes_no.find(word);
    if (found != words_for_yes_no.end()) return found->second;
  }
  if (question.may_decline && words_for_declined.contains(word)) return std::string(declined);
  return std::nullopt;
}

// What a cell answers; nothing when it is no answer to the question.
std::optional<Answer> answer_in(const Question& question, const std::string& cell) {
  if (plain(cell).empty()) return Answer{};
  if (!has_options(question.kind)) return Answer{cell};
  if (!question.may_decline && words_for_declined.contains(plain(cell))) return Answer{};
  if (const auto code = code_of(question, cell)) return Answer{*code};
  if (question.kind != QuestionKind::several) return std::nullopt;
  for (const std::string separators : {";|\n", ","}) {
    Answer answer;
    bool known = true;
    for (const auto& part : parts_of(cell, separators)) {
      const auto code = code_of(question, part);
      known = known && code;
      if (code) answer.push_back(*code);
    }
    if (known && !answer.empty()) return answer;
  }
  return std::nullopt;
}

class RowReader {
 public:
  RowReader(const std::vector<std::string>& heading, const Headings& headings,
            const std::vector<Question>& questions, const Wave& wave, base::Date today)
      : questions_(questions), wave_(wave), today_(today) {
    for (std::size_t at = 0; at < heading.size(); ++at) {
      const auto meant = headings.find(heading[at]);
      if (meant != headings.end() && meant->second != not_used) columns_[meant->second] = at;
    }
    // Another tool lets people leave out what we would ask them for again.
    for (auto& question : questions_) question.required = false;
  }

  std::optional<Response> read(const formats::CsvRow& row, std::vector<base::Problem>& problems) {
    Response made;
    made.came_by = CameBy::import;
    made.received = wave_.dated(today_);
    std::vector<base::Problem> found;
    for (const auto& question : questions_) read_cell(question, row, made, found);
    check_way(made, found);
    read_received(row, made, found);
    made.key = key_of(row, made);
    if (found.empty()) return made;
    for (auto& problem : found) {
      problem.row = row.line;
      problems.push_back(std::move(problem));
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] const std::string* cell(int meaning, const formats::CsvRow& row) const {
    const auto column = columns_.find(meaning);
    return column == columns_.end() ? nullptr : &row.field(column->second);
  }

  void read_cell(const Question& question, const formats::CsvRow& row, Response& made,
                 std::vector<base::Problem>& found) const {
    const auto* text = cell(question.number, row);
    auto answer = text ? answer_in(question, *text) : Answer{};
    if (!answer) {
      const auto shown = text->size() > 60 ? text->substr(0, text->find(' ', 40)) + " ..." : *text;
      found.push_back({question.label, "“" + shown + "” is not one of the answers"});
      return;
    }
    if (auto kept = read_answer(question, *answer); kept) {
      made.answers[question.number] = *std::move(kept);
    } else {
      found.push_back({question.label, kept.error().problems.front().message});
    }
  }

  // An answer to a question that the person's other answers skip says that the file and the survey
  // do not mean the same.
  void check_way(const Response& made, std::vector<base::Problem>& found) const {
    if (!found.empty()) return;
    const auto asked = on_the_way(questions_, made.answers);
    for (const auto& question : questions_) {
      const auto& answer = made.answers.at(question.number);
      if (!answer.empty() && !asked.contains(question.number)) {
        found.push_back({question.label,
                         "There is an answer, but an answer before it skips this "
                         "question"});
      }
    }
  }

  void read_received(const formats::CsvRow& row, Response& made,
                     std::vector<base::Problem>& found) const {
    const auto* text = cell(received_column, row);
    if (!text || plain(*text).empty()) return;
    auto date = base::date_from_text(*text);
    // A time of day after the date says nothing that is kept.
    if (const auto gap = text->find_first_of(" T"); !date && gap != std::string::npos) {
      date = base::date_from_text(text->substr(0, gap));
    }
    if (!date || *date > today_) {
      found.push_back({"Date", "The date must be a day that is past, like 27/3/2026"});
    } else {
      made.received = *date;
    }
  }

  // Rows that say the same are told apart by which of them it is, so that two equal answers stay
  // two.
  std::string key_of(const formats::CsvRow& row, const Response& made) {
    const auto* reference = cell(reference_column, row);
    if (reference && !plain(*reference).empty()) {
      return base::sha256_hex("reference " + *reference);
    }
    std::string said = base::to_text(made.received);
    for (const auto& [meaning, column] : columns_) {
      const auto& text = row.field(column);
      said += " " + std::to_string(meaning) + ":" + std::to_string(text.size()) + ":" + text;
    }
    const auto hash = base::sha256_hex(said);
    return base::sha256_hex(hash + " " + std::to_string(++seen_[hash]));
  }

  std::vector<Question> questions_;
  const Wave& wave_;
  base::Date today_;
  std::map<int, std::size_t> columns_;
  std::map<std::string, int> seen_;
};

std::vector<base::Problem> problems_of_headings(const Headings& headings,
                                                const std::vector<std::string>& heading,
                                                const std::vector<Question>& questions) {
  std::vector<base::Problem> problems;
  std::set<int> meant;
  bool any = false;
  for (const auto& name : heading) {
    const auto found = headings.find(name);
    if (found == headings.end() || found->second == not_used) continue;
    const auto* question = find_question(questions, found->second);
    any = any || question;
    if (!meant.insert(found->second).second) {
      problems.push_back(
          {"headings", "Two columns are " +
                           (question ? "question " + std::to_string(question->position)
                                     : std::string("the same thing")) +
                           ". Choose one"});
    }
  }
  if (!any) problems.push_back({"headings", "Say which column answers which question"});
  return problems;
}

}  // namespace

base::Result<AnswerFile> read_answers(const formats::CsvTable& table, const Headings& headings,
                                      const std::vector<Question>& questions, const Wave& wave,
                                      base::Date today) {
  if (auto problems = problems_of_headings(headings, table.heading, questions); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  AnswerFile file;
  file.problems = table.problems;
  RowReader reader(table.heading, headings, questions, wave, today);
  for (const auto& row : table.rows) {
    if (auto made = reader.read(row, file.problems)) file.good.push_back(*std::move(made));
  }
  std::ranges::stable_sort(file.problems, {}, &base::Problem::row);
  return file;
}

}  // namespace throughline::hear::survey
