#pragma once

// What the sources of this folder share of an account's row and node.

#include "publish/local_account/local_account.hpp"

namespace throughline::publish::local_account {

// Errors: not_found; conflict, when it is no draft.
[[nodiscard]] base::Result<Account> draft_named(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::string& ref);
void put_on_line(store::Writer& writer, const std::string& authority_id, const Account& account);
// Text or figures changed: from today on earlier signatures are on another text.
void note_change(store::Writer& writer, const record::Work& work, const std::string& ref);
// A reason in a person's words. Shape: the problem, or nothing.
[[nodiscard]] std::vector<base::Problem> reason_problems(const std::string& field,
                                                         const std::string& what,
                                                         const std::string& reason);

}  // namespace throughline::publish::local_account
