#pragma once

// A Local Account as a file: HTML of its own, PDF, Word, and its figures as CSV.

#include "base/result.hpp"
#include "publish/local_account/content.hpp"
#include "web/paper_for.hpp"

#include <string>
#include <utility>
#include <vector>

namespace throughline::web {

struct AccountFile {
  std::string content;
  std::string type;
  std::string name;  // "local-account-2025-26.pdf"
};
// The file of one ending: html, pdf, docx or csv. `names` by the number of the signature.
// Errors: not_found, for any other ending; unsupported, when it cannot be made on this server.
[[nodiscard]] base::Result<AccountFile> account_file(
    const publish::local_account::Content& content,
    const std::vector<std::pair<std::int64_t, std::string>>& names, const std::string& ending);

}  // namespace throughline::web
