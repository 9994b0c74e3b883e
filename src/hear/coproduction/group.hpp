#pragma once

// A group that co-produces: a co-production board, a carers' forum. Its members stand without
// their names, which are kept apart, shown to few, and erased on their own; so are the answers that
// members give about themselves. Nothing is inferred: who gave no answer has none.

#include "base/date.hpp"
#include "base/result.hpp"
#include "hear/coproduction/words.hpp"
#include "hear/equality.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear::coproduction {

struct Group {
  std::string ref;  // "GROUP-2"
  std::string name;
  std::string purpose;
  std::int64_t version = 1;
  std::int64_t members = 0;  // who have not left
};

struct GroupForm {
  std::string name;
  std::string purpose;
};

struct Member {
  std::string ref;  // "MEMBER-7"
  std::string group_ref;
  std::string name;  // empty: erased, or not asked for
  Standing standing = Standing::other;
  base::Date joined;
  std::optional<base::Date> left;
  bool erased = false;
  std::int64_t version = 1;
  EqualityAnswers answers;  // only find_member() gives them
};

struct MemberForm {
  std::string name;
  std::string standing;
  std::optional<base::Date> joined;
  std::optional<base::Date> left;
  EqualityAnswers answers;  // as typed
};

// Whether names are read: only for those who keep the list.
enum class Names { kept_back, shown };

// In order of name.
[[nodiscard]] std::vector<Group> groups(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] std::optional<Group> find_group(store::Reader& reader,
                                              const std::string& authority_id,
                                              const std::string& ref);
// Errors: invalid, with every problem; a name that is taken is one.
[[nodiscard]] base::Result<Group> add_group(store::Writer& writer, const record::Work& work,
                                            const GroupForm& form);
// Errors: the same; not_found; conflict, when it has changed since `version`.
[[nodiscard]] base::Result<Group> change_group(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, std::int64_t version,
                                               const GroupForm& form);

// In the order in which they were added, those who left among them.
[[nodiscard]] std::vector<Member> members(store::Reader& reader, const std::string& authority_id,
                                          const std::string& group_ref, Names names);
[[nodiscard]] std::optional<Member> find_member(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::string& ref);
// Errors: not_found, when there is no such group; invalid, with every problem.
[[nodiscard]] base::Result<Member> add_member(store::Writer& writer, const record::Work& work,
                                              const std::string& group_ref, const MemberForm& form);
// Errors: not_found; invalid; conflict, when it changed since `version` or was erased.
[[nodiscard]] base::Result<Member> change_member(store::Writer& writer, const record::Work& work,
                                                 const std::string& ref, std::int64_t version,
                                                 const MemberForm& form);
// Erases the name and the answers for good. That somebody was a member, and when, stays.
// Errors: not_found; conflict, when it was done before.
[[nodiscard]] base::Result<void> erase_member(store::Writer& writer, const record::Work& work,
                                              const std::string& ref);

}  // namespace throughline::hear::coproduction
