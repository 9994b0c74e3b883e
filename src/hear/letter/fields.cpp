#include "hear/letter/fields.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace throughline::hear::letter {
namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";
constexpr std::string_view to_enter = "[enter ";

const std::vector<Field>& fields() {
  static const std::vector<Kind> of_complaints = {Kind::acknowledgement, Kind::extension,
                                                  Kind::response};
  static const std::vector<Field> all = {
      {"complainant_name", "the person’s name", "Joan Hill"},
      {"case_ref", "our reference", "CASE-1042"},
      {"receipt", "the reference to come back with", "7KQ4-MX2P-9HRD-3FGT"},
      {"received_date", "the day it reached us", "3 May 2026"},
      {"kind", "what it is: complaint, compliment ...", "complaint"},
      {"service", "the service it is about", "home care"},
      {"officer_name", "who writes the letter", "Priya Nair"},
      {"council_name", "the council’s name", "Aldermere Borough Council"},
      {"respond_by", "the date we will answer by", "1 June 2026", of_complaints},
      {"extension_reason",
       "why we need longer",
       "The manager who knows what happened is away until 28 May, and we want to hear from her.",
       {Kind::extension}},
      {"new_respond_by", "the new date we will answer by", "15 June 2026", {Kind::extension}},
      {"findings",
       "what we found on each point",
       "1. The visits on 4 and 5 April were late: upheld. Our records show it, and we apologise.",
       {Kind::response}},
      {"what_we_will_do",
       "what we are doing about it",
       "We now telephone when a visit will be more than 15 minutes late.",
       {Kind::response}},
      {"answer", "our answer", "The bench you asked for will be there in June.", {Kind::reply}},
  };
  return all;
}

bool has(const Field& field, Kind kind) {
  return field.only.empty() || std::ranges::find(field.only, kind) != field.only.end();
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// How many letters one would have to change, add or take out.
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t changed = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string unknown(Kind kind, std::string_view name, int line) {
  constexpr std::size_t longest_shown = 60;
  constexpr std::size_t near = 4;
  std::string message = "Line " + std::to_string(line) + ": ";
  if (name.empty()) return message + "write the name of a field between {{ and }}";
  message += "there is no field called “" + std::string(name.substr(0, longest_shown)) + "”";
  if (name.size() > longest_shown) return message;
  const Field* nearest = nullptr;
  std::size_t best = near;
  for (const Field& field : fields()) {
    if (field.name == name) {
      return "Line " + std::to_string(line) + ": " + std::string(name) +
             " cannot stand in this letter, only in others";
    }
    if (!has(field, kind)) continue;
    if (const auto far = distance(name, field.name); far < best) {
      best = far;
      nearest = &field;
    }
  }
  if (nearest) message += ". Did you mean " + std::string(nearest->name) + "?";
  return message;
}

const Field* find(std::string_view name) {
  const auto found = std::ranges::find(fields(), name, &Field::name);
  return found == fields().end() ? nullptr : &*found;
}

std::string value_of(const Field& field, const Values& values) {
  const auto found = values.find(field.name);
  if (found != values.end() && !found->second.empty()) return found->second;
  return std::string(to_enter) + std::string(field.means) + "]";
}

}  // namespace

std::span<const Field> all_fields() {
  return fields();
}

std::vector<Field> fields_for(Kind kind) {
  std::vector<Field> found;
  for (const Field& field : fields()) {
    if (has(field, kind)) found.push_back(field);
  }
  return found;
}

Values example_values() {
  Values values;
  for (const Field& field : fields()) {
    values.emplace(std::string(field.name), std::string(field.example));
  }
  return values;
}

std::vector<base::Problem> problems_of_template(Kind kind, std::string_view text) {
  std::vector<base::Problem> problems;
  int line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto rest = text.substr(at, end - at);
    at = end + 1;
    for (auto open = rest.find(opening); open != std::string_view::npos;
         open = rest.find(opening)) {
      rest.remove_prefix(open + opening.size());
      const auto close = rest.find(closing);
      if (close == std::string_view::npos) {
        problems.push_back({"text", "Line " + std::to_string(line) + ": {{ is not closed by }}"});
        break;
      }
      const auto name = trimmed(rest.substr(0, close));
      const Field* field = find(name);
      if (!field || !has(*field, kind)) problems.push_back({"text", unknown(kind, name, line)});
      rest.remove_prefix(close + closing.size());
    }
  }
  return problems;
}

std::string merge(std::string_view text, const Values& values) {
  std::string merged;
  while (true) {
    const auto open = text.find(opening);
    const auto close = open == std::string_view::npos ? open : text.find(closing, open);
    if (close == std::string_view::npos) return merged.append(text);
    const auto name = trimmed(text.substr(open + opening.size(), close - open - opening.size()));
    merged.append(text.substr(0, open));
    const Field* field = find(name);
    merged.append(field ? value_of(*field, values)
                        : std::string(text.substr(open, close + closing.size() - open)));
    text.remove_prefix(close + closing.size());
  }
}

std::vector<std::string> left_to_enter(std::string_view text) {
  std::vector<std::string> left;
  for (auto at = text.find(to_enter); at != std::string_view::npos;
       at = text.find(to_enter, at + 1)) {
    const auto end = text.find(']', at);
    if (end == std::string_view::npos) break;
    std::string found(text.substr(at, end - at + 1));
    if (std::ranges::find(left, found) == left.end()) left.push_back(std::move(found));
  }
  return left;
}

}  // namespace throughline::hear::letter
