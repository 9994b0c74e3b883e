#pragma once

// A joint review as its page and its paper show it: for the council, or for an organisation that
// takes part, with what that reader may see and no more.

#include "hear/joint_review/review.hpp"
#include "web/call.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace throughline::web {

struct PartyView {
  std::string ref;
  std::string name;
  std::string state;
  std::string state_class;
  std::string due;
  bool waits = false;  // an answer or a part is still to come
  bool late = false;
  bool submitted = false;
  std::string declined_why;
  std::string view;  // what it says of the learning note
  std::string otherwise;
  bool may_withdraw = false;
};
BOOST_DESCRIBE_STRUCT(PartyView, (),
                      (ref, name, state, state_class, due, waits, late, submitted, declined_why,
                       view, otherwise, may_withdraw))

struct ReviewFactView {
  std::string number;
  std::string when;
  std::string fact;
  std::string who;
  bool may_remove = false;
};
BOOST_DESCRIBE_STRUCT(ReviewFactView, (), (number, when, fact, who, may_remove))

struct AnswerView {
  std::string heading;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (heading, text))

struct PartView {
  std::string name;
  std::string submitted;
  std::vector<AnswerView> answers;
};
BOOST_DESCRIBE_STRUCT(PartView, (), (name, submitted, answers))

struct JointActionView {
  std::string title;
  std::string href;  // empty: this reader may not open it
  std::string owner;
  std::string due;
  std::string status;
};
BOOST_DESCRIBE_STRUCT(JointActionView, (), (title, href, owner, due, status))

struct ReviewCaseView {
  std::string ref;
  std::string title;
  std::string href;  // empty: this reader may not open it
};
BOOST_DESCRIBE_STRUCT(ReviewCaseView, (), (ref, title, href))

struct ReviewBodyView {
  std::string ref;
  std::string href;
  std::string title;
  std::string state;
  std::string state_class;
  std::string when;
  std::string service;
  std::string why;
  std::string due;
  std::string asked_by;
  std::string declined_why;
  std::string closed_on;
  std::string learning;
  std::string no_actions_why;
  bool names_parties = false;
  bool whole = false;
  bool asked = false;
  bool declined = false;
  bool open = false;
  bool closed = false;
  bool by_partner = false;  // the reader signs in for a partner
  std::vector<PartyView> parties;
  std::vector<ReviewFactView> facts;
  std::vector<PartView> parts;
  std::vector<JointActionView> actions;
  std::vector<ReviewCaseView> cases;  // for the council's own people alone
  std::string cases_said;             // for an assessor: how many there are
  std::vector<std::string> themes;
};
BOOST_DESCRIBE_STRUCT(ReviewBodyView, (),
                      (ref, href, title, state, state_class, when, service, why, due, asked_by,
                       declined_why, closed_on, learning, no_actions_why, names_parties, whole,
                       asked, declined, open, closed, by_partner, parties, facts, parts, actions,
                       cases, cases_said, themes))

[[nodiscard]] std::string review_state_class(hear::joint_review::State state);
// "3 May 2026", or "1 to 4 May 2026" as two dates.
[[nodiscard]] std::string incident_words(const hear::joint_review::Review& review);
[[nodiscard]] std::string party_state_words(const hear::joint_review::Party& party,
                                            base::Date today);

// Of a review as find_review() gives it.
[[nodiscard]] ReviewBodyView review_body(const Call& call, store::Reader& reader,
                                         const hear::joint_review::Review& review);

}  // namespace throughline::web
