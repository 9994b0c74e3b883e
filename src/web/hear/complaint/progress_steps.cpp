#include "web/hear/complaint/progress_steps.hpp"

#include "templates/language.hpp"

namespace throughline::web {

namespace {

// A sentence with a day in it.
std::string with_day(std::string_view sentence, base::Date day) {
  return templates::in_language(sentence,
                                {{"{date}", templates::in_language(base::to_long_text(day))}});
}

}  // namespace

std::vector<StepView> complaint_steps(const hear::ComplaintProgress& complaint, bool closed,
                                      base::Date today) {
  std::vector<StepView> steps;
  if (complaint.acknowledged) {
    steps.push_back(
        {"We acknowledged your complaint", base::to_long_text(*complaint.acknowledged), true});
  } else if (!closed) {
    steps.push_back({"We will acknowledge your complaint",
                     complaint.acknowledge_by && today <= *complaint.acknowledge_by
                         ? with_day("By {date}", *complaint.acknowledge_by)
                         : "We should have done this by now. We are sorry",
                     false});
  }
  if (complaint.respond_by) {
    steps.push_back({"There is a plan for looking into it", "", true});
  } else if (!complaint.responded && !closed) {
    steps.push_back(
        {"We will agree with you how we look into it, and by when you hear from us", "", false});
  }
  if (complaint.responded) {
    steps.push_back({"We sent you our response", base::to_long_text(*complaint.responded), true});
  } else if (!closed && complaint.respond_by) {
    const bool late = today > *complaint.respond_by;
    steps.push_back({"We will send you our response",
                     late ? with_day("It was to come by {date}. We are sorry that it is late",
                                     *complaint.respond_by)
                          : with_day("By {date}", *complaint.respond_by),
                     false});
  }
  return steps;
}

}  // namespace throughline::web
