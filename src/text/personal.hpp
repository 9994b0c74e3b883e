#pragma once

// Finds what could show who someone is in plain English text: names, numbers and addresses. It only
// suggests: it misses some and marks some that show nobody, so a person decides
// (docs/peoples-data.md says how often). The same text and names always give the same spans.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::text {

enum class PersonalKind {
  known_name,  // a name that was given apart from the words
  name,        // after a title or a word that leads to a name, or a usual first name
  phone,
  email,
  postcode,
  address,
  nhs_number,
  insurance_number,
  birth_date,
  record_number,  // of a person in another system
  other,          // marked by a person, never found here
};

inline constexpr std::array all_personal_kinds = {
    PersonalKind::known_name, PersonalKind::name,
    PersonalKind::phone,      PersonalKind::email,
    PersonalKind::postcode,   PersonalKind::address,
    PersonalKind::nhs_number, PersonalKind::insurance_number,
    PersonalKind::birth_date, PersonalKind::record_number,
    PersonalKind::other,
};

[[nodiscard]] std::string_view to_text(PersonalKind kind);  // "nhs_number"
[[nodiscard]] std::string_view label(PersonalKind kind);    // "NHS number"
[[nodiscard]] std::optional<PersonalKind> personal_kind_from_text(std::string_view text);

// Bytes [from, to) of the text.
struct PersonalSpan {
  std::size_t from = 0;
  std::size_t to = 0;
  PersonalKind kind = PersonalKind::other;
};

// From the left, without overlap: of two that overlap the longer stands, of two as long the one
// that stands first in all_personal_kinds.
[[nodiscard]] std::vector<PersonalSpan> find_personal(std::string_view words,
                                                      const std::vector<std::string>& known_names);

// Every place of a phrase, whatever its case and the white space inside it; whole words only.
[[nodiscard]] std::vector<PersonalSpan> find_phrase(std::string_view words, std::string_view phrase,
                                                    PersonalKind kind = PersonalKind::other);

// In order and without overlap; those that overlap become one, of the kind of the first.
[[nodiscard]] std::vector<PersonalSpan> joined_spans(std::vector<PersonalSpan> spans);

// The words with each span replaced by what stood there: "[name]". Spans as joined_spans gives
// them.
[[nodiscard]] std::string redacted(std::string_view words, const std::vector<PersonalSpan>& spans);

}  // namespace throughline::text
