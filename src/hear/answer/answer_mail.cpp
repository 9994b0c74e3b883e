#include "hear/answer/answer_mail.hpp"

#include "hear/hear.hpp"

namespace throughline::hear {
namespace {

// Where to write to; empty when they did not ask for email.
std::string address_of(store::Reader& reader, const std::string& authority_id,
                       const std::string& case_ref) {
  const auto row = reader.row(
      "select email from case_contacts where authority_id = $1 and case_ref = $2 and consents = 1 "
      "and contact_by = 'email'",
      {authority_id, case_ref});
  return row ? row->text(0) : "";
}

std::string where_to_go(const std::string& site, const std::string& receipt) {
  const std::string page =
      site.empty() ? "On the feedback pages of our website, choose “Come back "
                     "to what you told us” and enter this reference:"
                   : "Open this page and enter your reference:\n\n    " + site + "/receipt\n";
  return page + "\n\n    " + receipt + "\n";
}

}  // namespace

void queue_answer(store::Writer& writer, const record::Work& work, const std::string& case_ref) {
  if (address_of(writer, work.authority_id, case_ref).empty()) return;
  record::queue_mail(writer, work, answer_purpose, case_ref);
}

std::optional<record::MailText> answer_mail(store::Reader& reader,
                                            const record::Authority& authority,
                                            const std::string& case_ref, const std::string& site) {
  const auto found = find_case(reader, authority.id, case_ref);
  if (!found || found->status != Status::closed) return std::nullopt;
  record::MailText mail;
  mail.to = address_of(reader, authority.id, case_ref);
  if (mail.to.empty()) return std::nullopt;
  mail.subject = authority.name + ": our answer to you";
  mail.body =
      "Hello,\n\nOn " + base::to_long_text(found->received) + " you told " + authority.name +
      " something about care and support. This is our answer.\n\n" +
      std::string(answer_heading(found->outcome)) + "\n\n" + found->answer +
      "\n\n\nIs it fixed?\n\nTell us with one press: yes, partly or no. You can also see "
      "there what changed because of what people told us.\n\n" +
      where_to_go(site, found->receipt) +
      "\nWe wrote to you because you asked us to answer by email. Nobody reads what is sent "
      "back to this address.\n\n" +
      authority.name + "\n";
  return mail;
}

}  // namespace throughline::hear
