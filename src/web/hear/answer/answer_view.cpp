#include "web/hear/answer/answer_view.hpp"

#include "hear/answer/follow_up.hpp"
#include "record/outbox.hpp"
#include "web/hear/answer/mail_words.hpp"

namespace throughline::web {

AnswerBackView answer_back_view(const Call& call, store::Reader& reader,
                                const std::string& case_ref) {
  AnswerBackView view;
  const auto mails = record::mail_about(reader, call.authority.id, case_ref);
  if (!mails.empty()) {
    view.mail = mail_words(mails.front(), call.site.sends_mail);
    view.mail_problem = mails.front().problem;
  }
  for (const auto& said : hear::follow_ups_of(reader, call.authority.id, case_ref)) {
    view.said.push_back({hear::title(said), "/follow-ups/" + said.ref, said.words,
                         said.stands && said.read_at.empty() && said.fixed != hear::Fixed::yes});
  }
  return view;
}

}  // namespace throughline::web
