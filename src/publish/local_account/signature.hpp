#pragma once

// The board signs a Local Account. A signature is of one member, on the text as it stood: when the
// text or its figures change it no longer counts, and is asked for again. Staff record it. The name
// is printed only when the member agreed to that; it stands in a table of its own, is erased on its
// own, and then the signature is that of "a member of the board". A statement is theirs and is
// printed as it was given, also where it disagrees.

#include "publish/local_account/local_account.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::publish::local_account {

inline constexpr std::size_t most_role_characters = 100;
inline constexpr std::size_t most_statement_characters = 5'000;

struct Signature {
  std::int64_t number = 0;
  std::string member_ref;
  std::string role;  // "Carer and co-chair"
  base::Date signed_on;
  bool named = false;  // they agreed to be named
  std::string name;    // empty: not to be named, or erased
  bool disagrees = false;
  std::string statement;
  bool stands = false;  // on the text as it is now, by a member of the board that is chosen now
  std::string recorded_by;
  std::vector<std::string> changed_since;  // titles of chapters; only when it does not stand
};

struct SignatureForm {
  std::string member_ref = {};
  std::string role = {};
  std::optional<base::Date> signed_on = {};
  bool named = false;
  bool disagrees = false;
  std::string statement = {};
  std::string text = {};  // the hash of the text that was signed
};

// Who can sign: members of the board who have not left and whose name is not erased.
struct Signatory {
  std::string member_ref;
  std::string name;
  std::string standing;  // "Draws on care"
};
[[nodiscard]] std::vector<Signatory> signatories(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const Account& account);

// In the order in which they were first recorded. Of what was published: those that it was
// published with.
[[nodiscard]] std::vector<Signature> signatures(store::Reader& reader,
                                                const record::Authority& authority,
                                                const Account& account);
// The names that may be printed, by the number of the signature.
[[nodiscard]] std::vector<std::pair<std::int64_t, std::string>> printed_names(
    store::Reader& reader, const std::string& authority_id, const std::string& account_ref);

// Records a signature; one that the member gave on an earlier text is replaced.
// Errors: not_found; conflict, when it is no draft, or the text is another than the one that was
// signed; invalid ("member", "role", "signed", "statement").
[[nodiscard]] base::Result<void> sign(store::Writer& writer, const record::Work& work,
                                      const record::Authority& authority, const std::string& ref,
                                      const SignatureForm& form);
// Takes a signature out of a draft. Errors: not_found; conflict.
[[nodiscard]] base::Result<void> take_signature_out(store::Writer& writer, const record::Work& work,
                                                    const std::string& ref, std::int64_t number);
// The member no longer wants to be named: also in what was published. Errors: not_found.
[[nodiscard]] base::Result<void> take_name_off(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, std::int64_t number);
// The same in every Local Account, for a member whose name is erased.
void take_names_off(store::Writer& writer, const record::Work& work, const std::string& member_ref);

}  // namespace throughline::publish::local_account
