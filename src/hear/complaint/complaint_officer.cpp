#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "record/event.hpp"
#include "record/user.hpp"

#include <algorithm>

namespace throughline::hear {

std::vector<std::pair<std::string, std::string>> officers(store::Reader& reader,
                                                          const std::string& authority_id) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& user : record::users(reader, authority_id)) {
    const bool works = user.role == record::Role::officer || user.role == record::Role::lead;
    if (user.active && works) found.emplace_back(user.ref, user.name);
  }
  return found;
}

base::Result<void> give_to_officer(store::Writer& writer, const record::Work& work,
                                   const std::string& case_ref, std::int64_t version,
                                   const std::string& officer_ref) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  const auto all = officers(writer, work.authority_id);
  const auto officer =
      std::ranges::find(all, officer_ref, &std::pair<std::string, std::string>::first);
  if (officer == all.end()) return base::refuse({{"officer", "Choose who works on it"}});
  auto changed = found->found;
  if (changed.officer_ref == officer_ref) return {};
  const auto before = changed.officer_name;
  changed.officer_ref = officer_ref;
  if (auto kept = keep_complaint(writer, work, found->complaint); !kept) return kept;
  if (auto kept = keep_case(writer, work, changed); !kept) return kept;
  record::append_event(
      writer, work, case_ref, "given to an officer",
      {{"officer", (before.empty() ? "nobody" : before) + " to " + officer->second}});
  return {};
}

}  // namespace throughline::hear
