#pragma once

// Whether the person says that it is fixed, once we answered: yes, partly or no, and words if they
// like. It is a voice on the line, joined to its case; it holds nothing of who they are. It does
// not open the case again by itself: whoever holds a receipt could, so an officer decides.

#include "base/date.hpp"
#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

enum class Fixed { yes, partly, no };
inline constexpr std::array all_fixed = {Fixed::yes, Fixed::partly, Fixed::no};

[[nodiscard]] std::string_view to_text(Fixed fixed);  // "partly"
[[nodiscard]] std::string_view label(Fixed fixed);    // "Partly fixed"
[[nodiscard]] std::optional<Fixed> fixed_from_text(std::string_view text);

struct FollowUp {
  std::string ref;  // "FOLLOWUP-12"
  std::string case_ref;
  std::string case_title;
  std::string service_name;  // empty: not about one service
  Fixed fixed{};
  std::string words;  // may be empty
  base::Date said;
  bool stands = true;   // false once the case was opened again
  std::string read_at;  // instant; empty until a member of staff noted it
  std::string read_by;  // their name
};

inline constexpr std::size_t most_follow_up_characters = 2'000;

// "Not fixed, the person says, 3 May 2026".
[[nodiscard]] std::string title(const FollowUp& follow_up);

// By what a person typed of their receipt. Saying it again, while the same answer stands, changes
// it. Errors: not_found; conflict, while the case is open.
[[nodiscard]] base::Result<std::string> say_whether_fixed(store::Writer& writer,
                                                          const record::Work& work,
                                                          std::string_view typed_receipt,
                                                          Fixed fixed);
// Adds words to what was said. Errors: not_found, also before anything was said; invalid.
[[nodiscard]] base::Result<void> add_follow_up_words(store::Writer& writer,
                                                     const record::Work& work,
                                                     std::string_view typed_receipt,
                                                     const std::string& words);

[[nodiscard]] std::optional<FollowUp> find_follow_up(store::Reader& reader,
                                                     const std::string& authority_id,
                                                     const std::string& ref);
// What was said about the answers to a case, newest first.
[[nodiscard]] std::vector<FollowUp> follow_ups_of(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& case_ref);

struct FollowUpFilter {
  std::optional<Fixed> fixed;
  bool waiting = false;  // not fixed, or partly, and nobody has decided
};
// Newest first.
[[nodiscard]] std::vector<FollowUp> list_follow_ups(store::Reader& reader,
                                                    const std::string& authority_id,
                                                    const FollowUpFilter& filter, int offset,
                                                    int most);
[[nodiscard]] std::int64_t count_follow_ups(store::Reader& reader, const std::string& authority_id,
                                            const FollowUpFilter& filter);

// An officer has read it and leaves the case closed. Errors: not_found; conflict, when it was.
[[nodiscard]] base::Result<void> note_follow_up_read(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::string& ref);
// Opens its case again because of it. Errors: not_found; conflict, when the case is open.
[[nodiscard]] base::Result<void> reopen_from_follow_up(store::Writer& writer,
                                                       const record::Work& work,
                                                       const std::string& ref);
// What stood about the answer belongs to the past now. hear's reopen() calls it.
void past_follow_ups(store::Writer& writer, const record::Work& work, const std::string& case_ref);

struct FixedCount {
  base::Date month;  // its first day
  std::int64_t yes = 0;
  std::int64_t partly = 0;
  std::int64_t no = 0;
  [[nodiscard]] std::int64_t all() const { return yes + partly + no; }
};
// Shape: every month from that of `from` to that of `to`, also those in which nobody said anything.
[[nodiscard]] std::vector<FixedCount> fixed_by_month(store::Reader& reader,
                                                     const std::string& authority_id,
                                                     base::Date from, base::Date to);

// Puts the nodes of all follow-ups back, for `throughline rebuild`.
void rebuild_follow_ups(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::hear
