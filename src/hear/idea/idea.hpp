#pragma once

// What staff raise: an idea, or a gap that they see. Each is owed a reply by a day, and whoever
// raised it reads the reply. The words are a case like any other (hear.hpp), so they are themed,
// searched and led to actions; here is the clock of the reply, and who raised it, kept apart. In
// confidence, only a quality lead may look who it was, and the history never says.

#include "base/date.hpp"
#include "base/result.hpp"
#include "hear/answer/follow_up.hpp"
#include "hear/hear.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

enum class IdeaSort { idea, gap };
[[nodiscard]] std::string_view to_text(IdeaSort sort);  // "gap"
[[nodiscard]] std::string_view label(IdeaSort sort);    // "Gap"
[[nodiscard]] std::optional<IdeaSort> idea_sort_from_text(std::string_view text);

struct NewIdea {
  std::optional<IdeaSort> sort;
  std::string words;
  std::string service_ref;
  bool in_confidence = false;
  std::string submission_key;
};

struct Idea {
  Case found;  // with its words from find_idea
  IdeaSort sort{};
  bool in_confidence = false;
  base::Date due;
  std::string escalated_at;       // instant; empty: not overdue, or not noticed yet
  std::optional<Fixed> listened;  // what whoever raised it says of the reply
  std::string raiser;             // their name; empty in confidence

  [[nodiscard]] bool replied() const { return found.status == Status::closed; }
  [[nodiscard]] bool overdue(base::Date today) const { return !replied() && today > due; }
  // Replied, and by the day that was promised.
  [[nodiscard]] bool in_time() const;
};

// "Gap about Home care, 3 May 2026".
[[nodiscard]] std::string title(const Idea& idea);

inline constexpr int usual_reply_days = 10;
inline constexpr int most_reply_days = 60;
// How many working days a reply may take in this council.
[[nodiscard]] int reply_days(store::Reader& reader, const std::string& authority_id);
// Errors: invalid, unless 1 to most_reply_days. What was raised before keeps its day.
[[nodiscard]] base::Result<void> set_reply_days(store::Writer& writer, const record::Work& work,
                                                int days);

// Errors: invalid, with every problem: sort, words, service. Gives the case's ref.
[[nodiscard]] base::Result<std::string> raise_idea(store::Writer& writer, const record::Work& work,
                                                   const NewIdea& given);

[[nodiscard]] std::optional<Idea> find_idea(store::Reader& reader, const std::string& authority_id,
                                            const std::string& ref);
[[nodiscard]] bool raised_by(store::Reader& reader, const std::string& authority_id,
                             const std::string& ref, const std::string& user_ref);

enum class IdeaState { all, owed, overdue, replied };
struct IdeaFilter {
  IdeaState state = IdeaState::all;
  std::string raised_by;  // a user's ref; empty: anyone's
};
// Shape: those that are owed a reply first, by the day it is due; then the replied, latest first.
[[nodiscard]] std::vector<Idea> list_ideas(store::Reader& reader, const record::Work& work,
                                           const IdeaFilter& filter, int offset, int most);
[[nodiscard]] std::int64_t count_ideas(store::Reader& reader, const record::Work& work,
                                       const IdeaFilter& filter);

// Who raised it in confidence, with the reason why someone looks; a look is an event.
// Errors: not_found; invalid, without a reason.
[[nodiscard]] base::Result<std::string> look_at_raiser(store::Writer& writer,
                                                       const record::Work& work,
                                                       const std::string& ref,
                                                       const std::string& reason);

// Whoever raised it says whether they were listened to. Errors: not_found, also for anyone else;
// conflict, before there is a reply.
[[nodiscard]] base::Result<void> say_listened(store::Writer& writer, const record::Work& work,
                                              const std::string& ref, Fixed listened);

// Tells the leaders of replies that are overdue and that they have not been told of: an event each.
// Gives how many.
[[nodiscard]] int escalate_overdue(store::Writer& writer, const record::Work& work);

struct RepliesCount {
  base::Date month;  // its first day
  std::int64_t in_time = 0;
  std::int64_t all = 0;
};
enum class RepliesTo { staff, partners };
// Replies by the month in which they were due; those that are not due yet do not count.
// Shape: every month from that of `from` to that of `to`.
[[nodiscard]] std::vector<RepliesCount> replies_by_month(store::Reader& reader,
                                                         const record::Work& work, base::Date from,
                                                         base::Date to,
                                                         RepliesTo whom = RepliesTo::staff);

}  // namespace throughline::hear
