#pragma once

// What a case's page shows of the way back to the person: where the mail of the answer stands, and
// whether they say that it is fixed.

#include "store/database.hpp"
#include "web/call.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct SaidView {
  std::string title;
  std::string href;
  std::string words;
  bool waiting = false;  // not fixed, and nobody has decided
};
BOOST_DESCRIBE_STRUCT(SaidView, (), (title, href, words, waiting))

struct AnswerBackView {
  std::string mail;  // empty when none was queued
  std::string mail_problem;
  std::vector<SaidView> said;
};
BOOST_DESCRIBE_STRUCT(AnswerBackView, (), (mail, mail_problem, said))

[[nodiscard]] AnswerBackView answer_back_view(const Call& call, store::Reader& reader,
                                              const std::string& case_ref);

}  // namespace throughline::web
