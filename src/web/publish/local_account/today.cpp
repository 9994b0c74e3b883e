#include "web/publish/local_account/today.hpp"

#include "publish/local_account/publishing.hpp"
#include "record/line.hpp"
#include "web/call.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

namespace account = publish::local_account;

void add_tasks_of(const Call& call, store::Reader& reader, const account::Account& draft,
                  std::vector<TaskView>& tasks) {
  const auto page = record::page_of(draft.ref);
  const auto all = account::signatures(reader, call.authority, draft);
  const auto standing =
      std::ranges::count_if(all, [](const account::Signature& each) { return each.stands; });
  const auto old = static_cast<std::int64_t>(all.size()) - standing;
  if (old > 0 && call.may("POST", "/local-accounts/{ref}/signatures")) {
    tasks.push_back({std::to_string(old) + (old == 1 ? " signature" : " signatures") + " of the " +
                         draft.title() + " to ask for again",
                     page + "/signatures", "The text or its figures changed since", ""});
  }
  if (standing < account::signatures_needed(reader, call.authority.id)) return;
  const auto text = account::text_hash(account::content_of(reader, call.authority, draft));
  if (draft.approved_text != text && call.may("POST", "/local-accounts/{ref}/approval")) {
    tasks.push_back({draft.title() + " waits for your approval", page + "/publication",
                     "The board has signed it", ""});
  } else if (draft.approved_text == text && call.may("POST", "/local-accounts/{ref}/publication")) {
    tasks.push_back({draft.title() + " is signed and approved", page + "/publication",
                     "It is not published yet", ""});
  }
}

}  // namespace

void add_local_account_tasks(const Call& call, store::Reader& reader,
                             std::vector<TaskView>& tasks) {
  if (!call.may("GET", "/local-accounts/{ref}/publication")) return;
  for (const auto& each : account::accounts(reader, call.authority.id)) {
    if (each.state == account::State::draft) add_tasks_of(call, reader, each, tasks);
  }
}

}  // namespace throughline::web
