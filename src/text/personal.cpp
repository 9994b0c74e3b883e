#include "text/personal.hpp"

#include "text/characters.hpp"
#include "text/personal_names.hpp"
#include "text/personal_numbers.hpp"

#include <algorithm>

namespace throughline::text {
namespace {

struct KindWords {
  PersonalKind kind;
  std::string_view text;
  std::string_view label;
  std::string_view instead;
};

constexpr std::array kinds = {
    KindWords{PersonalKind::known_name, "known_name", "Name given with the case", "name"},
    KindWords{PersonalKind::name, "name", "Name", "name"},
    KindWords{PersonalKind::phone, "phone", "Phone number", "phone number"},
    KindWords{PersonalKind::email, "email", "Email address", "email address"},
    KindWords{PersonalKind::postcode, "postcode", "Postcode", "postcode"},
    KindWords{PersonalKind::address, "address", "Address", "address"},
    KindWords{PersonalKind::nhs_number, "nhs_number", "NHS number", "NHS number"},
    KindWords{PersonalKind::insurance_number, "insurance_number", "National Insurance number",
              "National Insurance number"},
    KindWords{PersonalKind::birth_date, "birth_date", "Date of birth", "date of birth"},
    KindWords{PersonalKind::record_number, "record_number", "Record number", "record number"},
    KindWords{PersonalKind::other, "other", "Marked by a person", "taken out"},
};

const KindWords& words_of(PersonalKind kind) {
  return *std::ranges::find(kinds, kind, &KindWords::kind);
}

bool in_word(Character character) {
  return character.length > 0 && (is_letter(character.code) || is_digit(character.code));
}

// Where the phrase that begins at `at` ends; `at` itself when it does not begin there. Any white
// space of the phrase stands for any white space of the text.
std::size_t end_of_phrase(std::string_view words, std::size_t at, std::string_view phrase) {
  auto place = at;
  for (std::size_t next = 0; next < phrase.size();) {
    const auto wanted = character_at(phrase, next);
    auto there = character_at(words, place);
    if (there.length == 0) return at;
    if (is_space(wanted.code)) {
      if (!is_space(there.code)) return at;
      while (there.length > 0 && is_space(there.code)) {
        place += there.length;
        there = character_at(words, place);
      }
    } else {
      if (folded(words.substr(place, there.length)) != folded(phrase.substr(next, wanted.length))) {
        return at;
      }
      place += there.length;
    }
    next += wanted.length;
  }
  return place;
}

}  // namespace

std::string_view to_text(PersonalKind kind) {
  return words_of(kind).text;
}

std::string_view label(PersonalKind kind) {
  return words_of(kind).label;
}

std::optional<PersonalKind> personal_kind_from_text(std::string_view text) {
  const auto found = std::ranges::find(kinds, text, &KindWords::text);
  if (found == kinds.end()) return std::nullopt;
  return found->kind;
}

std::vector<PersonalSpan> find_personal(std::string_view words,
                                        const std::vector<std::string>& known_names) {
  std::vector<PersonalSpan> found;
  find_numbers(words, found);
  const auto tokens = tokens_of(words);
  find_known_names(tokens, known_names, found);
  find_names(tokens, found);
  find_addresses(tokens, found);
  std::ranges::stable_sort(found, [](const PersonalSpan& a, const PersonalSpan& b) {
    const auto long_a = a.to - a.from;
    const auto long_b = b.to - b.from;
    return long_a != long_b ? long_a > long_b : a.kind < b.kind;
  });
  std::vector<PersonalSpan> kept;
  for (const auto& span : found) {
    const bool overlaps = std::ranges::any_of(kept, [&](const PersonalSpan& other) {
      return span.from < other.to && other.from < span.to;
    });
    if (!overlaps) kept.push_back(span);
  }
  std::ranges::sort(kept, {}, &PersonalSpan::from);
  return kept;
}

std::vector<PersonalSpan> find_phrase(std::string_view words, std::string_view phrase,
                                      PersonalKind kind) {
  std::vector<PersonalSpan> found;
  const auto wanted = tidied(phrase);
  if (wanted.empty()) return found;
  for (std::size_t at = 0; at < words.size();) {
    const auto step = std::max<std::size_t>(1, character_at(words, at).length);
    const auto to = end_of_phrase(words, at, wanted);
    const bool whole =
        to != at && !(in_word(character_before(words, at)) && in_word(character_at(words, at))) &&
        !(in_word(character_before(words, to)) && in_word(character_at(words, to)));
    if (whole) found.push_back({at, to, kind});
    at = whole ? to : at + step;
  }
  return found;
}

std::vector<PersonalSpan> joined_spans(std::vector<PersonalSpan> spans) {
  std::ranges::sort(spans, {}, &PersonalSpan::from);
  std::vector<PersonalSpan> joined;
  for (const auto& span : spans) {
    if (span.to <= span.from) continue;
    if (!joined.empty() && span.from < joined.back().to) {
      joined.back().to = std::max(joined.back().to, span.to);
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

std::string redacted(std::string_view words, const std::vector<PersonalSpan>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const auto& span : spans) {
    out += words.substr(at, span.from - at);
    out += "[" + std::string(words_of(span.kind).instead) + "]";
    at = span.to;
  }
  return out += words.substr(at);
}

}  // namespace throughline::text
