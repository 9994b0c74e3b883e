#include "hear/survey/comments.hpp"

#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <map>

namespace throughline::hear::survey {
namespace {

constexpr std::string_view thanks =
    "Thank you for what you wrote. It was read with the other answers to the survey. Nobody who "
    "answers a survey is written to about it; what comes of the answers is published by the "
    "council.";

// The case that a comment becomes; empty when it stays with the results.
std::string case_of(store::Writer& writer, const record::Work& work, const Survey& survey,
                    const Wave& wave, const Comment& comment, std::int64_t number) {
  if (!comment.question->comments) return {};
  NewCase given;
  given.kind = *comment.question->comments;
  given.words = comment.words;
  given.relationship = relationship_of(survey.audience);
  given.channel = Channel::survey;
  given.received = std::min(comment.received, work.today());
  given.submission_key = "survey " + wave.ref + " " + std::to_string(number);
  const auto received = receive(writer, work, given);
  // What no case can hold (too long ago, say) is not lost: it stays with the results.
  if (!received) return {};
  record::add_link(writer, work, {wave.ref, record::Relation::gave, received->ref});
  return received->ref;
}

std::map<std::string, std::vector<std::string>> themes_of(store::Reader& reader,
                                                          const std::string& authority_id,
                                                          const std::string& wave_ref) {
  std::map<std::string, std::vector<std::string>> themes;
  reader.for_each(
      "select l.from_ref, n.title from survey_comments c join links l "
      "on l.authority_id = c.authority_id and l.from_ref = c.case_ref "
      "and l.relation = 'has_theme' join nodes n on n.authority_id = l.authority_id "
      "and n.ref = l.to_ref where c.authority_id = $1 and c.wave_ref = $2 and c.case_ref <> '' "
      "order by n.title",
      {authority_id, wave_ref},
      [&](const store::Row& row) { themes[row.text(0)].push_back(row.text(1)); });
  return themes;
}

}  // namespace

void keep_comments(store::Writer& writer, const record::Work& work, const Survey& survey,
                   const Wave& wave, const std::vector<Comment>& comments) {
  if (comments.empty()) return;
  auto number = record::next_numbers(writer, work.authority_id, wave.ref + " comments",
                                     static_cast<std::int64_t>(comments.size()));
  for (const auto& comment : comments) {
    const auto case_ref = case_of(writer, work, survey, wave, comment, number);
    writer.execute(
        "insert into survey_comments (authority_id, wave_ref, question, number, words, case_ref) "
        "values ($1, $2, $3, $4, $5, $6)",
        {work.authority_id, wave.ref, std::int64_t{comment.question->number}, number++,
         case_ref.empty() ? comment.words : "", case_ref});
  }
}

CommentPage comments(store::Reader& reader, const std::string& authority_id,
                     const std::string& wave_ref, int question, std::int64_t after) {
  CommentPage page;
  const store::Values where{authority_id, wave_ref, std::int64_t{question}};
  page.total = reader.number(
      "select count(*) from survey_comments where authority_id = $1 and wave_ref = $2 "
      "and ($3 = 0 or question = $3)",
      where);
  for (const auto& row : reader.rows(
           "select c.question, coalesce(w.words, c.words), c.case_ref from survey_comments c "
           "left join case_words w on w.authority_id = c.authority_id and w.case_ref = c.case_ref "
           "where c.authority_id = $1 and c.wave_ref = $2 and ($3 = 0 or c.question = $3) "
           "order by c.number limit $4 offset $5",
           {authority_id, wave_ref, std::int64_t{question}, std::int64_t{comments_on_page},
            after})) {
    page.comments.push_back({static_cast<int>(row.integer(0)), row.text(1), row.text(2), {}});
  }
  const auto themes = themes_of(reader, authority_id, wave_ref);
  for (auto& comment : page.comments) {
    if (const auto found = themes.find(comment.case_ref); found != themes.end()) {
      comment.themes = found->second;
    }
  }
  return page;
}

std::vector<std::pair<int, std::int64_t>> comment_counts(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         const std::string& wave_ref) {
  std::vector<std::pair<int, std::int64_t>> counts;
  for (const auto& row :
       reader.rows("select question, count(*) from survey_comments where authority_id = $1 "
                   "and wave_ref = $2 group by question",
                   {authority_id, wave_ref})) {
    counts.emplace_back(static_cast<int>(row.integer(0)), row.integer(1));
  }
  return counts;
}

std::int64_t waiting_comments(store::Reader& reader, const std::string& authority_id,
                              const std::string& wave_ref) {
  return reader.number(
      "select count(*) from survey_comments s join cases c on c.authority_id = s.authority_id "
      "and c.ref = s.case_ref where s.authority_id = $1 and s.wave_ref = $2 "
      "and c.status = 'received'",
      {authority_id, wave_ref});
}

base::Result<int> close_comments(store::Writer& writer, const record::Work& work,
                                 const std::string& wave_ref) {
  if (!find_wave(writer, work.authority_id, wave_ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such wave of a survey");
  }
  const auto waiting = writer.rows(
      "select c.ref, c.version from survey_comments s join cases c "
      "on c.authority_id = s.authority_id and c.ref = s.case_ref "
      "where s.authority_id = $1 and s.wave_ref = $2 and c.status = 'received' order by c.number",
      {work.authority_id, wave_ref});
  for (const auto& row : waiting) {
    const auto closed =
        close(writer, work, row.text(0), row.integer(1), {Outcome::thanked, std::string(thanks)});
    if (!closed) return tl::make_unexpected(closed.error());
  }
  if (!waiting.empty()) {
    record::append_event(writer, work, wave_ref, "read the comments",
                         {{"closed", std::to_string(waiting.size())}});
  }
  return static_cast<int>(waiting.size());
}

}  // namespace throughline::hear::survey
