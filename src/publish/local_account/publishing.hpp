#pragma once

// From a draft to what the public reads: what stands in the way, the leader's approval, publishing
// and taking it back.

#include "publish/local_account/signature.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::publish::local_account {

// What stands in the way of publishing, each with where it is put right.
struct Obstacle {
  std::string what;
  std::string href;
};
struct PublishingCheck {
  std::vector<Obstacle> obstacles;
  std::int64_t needed = 0;    // signatures
  std::int64_t standing = 0;  // on the text as it is
  bool approved = false;      // as it is
  std::string text;           // the hash of the text as it is
};
[[nodiscard]] PublishingCheck check_publishing(store::Reader& reader,
                                               const record::Authority& authority,
                                               const Account& account, base::Date today);

// The verbs. Errors of all: forbidden; not_found; conflict, when it is in no state for it.

// A leader approves the text as it stands. Errors besides: conflict, when it is another than
// `text`.
[[nodiscard]] base::Result<void> approve(store::Writer& writer, const record::Work& work,
                                         const record::Authority& authority, const std::string& ref,
                                         const std::string& text);
// Freezes and publishes it, joins the records that it rests on to it, and replaces the version
// before. Errors besides: invalid ("publish"), with what stands in the way; conflict, when the text
// is another than `text`.
[[nodiscard]] base::Result<void> publish_account(store::Writer& writer, const record::Work& work,
                                                 const record::Authority& authority,
                                                 const std::string& ref, const std::string& text);
// Takes a published or replaced version from the public; none comes back for it.
// Errors besides: invalid ("reason").
[[nodiscard]] base::Result<void> withdraw(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, const std::string& reason);

// What the public can open: the version of a year, or the one that stands when `version` is 0. Also
// one that was withdrawn, which says so and shows nothing else.
[[nodiscard]] std::optional<Account> public_account(store::Reader& reader,
                                                    const std::string& authority_id, int year,
                                                    std::int64_t version);
// All that were ever published, newest first.
[[nodiscard]] std::vector<Account> public_accounts(store::Reader& reader,
                                                   const std::string& authority_id);

}  // namespace throughline::publish::local_account
