#include "web/hear/partner/feedback_lines.hpp"

#include "web/hear/idea/idea_words.hpp"

namespace throughline::web {

namespace {

ListedResultView line_of(const hear::Feedback& feedback, base::Date today, NamePartner name) {
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
  const NumberedPage asked(call.request.query);
  const auto count = hear::count_feedback(reader, call.work, filter);
  FeedbackLines lines;
  lines.count = count == 0 ? "Nothing told yet"
                           : std::to_string(count) + (count == 1 ? " thing told" : " things told");
  asked.fill(lines, count, address + (address.find('?') == std::string::npos ? "?" : "&"));
  for (const auto& each :
       hear::list_feedback(reader, call.work, filter, asked.offset(), NumberedPage::size)) {
    lines.told.push_back(line_of(each, call.work.today(), name_partner));
  }
  return lines;
}

}  // namespace throughline::web
