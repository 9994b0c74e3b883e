#pragma once

// What partners and providers tell the council, at HEAR: a case like any other, owed a reply by a
// day as staff are (idea.hpp, whose days it shares). Everyone who signs in for the organisation
// reads the reply; nobody of another organisation sees that there is one.

#include "hear/answer/follow_up.hpp"
#include "hear/hear.hpp"
#include "hear/idea/idea.hpp"
#include "hear/partner/partner.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

struct NewFeedback {
  std::optional<Kind> kind;  // concern, compliment or suggestion
  std::string words;
  std::string service_ref;
  std::string submission_key;
};

struct Feedback {
  Case found;  // with its words from find_feedback
  std::string partner_ref;
  std::string partner_name;
  std::string by_name;  // who wrote it
  base::Date due;
  std::string escalated_at;  // instant; empty: not overdue, or not noticed yet
  std::optional<Fixed> listened;

  [[nodiscard]] bool replied() const { return found.status == Status::closed; }
  [[nodiscard]] bool overdue(base::Date today) const { return !replied() && today > due; }
  [[nodiscard]] bool in_time() const;
};

// Errors: conflict, when whoever is at work signs in for no organisation; invalid, with every
// problem: kind, words, service. Gives the case's ref.
[[nodiscard]] base::Result<std::string> tell_as_partner(store::Writer& writer,
                                                        const record::Work& work,
                                                        const NewFeedback& given);

[[nodiscard]] std::optional<Feedback> find_feedback(store::Reader& reader,
                                                    const std::string& authority_id,
                                                    const std::string& ref);

struct FeedbackFilter {
  IdeaState state = IdeaState::all;
  std::string partner_ref;  // empty: any
};
// Shape: those that are owed a reply first, by the day it is due; then the replied, latest first.
[[nodiscard]] std::vector<Feedback> list_feedback(store::Reader& reader, const record::Work& work,
                                                  const FeedbackFilter& filter, int offset,
                                                  int most);
[[nodiscard]] std::int64_t count_feedback(store::Reader& reader, const record::Work& work,
                                          const FeedbackFilter& filter);

// The organisation says whether it was listened to. Errors: not_found, also for any other;
// conflict, before there is a reply.
[[nodiscard]] base::Result<void> partner_says_listened(store::Writer& writer,
                                                       const record::Work& work,
                                                       const std::string& ref, Fixed listened);

}  // namespace throughline::hear
