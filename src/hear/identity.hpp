#pragma once

// Who the person is and how to reach them, kept apart from the case: in tables of their own, shown
// on a page of their own, and never in an event, a title, an address or a log. Each look by a
// member of staff is an event in the case's history. An anonymous case has none of this.

#include "base/result.hpp"
#include "hear/equality.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::hear {

enum class ContactBy { none, email, phone, post };

struct Contact {
  std::string name;
  std::string email;
  std::string phone;
  std::string address;
  ContactBy by = ContactBy::none;  // how they asked to be reached
  bool consents = false;           // has agreed to be contacted about this case

  [[nodiscard]] bool empty() const {
    return name.empty() && email.empty() && phone.empty() && address.empty();
  }
};

[[nodiscard]] std::string_view to_text(ContactBy by);  // "email"; "" for none
[[nodiscard]] std::string_view label(ContactBy by);    // "By email"
[[nodiscard]] ContactBy contact_by_from_text(std::string_view text);

// What is wrong with the details, by form field: name, email, phone, address, contact_by.
[[nodiscard]] std::vector<base::Problem> problems_of(const Contact& contact);

struct Identity {
  Contact contact;
  EqualityAnswers equality;
};

void keep_identity(store::Writer& writer, const std::string& authority_id,
                   const std::string& case_ref, const Identity& identity);

// Shows who is behind a case to the actor, and writes down that they looked and why.
// Errors: not_found; invalid, when no reason is given.
[[nodiscard]] base::Result<Identity> look_at_identity(store::Writer& writer,
                                                      const record::Work& work,
                                                      const std::string& case_ref,
                                                      const std::string& reason);

// Whether the case has details at all, without showing any.
struct IdentityHeld {
  bool contact = false;
  bool consents = false;
  bool equality = false;
};
[[nodiscard]] IdentityHeld identity_held(store::Reader& reader, const std::string& authority_id,
                                         const std::string& case_ref);

}  // namespace throughline::hear
