#include "web/hear/partner/feedback_lines.hpp"

#include "base/digits.hpp"
#include "web/hear/idea/idea_words.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

constexpr int feedback_on_page = 25;

FeedbackLineView line_of(const hear::Feedback& feedback, base::Date today, NamePartner name) {
  auto facts = reply_words(feedback);
  if (name == NamePartner::yes) facts += ". " + feedback.partner_name;
  if (!feedback.escalated_at.empty() && !feedback.replied()) facts += ". Leaders were told";
  return {feedback.found.ref, hear::title(feedback.found), facts, reply_tag(feedback, today),
          reply_tag_class(feedback, today)};
}

}  // namespace

FeedbackLines feedback_lines(store::Reader& reader, const Call& call,
                             const hear::FeedbackFilter& filter, const std::string& address,
                             NamePartner name_partner) {
  const int number =
      std::clamp(base::digits(call.request.query.get("page")).value_or(1), 1, 1'000'000);
  const int offset = (number - 1) * feedback_on_page;
  const auto count = hear::count_feedback(reader, call.work, filter);
  FeedbackLines lines;
  lines.count = count == 0 ? "Nothing told yet"
                           : std::to_string(count) + (count == 1 ? " thing told" : " things told");
  const auto at = [&](int page) {
    return address + (address.find('?') == std::string::npos ? "?" : "&") +
           "page=" + std::to_string(page);
  };
  if (number > 1) lines.previous = at(number - 1);
  if (offset + feedback_on_page < count) lines.next = at(number + 1);
  for (const auto& each :
       hear::list_feedback(reader, call.work, filter, offset, feedback_on_page)) {
    lines.told.push_back(line_of(each, call.work.today(), name_partner));
  }
  return lines;
}

}  // namespace throughline::web
