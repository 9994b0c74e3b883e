#include "hear/case_columns.hpp"

#include <array>
#include <utility>

namespace throughline::hear {
namespace {

template <typename T, std::size_t N>
std::optional<T> find_word(const std::array<std::pair<std::string_view, T>, N>& words,
                           const std::string& word) {
  for (const auto& [known, value] : words) {
    if (known == word) return value;
  }
  return std::nullopt;
}

template <typename T>
using Word = std::pair<std::string_view, T>;

constexpr std::array headings = {
    Word<CaseColumn>{"received", CaseColumn::received},
    Word<CaseColumn>{"date received", CaseColumn::received},
    Word<CaseColumn>{"received date", CaseColumn::received},
    Word<CaseColumn>{"date", CaseColumn::received},
    Word<CaseColumn>{"kind", CaseColumn::kind},
    Word<CaseColumn>{"type", CaseColumn::kind},
    Word<CaseColumn>{"feedback type", CaseColumn::kind},
    Word<CaseColumn>{"category", CaseColumn::kind},
    Word<CaseColumn>{"words", CaseColumn::words},
    Word<CaseColumn>{"feedback", CaseColumn::words},
    Word<CaseColumn>{"comment", CaseColumn::words},
    Word<CaseColumn>{"comments", CaseColumn::words},
    Word<CaseColumn>{"description", CaseColumn::words},
    Word<CaseColumn>{"details", CaseColumn::words},
    Word<CaseColumn>{"text", CaseColumn::words},
    Word<CaseColumn>{"service", CaseColumn::service},
    Word<CaseColumn>{"service area", CaseColumn::service},
    Word<CaseColumn>{"team", CaseColumn::service},
    Word<CaseColumn>{"relationship", CaseColumn::relationship},
    Word<CaseColumn>{"who", CaseColumn::relationship},
    Word<CaseColumn>{"from", CaseColumn::relationship},
    Word<CaseColumn>{"channel", CaseColumn::channel},
    Word<CaseColumn>{"method", CaseColumn::channel},
    Word<CaseColumn>{"how received", CaseColumn::channel},
    Word<CaseColumn>{"reference", CaseColumn::reference},
    Word<CaseColumn>{"case reference", CaseColumn::reference},
    Word<CaseColumn>{"ref", CaseColumn::reference},
    Word<CaseColumn>{"id", CaseColumn::reference},
    Word<CaseColumn>{"name", CaseColumn::name},
    Word<CaseColumn>{"email", CaseColumn::email},
    Word<CaseColumn>{"email address", CaseColumn::email},
    Word<CaseColumn>{"phone", CaseColumn::phone},
    Word<CaseColumn>{"telephone", CaseColumn::phone},
    Word<CaseColumn>{"phone number", CaseColumn::phone},
    Word<CaseColumn>{"address", CaseColumn::address},
    Word<CaseColumn>{"postal address", CaseColumn::address},
    Word<CaseColumn>{"status", CaseColumn::status},
    Word<CaseColumn>{"closed", CaseColumn::closed},
    Word<CaseColumn>{"date closed", CaseColumn::closed},
    Word<CaseColumn>{"outcome", CaseColumn::outcome},
    Word<CaseColumn>{"answer", CaseColumn::answer},
    Word<CaseColumn>{"response", CaseColumn::answer},
};

constexpr std::array kinds = {
    Word<Kind>{"complaints", Kind::complaint},   Word<Kind>{"concerns", Kind::concern},
    Word<Kind>{"compliments", Kind::compliment}, Word<Kind>{"praise", Kind::compliment},
    Word<Kind>{"suggestions", Kind::suggestion}, Word<Kind>{"ideas", Kind::idea},
};

constexpr std::array relationships = {
    Word<Relationship>{"person who draws on care", Relationship::person},
    Word<Relationship>{"self", Relationship::person},
    Word<Relationship>{"service user", Relationship::person},
    Word<Relationship>{"carer", Relationship::unpaid_carer},
    Word<Relationship>{"relative", Relationship::family},
    Word<Relationship>{"friend", Relationship::family},
    Word<Relationship>{"resident", Relationship::neighbour},
    Word<Relationship>{"employee", Relationship::staff},
    Word<Relationship>{"unknown", Relationship::other},
};

constexpr std::array channels = {
    Word<Channel>{"online", Channel::web},
    Word<Channel>{"website", Channel::web},
    Word<Channel>{"telephone", Channel::phone},
    Word<Channel>{"post", Channel::letter},
    Word<Channel>{"face to face", Channel::in_person},
};

constexpr std::array statuses = {
    Word<Status>{"new", Status::received},
    Word<Status>{"open", Status::looking_into},
    Word<Status>{"in progress", Status::looking_into},
    Word<Status>{"completed", Status::closed},
};

// A cell that is one of our own words or labels.
template <typename T, std::size_t N>
std::optional<T> own_word(const std::array<T, N>& all, const std::string& cell) {
  for (const auto value : all) {
    if (plain(to_text(value)) == cell || plain(label(value)) == cell) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string plain(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    const bool gap = c == ' ' || c == '_' || c == '-' || c == '\t';
    if (gap) {
      if (!text.empty() && text.back() != ' ') text += ' ';
    } else {
      text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::optional<CaseColumn> column_of(std::string_view heading) {
  return find_word(headings, plain(heading));
}

std::string column_name(CaseColumn column) {
  for (const auto& [name, value] : headings) {
    if (value == column) return std::string(name);
  }
  return {};
}

std::optional<Kind> read_kind(std::string_view cell) {
  const auto word = plain(cell);
  if (const auto own = own_word(all_kinds, word)) return own;
  return find_word(kinds, word);
}

std::optional<Relationship> read_relationship(std::string_view cell) {
  const auto word = plain(cell);
  if (const auto own = own_word(all_relationships, word)) return own;
  return find_word(relationships, word);
}

std::optional<Channel> read_channel(std::string_view cell) {
  const auto word = plain(cell);
  if (const auto own = own_word(all_channels, word)) return own;
  return find_word(channels, word);
}

std::optional<Status> read_status(std::string_view cell) {
  const auto word = plain(cell);
  if (const auto own = own_word(all_statuses, word)) return own;
  return find_word(statuses, word);
}

std::optional<Outcome> read_outcome(std::string_view cell) {
  return own_word(all_outcomes, plain(cell));
}

}  // namespace throughline::hear
