#include "hear/survey/survey.hpp"
#include "record/event.hpp"

#include <algorithm>

namespace throughline::hear::survey {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// The questions of a survey that can still be changed.
base::Result<std::vector<Question>> open_questions(store::Reader& reader, const record::Work& work,
                                                   const std::string& ref) {
  if (!find_survey(reader, work.authority_id, ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such survey");
  }
  if (has_answers(reader, work.authority_id, ref)) {
    return base::refuse(base::ErrorKind::conflict,
                        "People have answered this survey, so its questions stand. Make a new "
                        "version to change them");
  }
  return questions(reader, work.authority_id, ref);
}

tl::unexpected<base::Error> no_question() {
  return base::refuse(base::ErrorKind::not_found, "There is no such question");
}

void put_question(store::Writer& writer, const record::Work& work, const std::string& ref,
                  const Question& question) {
  writer.execute(
      "insert into survey_questions (authority_id, survey_ref, number, position, kind, label, "
      "hint, required, may_decline, options, comments, source) "
      "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
      "on conflict (authority_id, survey_ref, number) do update set position = excluded.position, "
      "kind = excluded.kind, label = excluded.label, hint = excluded.hint, "
      "required = excluded.required, may_decline = excluded.may_decline, "
      "options = excluded.options, comments = excluded.comments, source = excluded.source",
      {work.authority_id, ref, std::int64_t{question.number}, std::int64_t{question.position},
       std::string(to_text(question.kind)), question.label, question.hint,
       std::int64_t{question.required}, std::int64_t{question.may_decline},
       joined(question.options),
       question.comments ? std::string(hear::to_text(*question.comments)) : "", question.source});
}

void put_skips(store::Writer& writer, const record::Work& work, const std::string& ref,
               const Question& question) {
  writer.execute(
      "delete from survey_skips where authority_id = $1 and survey_ref = $2 and question = $3",
      {work.authority_id, ref, std::int64_t{question.number}});
  for (const auto& skip : question.skips) {
    writer.execute(
        "insert into survey_skips (authority_id, survey_ref, question, answer, leads_to) "
        "values ($1, $2, $3, $4, $5)",
        {work.authority_id, ref, std::int64_t{question.number}, skip.answer,
         std::int64_t{skip.to}});
  }
}

void changed(store::Writer& writer, const record::Work& work, const std::string& ref,
             const std::string& verb, const Question& question) {
  writer.execute("update surveys set version = version + 1 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref});
  record::append_event(writer, work, ref, verb, {{"question", question.label}});
}

}  // namespace

std::vector<Question> questions(store::Reader& reader, const std::string& authority_id,
                                const std::string& survey_ref) {
  std::vector<Question> all;
  reader.for_each(
      "select number, position, kind, label, hint, required, may_decline, options, comments, "
      "source from survey_questions where authority_id = $1 and survey_ref = $2 "
      "order by position",
      {authority_id, survey_ref}, [&](const store::Row& row) {
        Question question;
        question.number = static_cast<int>(row.integer(0));
        question.position = static_cast<int>(row.integer(1));
        question.kind = question_kind_from_text(row.text(2)).value();
        question.label = row.text(3);
        question.hint = row.text(4);
        question.required = row.yes(5);
        question.may_decline = row.yes(6);
        question.options = split(row.text(7));
        question.comments = kind_from_text(row.text(8));
        question.source = row.text(9);
        all.push_back(std::move(question));
      });
  reader.for_each(
      "select question, answer, leads_to from survey_skips where authority_id = $1 "
      "and survey_ref = $2 order by question, answer",
      {authority_id, survey_ref}, [&](const store::Row& row) {
        const auto found =
            std::ranges::find(all, static_cast<int>(row.integer(0)), &Question::number);
        if (found != all.end()) {
          found->skips.push_back({row.text(1), static_cast<int>(row.integer(2))});
        }
      });
  return all;
}

base::Result<Question> add_question(store::Writer& writer, const record::Work& work,
                                    const std::string& survey_ref, const QuestionForm& form) {
  auto all = open_questions(writer, work, survey_ref);
  if (!all) return tl::make_unexpected(all.error());
  auto made = read_question(form);
  if (!made) return made;
  if (all->size() >= most_questions) {
    return base::refuse({{"label", "A survey has 100 questions or fewer"}});
  }
  int number = 0;
  for (const auto& each : *all) number = std::max(number, each.number);
  made->number = number + 1;
  made->position = static_cast<int>(all->size()) + 1;
  all->push_back(*made);
  if (auto problems = problems_of_way(*all); !problems.empty()) {
    for (auto& problem : problems) problem.field = "label";
    return base::refuse(std::move(problems));
  }
  put_question(writer, work, survey_ref, *made);
  changed(writer, work, survey_ref, "added a question", *made);
  return made;
}

base::Result<Question> change_question(store::Writer& writer, const record::Work& work,
                                       const std::string& survey_ref, int number,
                                       const QuestionForm& form) {
  auto all = open_questions(writer, work, survey_ref);
  if (!all) return tl::make_unexpected(all.error());
  const auto found = std::ranges::find(*all, number, &Question::number);
  if (found == all->end()) return no_question();
  auto made = read_question(form);
  if (!made) return made;
  made->number = number;
  made->position = found->position;
  if (can_skip(made->kind)) {
    const auto options = options_of(*made);
    for (const auto& skip : found->skips) {
      const auto is_answer = [&](const Option& each) { return each.code == skip.answer; };
      if (std::ranges::any_of(options, is_answer)) made->skips.push_back(skip);
    }
  }
  *found = *made;
  if (auto problems = problems_of_way(*all); !problems.empty()) {
    for (auto& problem : problems) problem.field = "label";
    return base::refuse(std::move(problems));
  }
  put_question(writer, work, survey_ref, *made);
  put_skips(writer, work, survey_ref, *made);
  changed(writer, work, survey_ref, "changed a question", *made);
  return made;
}

base::Result<void> move_question(store::Writer& writer, const record::Work& work,
                                 const std::string& survey_ref, int number, int by) {
  auto all = open_questions(writer, work, survey_ref);
  if (!all) return tl::make_unexpected(all.error());
  const auto found = std::ranges::find(*all, number, &Question::number);
  if (found == all->end()) return no_question();
  const auto at = found - all->begin();
  const auto to = at + (by < 0 ? -1 : 1);
  if (to < 0 || to >= static_cast<std::ptrdiff_t>(all->size())) return {};
  const auto other = all->begin() + to;
  std::swap(*found, *other);
  std::swap(found->position, other->position);
  if (auto problems = problems_of_way(*all); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  put_question(writer, work, survey_ref, *found);
  put_question(writer, work, survey_ref, *other);
  changed(writer, work, survey_ref, "moved a question", *other);
  return {};
}

base::Result<void> remove_question(store::Writer& writer, const record::Work& work,
                                   const std::string& survey_ref, int number) {
  auto all = open_questions(writer, work, survey_ref);
  if (!all) return tl::make_unexpected(all.error());
  const auto found = std::ranges::find(*all, number, &Question::number);
  if (found == all->end()) return no_question();
  const auto gone = *found;
  all->erase(found);
  int position = 0;
  for (auto& each : *all) each.position = ++position;
  if (auto problems = problems_of_way(*all); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  writer.execute(
      "delete from survey_skips where authority_id = $1 and survey_ref = $2 and question = $3",
      {work.authority_id, survey_ref, std::int64_t{number}});
  writer.execute(
      "delete from survey_questions where authority_id = $1 and survey_ref = $2 and number = $3",
      {work.authority_id, survey_ref, std::int64_t{number}});
  writer.execute(
      "delete from survey_headings where authority_id = $1 and survey_ref = $2 and question = $3",
      {work.authority_id, survey_ref, std::int64_t{number}});
  for (const auto& each : *all) put_question(writer, work, survey_ref, each);
  changed(writer, work, survey_ref, "took out a question", gone);
  return {};
}

base::Result<void> set_skips(store::Writer& writer, const record::Work& work,
                             const std::string& survey_ref, int number,
                             const std::vector<Skip>& skips) {
  auto all = open_questions(writer, work, survey_ref);
  if (!all) return tl::make_unexpected(all.error());
  const auto found = std::ranges::find(*all, number, &Question::number);
  if (found == all->end()) return no_question();
  if (!can_skip(found->kind)) {
    return base::refuse({{"skips",
                          "Only a question with one answer from a list can lead "
                          "elsewhere"}});
  }
  const auto options = options_of(*found);
  for (const auto& skip : skips) {
    const auto is_answer = [&](const Option& each) { return each.code == skip.answer; };
    if (!std::ranges::any_of(options, is_answer)) {
      return base::refuse({{"skips", "Choose answers from the list"}});
    }
  }
  found->skips = skips;
  if (auto problems = problems_of_way(*all); !problems.empty()) {
    for (auto& problem : problems) problem.field = "skips";
    return base::refuse(std::move(problems));
  }
  put_skips(writer, work, survey_ref, *found);
  changed(writer, work, survey_ref, "set where answers lead", *found);
  return {};
}

}  // namespace throughline::hear::survey
