#include "publish/local_account/signature.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/coproduction/group.hpp"
#include "publish/local_account/account_row.hpp"
#include "record/event.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <set>

namespace throughline::publish::local_account {
namespace {

namespace co = hear::coproduction;

bool readable(const std::string& text, std::size_t most) {
  return formats::is_utf8(text) && text.find('\0') == std::string::npos &&
         hear::characters(text) <= most;
}

// As it was given, but for the way in which browsers end lines.
std::string unaltered(const std::string& typed) {
  std::string text;
  for (const char c : typed) {
    if (c != '\r') text += c;
  }
  return text;
}

std::vector<base::Problem> problems_of(const SignatureForm& form, const Account& draft,
                                       const std::optional<co::Member>& member, base::Date today) {
  std::vector<base::Problem> problems;
  if (!member || member->group_ref != draft.group_ref || member->erased) {
    problems.push_back({"member", "Choose who signed"});
  }
  if (text::trimmed(form.role).empty() || !readable(form.role, most_role_characters) ||
      form.role.find('\n') != std::string::npos) {
    problems.push_back(
        {"role", "Enter what they are on the board, in 100 characters or fewer, on one line"});
  }
  if (!form.signed_on) {
    problems.push_back({"signed", "Enter the day on which they signed"});
  } else if (*form.signed_on > today) {
    problems.push_back({"signed", "The day on which they signed must be today or in the past"});
  } else if (*form.signed_on < draft.changed_on) {
    problems.push_back({"signed", "The text last changed on " +
                                      base::to_long_text(draft.changed_on) +
                                      ". A signature from before that day is on another text. Show "
                                      "them this one, and ask again"});
  } else if (member && (*form.signed_on < member->joined ||
                        (member->left && *form.signed_on > *member->left))) {
    problems.push_back({"signed", "They were not a member of the group on that day"});
  }
  if (!readable(form.statement, most_statement_characters)) {
    problems.push_back({"statement", "Their statement must be 5,000 characters or fewer"});
  } else if (form.disagrees && text::trimmed(form.statement).empty()) {
    problems.push_back({"statement", "Enter where they disagree, in their words"});
  }
  return problems;
}

std::int64_t number_for(store::Writer& writer, const record::Work& work, const std::string& ref,
                        const std::string& member_ref) {
  const auto before = writer.row(
      "select number from local_account_signatures where authority_id = $1 and account_ref = $2 "
      "and "
      "member_ref = $3",
      {work.authority_id, ref, member_ref});
  if (before) return before->integer(0);
  return 1 + writer.number(
                 "select coalesce(max(number), 0) from local_account_signatures where authority_id "
                 "= $1 and account_ref = $2",
                 {work.authority_id, ref});
}

void remove_name(store::Writer& writer, const std::string& authority_id, const std::string& ref,
                 std::int64_t number) {
  writer.execute(
      "delete from local_account_names where authority_id = $1 and account_ref = $2 and number = "
      "$3",
      {authority_id, ref, number});
}

void keep(store::Writer& writer, const record::Work& work, const std::string& ref,
          std::int64_t number, const SignatureForm& form, const std::string& name) {
  const store::Values key{work.authority_id, ref, number};
  writer.execute(
      "delete from local_account_signatures where authority_id = $1 and account_ref = $2 and "
      "number "
      "= $3",
      key);
  remove_name(writer, work.authority_id, ref, number);
  writer.execute(
      "insert into local_account_signatures (authority_id, account_ref, number, member_ref, role, "
      "signed_on, named, disagrees, statement, signed_text, recorded_at, recorded_by) values ($1, "
      "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      {work.authority_id, ref, number, form.member_ref, text::tidied(form.role),
       base::to_text(*form.signed_on), std::int64_t{form.named ? 1 : 0},
       std::int64_t{form.disagrees ? 1 : 0}, unaltered(form.statement), form.text,
       base::to_text(work.now), work.actor.name});
  if (!form.named || name.empty()) return;
  writer.execute(
      "insert into local_account_names (authority_id, account_ref, number, name) values ($1, $2, "
      "$3, $4)",
      {work.authority_id, ref, number, name});
}

// The chapters that were written or counted anew after a moment of the history.
std::vector<std::string> changed_after(const std::vector<record::Event>& history,
                                       const std::string& member_ref) {
  std::set<Chapter> changed;
  bool after = false;
  for (const auto& event : history) {
    const auto said = [&](std::string_view name) {
      const auto found =
          std::ranges::find(event.details, name, &record::Details::value_type::first);
      return found == event.details.end() ? std::string() : found->second;
    };
    if (event.verb == "signed" && said("member") == member_ref) {
      changed.clear();
      after = true;
    }
    if (!after) continue;
    for (const auto chapter : all_chapters) {
      const bool written = said("chapter") == title_of(chapter);
      const bool recounted =
          (", " + said("changed") + ",").find(", " + std::string(to_text(chapter)) + ",") !=
          std::string::npos;
      if (written || recounted) changed.insert(chapter);
    }
  }
  std::vector<std::string> titles;
  for (const auto chapter : changed) titles.emplace_back(title_of(chapter));
  return titles;
}

}  // namespace

std::vector<Signatory> signatories(store::Reader& reader, const std::string& authority_id,
                                   const Account& account) {
  std::vector<Signatory> found;
  for (const auto& each : co::members(reader, authority_id, account.group_ref, co::Names::shown)) {
    if (each.left || each.erased) continue;
    found.push_back({each.ref, each.name, std::string(co::label(each.standing))});
  }
  return found;
}

std::vector<Signature> signatures(store::Reader& reader, const record::Authority& authority,
                                  const Account& account) {
  const auto text = account.state == State::draft
                        ? text_hash(content_of(reader, authority, account))
                        : account.approved_text;
  std::vector<Signature> found;
  reader.for_each(
      "select s.number, s.member_ref, s.role, s.signed_on, s.named, coalesce(n.name, ''), "
      "s.disagrees, s.statement, s.signed_text, coalesce(m.group_ref, ''), s.recorded_by from "
      "local_account_signatures s left join local_account_names n on n.authority_id = "
      "s.authority_id and n.account_ref = s.account_ref and n.number = s.number left join "
      "coproduction_members m on m.authority_id = s.authority_id and m.ref = s.member_ref where "
      "s.authority_id = $1 and s.account_ref = $2 order by s.number",
      {authority.id, account.ref}, [&](const store::Row& row) {
        Signature read;
        read.number = row.integer(0);
        read.member_ref = row.text(1);
        read.role = row.text(2);
        read.signed_on = base::date_from_text(row.text(3)).value();
        read.named = row.integer(4) != 0;
        read.name = row.text(5);
        read.disagrees = row.integer(6) != 0;
        read.statement = row.text(7);
        read.stands = row.text(8) == text && row.text(9) == account.group_ref;
        read.recorded_by = row.text(10);
        found.push_back(std::move(read));
      });
  if (std::ranges::all_of(found, &Signature::stands)) return found;
  const auto history = record::history(reader, authority.id, account.ref);
  for (auto& each : found) {
    if (!each.stands) each.changed_since = changed_after(history, each.member_ref);
  }
  return found;
}

std::vector<std::pair<std::int64_t, std::string>> printed_names(store::Reader& reader,
                                                                const std::string& authority_id,
                                                                const std::string& account_ref) {
  std::vector<std::pair<std::int64_t, std::string>> names;
  reader.for_each(
      "select number, name from local_account_names where authority_id = $1 and account_ref = $2 "
      "order by number",
      {authority_id, account_ref},
      [&](const store::Row& row) { names.emplace_back(row.integer(0), row.text(1)); });
  return names;
}

base::Result<void> sign(store::Writer& writer, const record::Work& work,
                        const record::Authority& authority, const std::string& ref,
                        const SignatureForm& form) {
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  if (draft->group_ref.empty()) return base::refuse({{"member", "Choose the board first"}});
  const auto member = co::find_member(writer, work.authority_id, form.member_ref);
  if (auto problems = problems_of(form, *draft, member, work.today()); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (text_hash(content_of(writer, authority, *draft)) != form.text) {
    return base::refuse(base::ErrorKind::conflict,
                        "The text or its figures changed since you opened this page. Show them the "
                        "text as it is now, and ask again");
  }
  const auto number = number_for(writer, work, ref, form.member_ref);
  keep(writer, work, ref, number, form, member->name);
  record::append_event(writer, work, ref, "signed",
                       {{"signature", std::to_string(number)},
                        {"member", form.member_ref},
                        {"on", base::to_text(*form.signed_on)},
                        {"name printed", form.named ? "yes" : "no"},
                        {"disagrees in part", form.disagrees ? "yes" : "no"},
                        {"text", form.text}});
  return {};
}

base::Result<void> take_signature_out(store::Writer& writer, const record::Work& work,
                                      const std::string& ref, std::int64_t number) {
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  remove_name(writer, work.authority_id, ref, number);
  const auto rows = writer.execute(
      "delete from local_account_signatures where authority_id = $1 and account_ref = $2 and "
      "number "
      "= $3",
      {work.authority_id, ref, number});
  if (rows == 0) return base::refuse(base::ErrorKind::not_found, "There is no such signature");
  record::append_event(writer, work, ref, "signature taken out",
                       {{"signature", std::to_string(number)}});
  return {};
}

base::Result<void> take_name_off(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, std::int64_t number) {
  const auto rows = writer.execute(
      "update local_account_signatures set named = 0 where authority_id = $1 and account_ref = $2 "
      "and number = $3",
      {work.authority_id, ref, number});
  if (rows == 0) return base::refuse(base::ErrorKind::not_found, "There is no such signature");
  remove_name(writer, work.authority_id, ref, number);
  record::append_event(writer, work, ref, "name taken off",
                       {{"signature", std::to_string(number)}});
  return {};
}

void take_names_off(store::Writer& writer, const record::Work& work,
                    const std::string& member_ref) {
  for (const auto& row : writer.rows(
           "select account_ref, number from local_account_signatures where authority_id = $1 and "
           "member_ref = $2 and named = 1 order by account_ref",
           {work.authority_id, member_ref})) {
    const auto done = take_name_off(writer, work, row.text(0), row.integer(1));
    if (!done) throw std::logic_error("a signature that was just read is gone");
  }
}

}  // namespace throughline::publish::local_account
