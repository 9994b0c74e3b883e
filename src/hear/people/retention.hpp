#pragma once

// Retention: for how many years after a case of a kind was closed the council keeps who spoke and
// what they said. Rules are the council's own; with none, nothing goes. Nothing goes by itself: a
// person looks at what would go and confirms it. A case that is open, or on hold, stays.

#include "base/result.hpp"
#include "hear/kinds.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

inline constexpr int most_retention_years = 100;
// As many cases go in one run; the preview says how many are left for the next.
inline constexpr std::size_t most_disposed_at_once = 1'000;

struct RetentionRule {
  Kind kind{};
  std::optional<int> contact_years;  // nothing: contact details are kept as long as the words
  std::optional<int> words_years;    // nothing: for ever
};

// One for each kind, in the order of all_kinds.
[[nodiscard]] std::vector<RetentionRule> retention_rules(store::Reader& reader,
                                                         const std::string& authority_id);

struct RetentionForm {
  Kind kind{};
  std::string contact_years;  // as typed; empty: for ever
  std::string words_years;
};
// Problems by field: "complaint-contact", "complaint-words".
// Errors: invalid, with every problem.
[[nodiscard]] base::Result<void> set_retention(store::Writer& writer, const record::Work& work,
                                               const std::vector<RetentionForm>& forms);

struct Due {
  std::string case_ref;
  Kind kind{};
  std::string closed;
  bool words = false;    // everything goes; else contact details alone
  bool on_hold = false;  // it would go, and stays
};

struct RetentionPreview {
  std::vector<Due> due;  // those that go, oldest first
  std::vector<Due> held;
  bool more = false;  // there are more than most_disposed_at_once
};
[[nodiscard]] RetentionPreview preview_retention(store::Reader& reader, const record::Work& work);

struct Disposed {
  int words = 0;
  int contacts = 0;
};
// Takes out what the preview shows, when it is still `expected` cases.
// Errors: conflict, when it is not; invalid, when nothing is due.
[[nodiscard]] base::Result<Disposed> dispose(store::Writer& writer, const record::Work& work,
                                             std::size_t expected);

}  // namespace throughline::hear
