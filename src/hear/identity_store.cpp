#include "hear/identity.hpp"
#include "record/event.hpp"

namespace throughline::hear {
namespace {

Contact read_contact(store::Reader& reader, const std::string& authority_id,
                     const std::string& case_ref) {
  const auto row = reader.row(
      "select name, email, phone, address, contact_by, consents from case_contacts "
      "where authority_id = $1 and case_ref = $2",
      {authority_id, case_ref});
  if (!row) return {};
  return {
      row->text(0), row->text(1), row->text(2), row->text(3), contact_by_from_text(row->text(4)),
      row->yes(5)};
}

EqualityAnswers read_equality(store::Reader& reader, const std::string& authority_id,
                              const std::string& case_ref) {
  EqualityAnswers found;
  for (const auto& row : reader.rows("select question, answer from equality_answers "
                                     "where authority_id = $1 and case_ref = $2",
                                     {authority_id, case_ref})) {
    found.emplace_back(row.text(0), row.text(1));
  }
  // In the order of the questions, whatever order the database gave.
  return equality_answers(found).value_or(EqualityAnswers{});
}

}  // namespace

void keep_identity(store::Writer& writer, const std::string& authority_id,
                   const std::string& case_ref, const Identity& identity) {
  const auto& contact = identity.contact;
  if (!contact.empty()) {
    writer.execute(
        "insert into case_contacts (authority_id, case_ref, name, email, phone, address, "
        "contact_by, consents) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        {authority_id, case_ref, contact.name, contact.email, contact.phone, contact.address,
         std::string(to_text(contact.by)), std::int64_t{contact.consents}});
  }
  for (const auto& [question, answer] : identity.equality) {
    writer.execute(
        "insert into equality_answers (authority_id, case_ref, question, answer) "
        "values ($1, $2, $3, $4)",
        {authority_id, case_ref, question, answer});
  }
}

base::Result<Identity> look_at_identity(store::Writer& writer, const record::Work& work,
                                        const std::string& case_ref, const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    return base::refuse({{"reason", "Enter why you need to see who this is"}});
  }
  if (reason.size() > 500) {
    return base::refuse({{"reason", "Your reason must be 500 characters or fewer"}});
  }
  if (!writer.row("select ref from cases where authority_id = $1 and ref = $2",
                  {work.authority_id, case_ref})) {
    return base::refuse(base::ErrorKind::not_found, "There is no such case");
  }
  record::append_event(writer, work, case_ref, "identity seen", {}, reason);
  return Identity{read_contact(writer, work.authority_id, case_ref),
                  read_equality(writer, work.authority_id, case_ref)};
}

IdentityHeld identity_held(store::Reader& reader, const std::string& authority_id,
                           const std::string& case_ref) {
  IdentityHeld held;
  if (const auto row = reader.row("select consents from case_contacts "
                                  "where authority_id = $1 and case_ref = $2",
                                  {authority_id, case_ref})) {
    held.contact = true;
    held.consents = row->yes(0);
  }
  held.equality = reader.number(
                      "select count(*) from equality_answers "
                      "where authority_id = $1 and case_ref = $2",
                      {authority_id, case_ref}) > 0;
  return held;
}

}  // namespace throughline::hear
