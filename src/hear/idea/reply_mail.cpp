#include "hear/idea/reply_mail.hpp"

#include "hear/idea/idea.hpp"
#include "hear/partner/feedback.hpp"

namespace throughline::hear {
namespace {

// Where to write to; empty in confidence, and for what neither staff nor a partner raised.
std::string address_of(store::Reader& reader, const std::string& authority_id,
                       const std::string& case_ref) {
  const auto row = reader.row(
      "select u.email from replies_owed r left join idea_raisers i on i.authority_id = "
      "r.authority_id and i.case_ref = r.case_ref left join partner_feedback f on f.authority_id = "
      "r.authority_id and f.case_ref = r.case_ref join users u on u.authority_id = r.authority_id "
      "and u.ref = coalesce(i.user_ref, f.user_ref) where r.authority_id = $1 and r.case_ref = $2 "
      "and r.in_confidence = 0 and u.active = 1",
      {authority_id, case_ref});
  return row ? row->text(0) : "";
}

}  // namespace

void queue_reply(store::Writer& writer, const record::Work& work, const std::string& case_ref) {
  if (address_of(writer, work.authority_id, case_ref).empty()) return;
  record::queue_mail(writer, work, reply_purpose, case_ref);
}

std::optional<record::MailText> reply_mail(store::Reader& reader,
                                           const record::Authority& authority,
                                           const std::string& case_ref, const std::string& site) {
  const auto idea = find_idea(reader, authority.id, case_ref);
  const auto feedback = find_feedback(reader, authority.id, case_ref);
  const bool replied = (idea && idea->replied()) || (feedback && feedback->replied());
  if (!replied) return std::nullopt;
  record::MailText mail;
  mail.to = address_of(reader, authority.id, case_ref);
  if (mail.to.empty()) return std::nullopt;
  const auto page = (idea ? "/ideas/" : "/partner-feedback/") + case_ref;
  const auto place = idea ? "Voices, Ideas and gaps, " : "Your organisation, ";
  mail.subject = authority.name + ": a reply to what you raised";
  mail.body =
      "Hello,\n\nOn " + base::to_long_text(idea ? idea->found.received : feedback->found.received) +
      (!idea                         ? " you told us something for your organisation."
       : idea->sort == IdeaSort::gap ? " you raised a gap."
                                     : " you raised an idea.") +
      " There is a reply now. Read it, and say whether you feel listened to, here:\n\n    " +
      (site.empty() ? place + case_ref : site + page) +
      "\n\nNobody reads what is sent back to this address.\n\n" + authority.name + "\n";
  return mail;
}

}  // namespace throughline::hear
