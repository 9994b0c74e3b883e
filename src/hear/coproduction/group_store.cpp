#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/coproduction/checks.hpp"
#include "hear/coproduction/group.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

namespace throughline::hear::coproduction {
namespace {

constexpr std::string_view group_columns =
    "g.ref, g.name, g.purpose, g.version, (select count(*) from coproduction_members m where "
    "m.authority_id = g.authority_id and m.group_ref = g.ref and m.left_on = '') from "
    "coproduction_groups g where g.authority_id = $1";

Group group_of(const store::Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4)};
}

constexpr std::string_view member_columns =
    "m.ref, m.group_ref, coalesce(n.name, ''), m.standing, m.joined, m.left_on, m.erased_at, "
    "m.version from coproduction_members m left join coproduction_names n on n.authority_id = "
    "m.authority_id and n.member_ref = m.ref where m.authority_id = $1";

Member member_of(const store::Row& row, Names names) {
  Member found;
  found.ref = row.text(0);
  found.group_ref = row.text(1);
  if (names == Names::shown) found.name = row.text(2);
  found.standing = standing_from_text(row.text(3)).value_or(Standing::other);
  found.joined = base::date_from_text(row.text(4)).value();
  if (!row.text(5).empty()) found.left = base::date_from_text(row.text(5)).value();
  found.erased = !row.text(6).empty();
  found.version = row.integer(7);
  return found;
}

std::vector<base::Problem> problems_of(store::Reader& reader, const record::Work& work,
                                       const GroupForm& form, const std::string& ref) {
  std::vector<base::Problem> problems;
  check_words(reader, work.authority_id, problems, "name", form.name, 100,
              "Enter the name of the group");
  check_words(reader, work.authority_id, problems, "purpose", form.purpose, 2'000,
              "Enter what the group is for");
  if (problems.empty() &&
      reader.row("select ref from coproduction_groups where authority_id = $1 and lower(name) = "
                 "lower($2) and ref <> $3",
                 {work.authority_id, text::tidied(form.name), ref})) {
    problems.push_back({"name", "There is a group of this name already"});
  }
  return problems;
}

std::vector<base::Problem> problems_of(const MemberForm& form, base::Date today, bool erased) {
  std::vector<base::Problem> problems;
  if (text::trimmed(form.name).empty() && !erased) {
    problems.push_back({"name", "Enter the member’s name"});
  } else if (!formats::is_utf8(form.name) || characters(form.name) > 100) {
    problems.push_back({"name", "The name must be 100 characters or fewer"});
  } else if (erased && !text::trimmed(form.name).empty()) {
    problems.push_back({"name", "The name was erased for good. Leave this empty"});
  }
  if (!standing_from_text(form.standing)) {
    problems.push_back({"standing", "Choose who they are to care"});
  }
  if (!form.joined) {
    problems.push_back({"joined", "Enter the day on which they joined"});
  } else if (*form.joined > today) {
    problems.push_back({"joined", "The day on which they joined cannot be in the future"});
  }
  if (form.left && form.joined && *form.left < *form.joined) {
    problems.push_back({"left", "They cannot have left before they joined"});
  }
  if (form.left && *form.left > today) {
    problems.push_back({"left", "The day on which they left cannot be in the future"});
  }
  if (erased && !form.answers.empty()) {
    problems.push_back({form.answers.front().first, "The answers were erased for good"});
  }
  if (const auto answers = equality_answers(form.answers); !answers) {
    problems.insert(problems.end(), answers.error().problems.begin(),
                    answers.error().problems.end());
  }
  return problems;
}

void keep_private(store::Writer& writer, const record::Work& work, const std::string& ref,
                  const MemberForm& form) {
  writer.execute("delete from coproduction_names where authority_id = $1 and member_ref = $2",
                 {work.authority_id, ref});
  writer.execute("delete from coproduction_answers where authority_id = $1 and member_ref = $2",
                 {work.authority_id, ref});
  if (const auto name = text::tidied(form.name); !name.empty()) {
    writer.execute(
        "insert into coproduction_names (authority_id, member_ref, name) values ($1, $2, $3)",
        {work.authority_id, ref, name});
  }
  const auto answers = equality_answers(form.answers).value();
  for (const auto& [question, answer] : answers) {
    writer.execute(
        "insert into coproduction_answers (authority_id, member_ref, question, answer) values "
        "($1, $2, $3, $4)",
        {work.authority_id, ref, question, answer});
  }
}

}  // namespace

std::vector<Group> groups(store::Reader& reader, const std::string& authority_id) {
  std::vector<Group> found;
  for (const auto& row :
       reader.rows("select " + std::string(group_columns) + " order by lower(g.name), g.number",
                   {authority_id})) {
    found.push_back(group_of(row));
  }
  return found;
}

std::optional<Group> find_group(store::Reader& reader, const std::string& authority_id,
                                const std::string& ref) {
  const auto row =
      reader.row("select " + std::string(group_columns) + " and g.ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  return group_of(*row);
}

base::Result<Group> add_group(store::Writer& writer, const record::Work& work,
                              const GroupForm& form) {
  if (auto problems = problems_of(writer, work, form, ""); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto number = record::next_numbers(writer, work.authority_id, "GROUP", 1);
  const auto ref = "GROUP-" + std::to_string(number);
  writer.execute(
      "insert into coproduction_groups (authority_id, ref, number, name, purpose, version, "
      "added_at, added_by) values ($1, $2, $3, $4, $5, 1, $6, $7)",
      {work.authority_id, ref, number, text::tidied(form.name),
       std::string(text::trimmed(form.purpose)), base::to_text(work.now), work.actor.name});
  record::append_event(writer, work, ref, "added");
  return *find_group(writer, work.authority_id, ref);
}

base::Result<Group> change_group(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, std::int64_t version,
                                 const GroupForm& form) {
  const auto before = find_group(writer, work.authority_id, ref);
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no such group");
  if (auto problems = problems_of(writer, work, form, ref); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (before->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else changed this group while you were writing");
  }
  writer.execute(
      "update coproduction_groups set name = $3, purpose = $4, version = version + 1 where "
      "authority_id = $1 and ref = $2",
      {work.authority_id, ref, text::tidied(form.name), std::string(text::trimmed(form.purpose))});
  record::append_event(writer, work, ref, "changed");
  return *find_group(writer, work.authority_id, ref);
}

std::vector<Member> members(store::Reader& reader, const std::string& authority_id,
                            const std::string& group_ref, Names names) {
  std::vector<Member> found;
  for (const auto& row : reader.rows(
           "select " + std::string(member_columns) + " and m.group_ref = $2 order by m.number",
           {authority_id, group_ref})) {
    found.push_back(member_of(row, names));
  }
  return found;
}

std::optional<Member> find_member(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref) {
  const auto row =
      reader.row("select " + std::string(member_columns) + " and m.ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  auto found = member_of(*row, Names::shown);
  for (const auto& answer :
       reader.rows("select question, answer from coproduction_answers where authority_id = $1 and "
                   "member_ref = $2 order by question",
                   {authority_id, ref})) {
    found.answers.emplace_back(answer.text(0), answer.text(1));
  }
  return found;
}

base::Result<Member> add_member(store::Writer& writer, const record::Work& work,
                                const std::string& group_ref, const MemberForm& form) {
  if (!find_group(writer, work.authority_id, group_ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such group");
  }
  if (auto problems = problems_of(form, work.today(), false); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto number = record::next_numbers(writer, work.authority_id, "MEMBER", 1);
  const auto ref = "MEMBER-" + std::to_string(number);
  writer.execute(
      "insert into coproduction_members (authority_id, ref, number, group_ref, standing, joined, "
      "left_on, erased_at, version) values ($1, $2, $3, $4, $5, $6, $7, '', 1)",
      {work.authority_id, ref, number, group_ref, form.standing, base::to_text(*form.joined),
       form.left ? base::to_text(*form.left) : ""});
  keep_private(writer, work, ref, form);
  record::append_event(writer, work, group_ref, "member added", {{"member", ref}});
  return *find_member(writer, work.authority_id, ref);
}

base::Result<Member> change_member(store::Writer& writer, const record::Work& work,
                                   const std::string& ref, std::int64_t version,
                                   const MemberForm& form) {
  const auto before = find_member(writer, work.authority_id, ref);
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no such member");
  if (auto problems = problems_of(form, work.today(), before->erased); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (before->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else changed this member while you were writing");
  }
  writer.execute(
      "update coproduction_members set standing = $3, joined = $4, left_on = $5, version = version "
      "+ 1 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, form.standing, base::to_text(*form.joined),
       form.left ? base::to_text(*form.left) : ""});
  keep_private(writer, work, ref, form);
  record::Details details{{"member", ref}};
  if (form.left && !before->left) details.emplace_back("left", base::to_text(*form.left));
  record::append_event(writer, work, before->group_ref, "member changed", details);
  return *find_member(writer, work.authority_id, ref);
}

base::Result<void> erase_member(store::Writer& writer, const record::Work& work,
                                const std::string& ref) {
  const auto before = find_member(writer, work.authority_id, ref);
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no such member");
  if (before->erased) {
    return base::refuse(base::ErrorKind::conflict, "This member’s name was erased already");
  }
  keep_private(writer, work, ref, {});
  writer.execute(
      "update coproduction_members set erased_at = $3, version = version + 1 where authority_id = "
      "$1 and ref = $2",
      {work.authority_id, ref, base::to_text(work.now)});
  record::append_event(writer, work, before->group_ref, "member erased", {{"member", ref}});
  return {};
}

}  // namespace throughline::hear::coproduction
