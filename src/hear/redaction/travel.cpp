#include "hear/redaction/travel.hpp"

#include "hear/hear.hpp"
#include "hear/redaction/redaction.hpp"
#include "text/personal.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace throughline::hear {
namespace {

using text::PersonalKind;

// Titles and first names may be of people who speak for the council; these are always of a person
// who told us something, or lead to one.
bool never_travels(PersonalKind kind) {
  return kind != PersonalKind::name && kind != PersonalKind::address && kind != PersonalKind::other;
}

// Every run of quoted_words words, without marks, case or endings.
std::unordered_set<std::string> runs_of(std::string_view words) {
  std::vector<std::string> folded;
  for (const auto& token : text::tokens_of(words)) {
    if (token.kind != text::TokenKind::mark) folded.push_back(token.folded);
  }
  std::unordered_set<std::string> runs;
  for (std::size_t at = 0; at + quoted_words <= folded.size(); ++at) {
    std::string run;
    for (std::size_t next = at; next < at + quoted_words; ++next) run += folded[next] + " ";
    runs.insert(std::move(run));
  }
  return runs;
}

bool share_a_run(const std::unordered_set<std::string>& travelling, std::string_view words) {
  return std::ranges::any_of(runs_of(words),
                             [&](const std::string& run) { return travelling.contains(run); });
}

std::set<std::string> without(const std::unordered_set<std::string>& travelling,
                              std::string_view allowed) {
  std::set<std::string> left(travelling.begin(), travelling.end());
  for (const auto& run : runs_of(allowed)) left.erase(run);
  return left;
}

// Whether the text says what the case says in words that nobody let go.
bool quotes_unchecked(const std::unordered_set<std::string>& travelling, std::string_view words,
                      const std::optional<Redaction>& redaction) {
  if (!share_a_run(travelling, words)) return false;
  if (!redaction) return true;
  const auto left = without(travelling, redaction->words);
  return std::ranges::any_of(runs_of(words),
                             [&](const std::string& run) { return left.contains(run); });
}

}  // namespace

std::vector<std::string> problems_with_travel(store::Reader& reader,
                                              const std::string& authority_id,
                                              const std::vector<std::string>& case_refs,
                                              const std::string& travelling, Quoting quoting) {
  std::vector<std::string> problems;
  std::vector<std::string> names;
  const auto runs = runs_of(travelling);
  std::size_t compared = 0;
  for (const auto& ref : case_refs) {
    if (!ref.starts_with("CASE-") || ++compared > most_cases_compared) continue;
    const auto given = names_given(reader, authority_id, ref);
    names.insert(names.end(), given.begin(), given.end());
    const auto found = find_case(reader, authority_id, ref);
    if (!found) continue;
    const auto redaction = find_redaction(reader, authority_id, ref);
    if (quoting == Quoting::allowed) continue;
    if (!quotes_unchecked(runs, found->words, redaction)) continue;
    problems.push_back(redaction
                           ? "This quotes " + ref +
                                 " where something was taken out. Quote its redacted words"
                           : "This quotes what was said in " + ref +
                                 ", which nobody has redacted yet. Redact the case first, or say "
                                 "it in other words");
  }
  for (const auto& span : text::find_personal(travelling, names)) {
    if (!never_travels(span.kind)) continue;
    problems.push_back("“" + travelling.substr(span.from, span.to - span.from) +
                       "” could show who someone is. Take it out");
  }
  return problems;
}

void check_travel(store::Reader& reader, const std::string& authority_id,
                  const std::vector<std::string>& case_refs, const std::string& field,
                  const std::string& travelling, std::vector<base::Problem>& problems) {
  for (auto& each : problems_with_travel(reader, authority_id, case_refs, travelling)) {
    problems.push_back({field, std::move(each)});
  }
}

}  // namespace throughline::hear
