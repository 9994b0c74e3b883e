#include "web/hear/idea/idea_words.hpp"

namespace throughline::web {

std::string reply_words(const hear::Idea& idea) {
  if (!idea.replied()) return "Reply due by " + base::to_long_text(idea.due);
  const auto closed = base::date_from_text(idea.found.closed);
  return "Replied on " + (closed ? base::to_long_text(*closed) : "") +
         (idea.in_time() ? ", in time" : ", later than promised");
}

std::string reply_tag(const hear::Idea& idea, base::Date today) {
  if (idea.replied()) return "Replied";
  return idea.overdue(today) ? "Overdue" : "Owed a reply";
}

std::string reply_tag_class(const hear::Idea& idea, base::Date today) {
  if (idea.replied()) return "govuk-tag--green";
  return idea.overdue(today) ? "govuk-tag--red" : "govuk-tag--yellow";
}

}  // namespace throughline::web
