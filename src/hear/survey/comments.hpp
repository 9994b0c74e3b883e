#pragma once

// What people wrote in a survey. Where the survey says so each comment becomes a case, so that it
// is read by someone, can be given themes and is found by its words; else it stays with the
// results. Either way it stands apart from the other answers of whoever wrote it.

#include "hear/survey/wave.hpp"

#include <string>
#include <vector>

namespace throughline::hear::survey {

struct Comment {
  const Question* question = nullptr;
  std::string words;
  base::Date received;
};

// For keep_response: adds the comments to the wave, and the cases that they become.
void keep_comments(store::Writer& writer, const record::Work& work, const Survey& survey,
                   const Wave& wave, const std::vector<Comment>& comments);

struct KeptComment {
  int question = 0;
  std::string words;
  std::string case_ref;             // empty: stays with the results
  std::vector<std::string> themes;  // names, of its case
};

inline constexpr std::size_t comments_on_page = 100;

// In the order in which they came, `comments_on_page` from the one after `after`; `question` 0: of
// all questions.
struct CommentPage {
  std::vector<KeptComment> comments;
  std::int64_t total = 0;
};
[[nodiscard]] CommentPage comments(store::Reader& reader, const std::string& authority_id,
                                   const std::string& wave_ref, int question,
                                   std::int64_t after = 0);
// How many were written to each question.
[[nodiscard]] std::vector<std::pair<int, std::int64_t>> comment_counts(
    store::Reader& reader, const std::string& authority_id, const std::string& wave_ref);
// How many of the wave's cases nobody has looked into or closed.
[[nodiscard]] std::int64_t waiting_comments(store::Reader& reader, const std::string& authority_id,
                                            const std::string& wave_ref);

// Closes those that nobody has looked into, once someone has read them all: nobody left a way to be
// answered, and each says so. Gives how many.
// Errors: not_found.
[[nodiscard]] base::Result<int> close_comments(store::Writer& writer, const record::Work& work,
                                               const std::string& wave_ref);

}  // namespace throughline::hear::survey
