#pragma once

// "Was this page useful?" Yes or no is counted; with words it is a case as well (a suggestion),
// which the page gave, so that it is heard like any other voice.

#include "publish/hub/page.hpp"

namespace throughline::publish::hub {

inline constexpr std::size_t most_useful_words_characters = 2'000;

struct NewAnswer {
  std::optional<bool> useful;
  std::string words;  // may be empty
  std::string submission_key;
};

// Gives the receipt of the case that the words became; empty without words, and for a second press
// of the same button. Errors: not_found, also for who may not read the page; invalid: useful,
// words.
[[nodiscard]] base::Result<std::string> say_useful(store::Writer& writer, const record::Work& work,
                                                   const Reach& reach, const std::string& slug,
                                                   const NewAnswer& given);

struct AnswerCount {
  std::int64_t useful = 0;
  std::int64_t all = 0;
  std::vector<std::string> case_refs;  // of those with words, latest first, at most 20
};
[[nodiscard]] AnswerCount count_answers(store::Reader& reader, const std::string& authority_id,
                                        const std::string& page_ref);

}  // namespace throughline::publish::hub
