#include "hear/survey/response.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/survey/comments.hpp"
#include "record/event.hpp"
#include "store/bulk.hpp"

namespace throughline::hear::survey {
namespace {

std::string field_of(const Question& question) {
  return "q" + std::to_string(question.number);
}

void insert_answers(store::Writer& writer, const record::Work& work, const Wave& wave,
                    const std::vector<Question>& questions, const Response& kept) {
  std::vector<store::Values> rows;
  const auto row = [&](const Question& question, const std::string& answer) {
    rows.push_back({work.authority_id, wave.ref, kept.key, std::int64_t{question.number}, answer});
  };
  for (const auto& [number, answer] : kept.answers) {
    const auto* question = find_question(questions, number);
    if (answer.empty()) row(*question, "");
    if (is_text(question->kind)) continue;
    for (const auto& each : answer) row(*question, each);
  }
  store::insert_rows(
      writer, "insert into survey_answers (authority_id, wave_ref, response_key, question, answer)",
      rows);
}

std::vector<Comment> comments_in(const std::vector<Question>& questions, const Response& kept) {
  std::vector<Comment> comments;
  for (const auto& [number, answer] : kept.answers) {
    const auto* question = find_question(questions, number);
    if (is_text(question->kind) && !answer.empty()) {
      comments.push_back({question, answer.front(), kept.received});
    }
  }
  return comments;
}

}  // namespace

std::vector<base::Problem> problems_of(const std::vector<Question>& questions,
                                       const Answers& answers) {
  std::vector<base::Problem> problems;
  for (const auto* question : way_through(questions, answers)) {
    const auto given = answers.find(question->number);
    const auto read = read_answer(*question, given == answers.end() ? Answer{} : given->second);
    if (!read) {
      for (const auto& problem : read.error().problems) {
        problems.push_back({field_of(*question), problem.message});
      }
    } else if (given == answers.end()) {
      problems.push_back({field_of(*question), "This question has not been asked yet"});
    }
  }
  return problems;
}

base::Result<bool> keep_response(store::Writer& writer, const record::Work& work,
                                 const Survey& survey, const Wave& wave,
                                 const std::vector<Question>& questions, const Response& given) {
  auto kept = given;
  kept.answers = on_the_way(questions, given.answers);
  auto problems = problems_of(questions, kept.answers);
  if (!formats::is_utf8(given.name) || characters(given.name) > 200) {
    problems.push_back({"name", "Your name must be 200 characters or fewer"});
  }
  if (!formats::is_utf8(given.email) || given.email.size() > 254) {
    problems.push_back({"email", "Your email address must be 254 characters or fewer"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  for (auto& [number, answer] : kept.answers) {
    answer = read_answer(*find_question(questions, number), answer).value();
  }
  const auto added = writer.execute(
      "insert into survey_responses (authority_id, wave_ref, response_key, received, came_by) "
      "values ($1, $2, $3, $4, $5) on conflict (authority_id, wave_ref, response_key) do nothing",
      {work.authority_id, wave.ref, kept.key, base::to_text(kept.received),
       kept.came_by == CameBy::web ? "web" : "import"});
  if (added == 0) return false;
  if (responses(writer, work.authority_id, wave.ref) > most_responses) {
    return base::refuse(base::ErrorKind::too_large, "This wave has as many answers as it can hold");
  }
  insert_answers(writer, work, wave, questions, kept);
  if (survey.named && !(kept.name.empty() && kept.email.empty())) {
    writer.execute(
        "insert into survey_names (authority_id, wave_ref, response_key, name, email) "
        "values ($1, $2, $3, $4, $5)",
        {work.authority_id, wave.ref, kept.key, kept.name, kept.email});
  }
  keep_comments(writer, work, survey, wave, comments_in(questions, kept));
  // A file is one event for all of its rows.
  if (kept.came_by == CameBy::web) record::append_event(writer, work, wave.ref, "was answered");
  return true;
}

base::Result<std::vector<Named>> look_at_names(store::Writer& writer, const record::Work& work,
                                               const std::string& wave_ref,
                                               const std::string& reason) {
  if (!find_wave(writer, work.authority_id, wave_ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such wave of a survey");
  }
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos || !formats::is_utf8(reason) ||
      characters(reason) > 1'000) {
    return base::refuse({{"reason", "Enter why you need to see who answered"}});
  }
  std::vector<Named> names;
  for (const auto& row :
       writer.rows("select n.name, n.email, r.received from survey_names n join survey_responses r "
                   "on r.authority_id = n.authority_id and r.wave_ref = n.wave_ref "
                   "and r.response_key = n.response_key "
                   "where n.authority_id = $1 and n.wave_ref = $2 order by n.name, n.email",
                   {work.authority_id, wave_ref})) {
    names.push_back({row.text(0), row.text(1), row.text(2)});
  }
  record::append_event(writer, work, wave_ref, "looked at who answered",
                       {{"people", std::to_string(names.size())}}, reason);
  return names;
}

}  // namespace throughline::hear::survey
