#include "hear/redaction/redaction.hpp"

#include "base/random.hpp"
#include "hear/hear.hpp"
#include "record/event.hpp"
#include "store/bulk.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

bool splits_character(std::string_view words, std::size_t at) {
  return at < words.size() && (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80U;
}

bool is_within(std::string_view words, const text::PersonalSpan& span) {
  return span.from < span.to && span.to <= words.size() && !splits_character(words, span.from) &&
         !splits_character(words, span.to);
}

std::vector<text::PersonalSpan> read_spans(store::Reader& reader, const std::string& authority_id,
                                           const std::string& case_ref) {
  std::vector<text::PersonalSpan> spans;
  for (const auto& row :
       reader.rows("select starts, ends, kind from redaction_spans where authority_id = $1 "
                   "and case_ref = $2 order by starts",
                   {authority_id, case_ref})) {
    spans.push_back(
        {static_cast<std::size_t>(row.integer(0)), static_cast<std::size_t>(row.integer(1)),
         text::personal_kind_from_text(row.text(2)).value_or(text::PersonalKind::other)});
  }
  return spans;
}

void keep(store::Writer& writer, const record::Work& work, const Redaction& made) {
  writer.execute("delete from redaction_spans where authority_id = $1 and case_ref = $2",
                 {work.authority_id, made.case_ref});
  writer.execute(
      "insert into redactions (authority_id, case_ref, words, words_hash, confirmed_at, by_ref, "
      "by_name) values ($1, $2, $3, $4, $5, $6, $7) on conflict (authority_id, case_ref) do update "
      "set words = excluded.words, words_hash = excluded.words_hash, confirmed_at = "
      "excluded.confirmed_at, by_ref = excluded.by_ref, by_name = excluded.by_name",
      {work.authority_id, made.case_ref, made.words, made.words_hash, made.confirmed_at,
       work.actor.user_ref, made.by_name});
  std::vector<store::Values> rows;
  for (const auto& span : made.spans) {
    rows.push_back({work.authority_id, made.case_ref, static_cast<std::int64_t>(span.from),
                    static_cast<std::int64_t>(span.to), std::string(text::to_text(span.kind))});
  }
  store::insert_rows(
      writer, "insert into redaction_spans (authority_id, case_ref, starts, ends, kind)", rows);
}

}  // namespace

std::vector<std::string> names_given(store::Reader& reader, const std::string& authority_id,
                                     const std::string& case_ref) {
  std::vector<std::string> names;
  for (const auto& row : reader.rows("select name from case_contacts where authority_id = $1 and "
                                     "case_ref = $2 and name <> ''",
                                     {authority_id, case_ref})) {
    names.push_back(row.text(0));
  }
  return names;
}

base::Result<RedactionDraft> draft_redaction(store::Reader& reader, const std::string& authority_id,
                                             const std::string& case_ref) {
  const auto found = find_case(reader, authority_id, case_ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such case");
  RedactionDraft draft;
  draft.case_ref = case_ref;
  draft.words = found->words;
  draft.words_hash = base::sha256_hex(found->words);
  draft.suggested = text::find_personal(found->words, names_given(reader, authority_id, case_ref));
  draft.confirmed = find_redaction(reader, authority_id, case_ref);
  return draft;
}

base::Result<std::vector<text::PersonalSpan>> spans_of(const RedactionDraft& draft,
                                                       const RedactionChoice& choice) {
  if (choice.words_hash != draft.words_hash) {
    return base::refuse(base::ErrorKind::conflict,
                        "These words have changed since you opened the page. Open it again");
  }
  std::vector<base::Problem> problems;
  auto spans = choice.spans;
  for (const auto& span : spans) {
    if (!is_within(draft.words, span)) {
      problems.push_back({"span", "Open the page again: it marks words that are not there"});
      break;
    }
  }
  if (choice.phrases.size() > most_redaction_phrases) {
    problems.push_back({"phrases", "Enter 200 lines or fewer at a time"});
  } else {
    for (const auto& phrase : choice.phrases) {
      if (text::tidied(phrase).empty()) continue;
      const auto found = text::find_phrase(draft.words, phrase);
      if (found.empty()) {
        problems.push_back({"phrases", "“" + text::tidied(phrase) +
                                           "” does not stand in what they said. Copy it from "
                                           "there, as it is written"});
      }
      spans.insert(spans.end(), found.begin(), found.end());
    }
  }
  if (spans.size() > most_redaction_spans) {
    problems.push_back({"phrases", "Too much would be taken out. Leave this case out instead"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return text::joined_spans(std::move(spans));
}

base::Result<Redaction> confirm_redaction(store::Writer& writer, const record::Work& work,
                                          const std::string& case_ref,
                                          const RedactionChoice& choice) {
  const auto draft = draft_redaction(writer, work.authority_id, case_ref);
  if (!draft) return tl::make_unexpected(draft.error());
  if (draft->words.empty()) {
    return base::refuse(base::ErrorKind::conflict, "These words were erased");
  }
  auto spans = spans_of(*draft, choice);
  if (!spans) return tl::make_unexpected(spans.error());
  Redaction made{case_ref,
                 text::redacted(draft->words, *spans),
                 *std::move(spans),
                 draft->words_hash,
                 base::to_text(work.now),
                 work.actor.name};
  keep(writer, work, made);
  std::size_t left = 0;
  for (const auto& suggestion : draft->suggested) {
    left += std::ranges::none_of(made.spans, [&](const text::PersonalSpan& span) {
      return span.from < suggestion.to && suggestion.from < span.to;
    });
  }
  record::append_event(writer, work, case_ref, "redacted",
                       {{"taken_out", std::to_string(made.spans.size())},
                        {"suggestions_left_in", std::to_string(left)}});
  return made;
}

std::optional<Redaction> find_redaction(store::Reader& reader, const std::string& authority_id,
                                        const std::string& case_ref) {
  const auto row = reader.row(
      "select words, words_hash, confirmed_at, by_name from redactions where authority_id = $1 and "
      "case_ref = $2",
      {authority_id, case_ref});
  if (!row) return std::nullopt;
  return Redaction{case_ref,     row->text(0), read_spans(reader, authority_id, case_ref),
                   row->text(1), row->text(2), row->text(3)};
}

}  // namespace throughline::hear
