#include "web/publish/local_account/open_links.hpp"

namespace throughline::web::local_accounts {
namespace {

// Of a list ("/cases?from=...") or of one record of it ("/actions/ACTION-3").
bool may_open(const Call& call, const std::string& href) {
  const auto path = href.substr(0, href.find('?'));
  if (call.may("GET", path)) return true;
  const auto list = path.substr(0, path.rfind('/'));
  for (const char* last : {"/{ref}", "/{period}"}) {
    if (call.may("GET", list + last)) return true;
  }
  return false;
}

}  // namespace

void keep_open_links(AccountChapterView& chapter, const Call& call) {
  const auto keep = [&](std::string& href) {
    if (!href.empty() && !may_open(call, href)) href.clear();
  };
  for (auto& table : chapter.tables) {
    keep(table.href);
    for (auto& row : table.rows) keep(row.href);
  }
  for (auto& group : chapter.groups) {
    for (auto& story : group.stories) keep(story.href);
  }
}

}  // namespace throughline::web::local_accounts
