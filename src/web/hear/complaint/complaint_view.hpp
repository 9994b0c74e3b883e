#pragma once

// A complaint as its case's page shows it: the clock, the next step, the points, the plan, and the
// way to everything else about it.

#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "web/call.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace throughline::web {

struct ComplaintPointView {
  std::string number;
  std::string words;
  std::string finding;  // empty: not decided yet
  std::string finding_class;
  std::string reasoning;
  std::string remedies;
};
BOOST_DESCRIBE_STRUCT(ComplaintPointView, (),
                      (number, words, finding, finding_class, reasoning, remedies))
[[nodiscard]] std::vector<ComplaintPointView> point_views(
    const std::vector<hear::ComplaintPoint>& points);

// One line of the clock: "Acknowledge by", "5 March 2026", "Late".
struct ClockLineView {
  std::string name;
  std::string value;
  std::string tag;
  std::string tag_class;
};
BOOST_DESCRIBE_STRUCT(ClockLineView, (), (name, value, tag, tag_class))

struct ComplaintLinkView {
  std::string text;
  std::string href;
  std::string state;  // what is known so far
};
BOOST_DESCRIBE_STRUCT(ComplaintLinkView, (), (text, href, state))

struct PlanInForceView {
  std::string what;
  std::string how;
  std::string respond_by;
  std::string made;  // "Agreed with the person on 4 March 2026"
};
BOOST_DESCRIBE_STRUCT(PlanInForceView, (), (what, how, respond_by, made))

struct ComplaintView {
  std::string stage;
  std::string stage_class;
  std::string next;
  std::string next_href;
  std::string due;
  bool late = false;
  std::vector<std::string> warnings;
  std::vector<ClockLineView> clock;
  std::vector<ComplaintPointView> points;
  std::string outcome;
  std::string why;
  std::optional<PlanInForceView> plan;
  std::string learning;
  std::string learning_note;
  std::string contact_limit;
  std::string concern_until;  // "3 March 2026": until when it can be kept as a concern
  std::vector<ComplaintLinkView> links;
  bool names_another = false;  // the person that they speak for
};
BOOST_DESCRIBE_STRUCT(ComplaintView, (),
                      (stage, stage_class, next, next_href, due, late, warnings, clock, points,
                       outcome, why, plan, learning, learning_note, contact_limit, concern_until,
                       links, names_another))

// Nothing when the case is no complaint.
[[nodiscard]] std::optional<ComplaintView> complaint_view(store::Reader& reader, const Call& call,
                                                          const hear::Case& found);

// Until when a spoken complaint can be kept as a concern; empty when it cannot any more.
[[nodiscard]] std::string last_day_as_concern_text(const hear::Case& found,
                                                   const hear::Complaint& complaint,
                                                   base::Date today);
[[nodiscard]] std::string stage_class(hear::Stage stage);

}  // namespace throughline::web
