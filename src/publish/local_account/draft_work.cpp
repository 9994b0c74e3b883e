#include "formats/encoding.hpp"
#include "formats/markdown.hpp"
#include "hear/case.hpp"
#include "hear/coproduction/group.hpp"
#include "hear/redaction/travel.hpp"
#include "publish/local_account/account_row.hpp"
#include "publish/local_account/chapters.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::publish::local_account {
namespace {

std::string without_returns(const std::string& typed) {
  std::string text;
  for (const char c : typed) {
    if (c != '\r') text += c;
  }
  return std::string(text::trimmed(text));
}

std::vector<base::Problem> problems_of(store::Reader& reader, const record::Work& work,
                                       const ChapterForm& form) {
  std::vector<base::Problem> problems;
  if (!formats::is_utf8(form.note) || form.note.find('\0') != std::string::npos ||
      hear::characters(form.note) > most_note_characters) {
    problems.push_back({"note", "Your words must be 10,000 characters or fewer"});
  } else {
    const auto read = formats::read_markdown(form.note);
    if (!read) {
      problems.push_back({"note", read.error().message});
    } else if (!read->headings.empty()) {
      problems.push_back({"note",
                          "Leave out headings: the chapter has its own. For emphasis put "
                          "words between two asterisks"});
    }
    // Anyone may read it.
    hear::check_travel(reader, work.authority_id, {}, "note", form.note, problems);
  }
  if (form.left_out) {
    for (auto& each :
         reason_problems("why_left_out", "why the chapter is left out", form.why_left_out)) {
      problems.push_back(std::move(each));
    }
  }
  return problems;
}

// Gives the chapters whose figures changed.
std::vector<std::string> count_chapters(store::Writer& writer, const record::Work& work,
                                        const record::Authority& authority,
                                        const Account& account) {
  const auto counting = counting_of(writer, authority, account.year, work.today());
  std::vector<std::string> changed;
  for (const auto chapter : all_chapters) {
    const std::string key(to_text(chapter));
    const auto figures = to_json(found_for(chapter, counting));
    const auto rows = writer.execute(
        "update local_account_chapters set figures = $4 where authority_id = $1 and account_ref = "
        "$2 and chapter = $3 and figures <> $4",
        {work.authority_id, account.ref, key, figures});
    if (rows > 0) changed.push_back(key);
  }
  writer.execute("update local_accounts set counted_on = $3 where authority_id = $1 and ref = $2",
                 {work.authority_id, account.ref, base::to_text(work.today())});
  return changed;
}

void insert_chapter(store::Writer& writer, const record::Work& work, const std::string& ref,
                    const ChapterText& text) {
  writer.execute(
      "insert into local_account_chapters (authority_id, account_ref, chapter, figures, note, "
      "left_out, why_left_out, version, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7, 1, "
      "'', '')",
      {work.authority_id, ref, text.chapter, to_json(text.found), text.note,
       std::int64_t{text.left_out ? 1 : 0}, text.why_left_out});
}

// A draft with its chapters, counted as at today.
Account make_draft(store::Writer& writer, const record::Work& work,
                   const record::Authority& authority, const Account& wanted,
                   const std::vector<WrittenChapter>& words) {
  const auto ref = record::next_ref(writer, work, record::NodeKind::local_account);
  const auto today = base::to_text(work.today());
  writer.execute(
      "insert into local_accounts (authority_id, ref, number, year, version, state, corrects, "
      "what_changed, group_ref, counted_on, changed_on, approved_text, approved_at, approved_by, "
      "content, content_hash, published_at, published_by, replaced_by, ended_at, ended_by, "
      "ended_because, begun_at, begun_by) values ($1, $2, $3, $4, 0, 'draft', $5, $6, $7, $8, $8, "
      "'', '', '', '', '', '', '', '', '', '', '', $9, $10)",
      {work.authority_id, ref, std::stoll(ref.substr(ref.find('-') + 1)), std::int64_t{wanted.year},
       wanted.corrects, wanted.what_changed, wanted.group_ref, today, base::to_text(work.now),
       work.actor.name});
  for (const auto chapter : all_chapters) {
    ChapterText text;
    text.chapter = to_text(chapter);
    const auto before = std::ranges::find(words, chapter, &WrittenChapter::chapter);
    if (before != words.end()) {
      text.note = before->text.note;
      text.left_out = before->text.left_out;
      text.why_left_out = before->text.why_left_out;
    }
    insert_chapter(writer, work, ref, text);
  }
  auto made = find_account(writer, work.authority_id, ref).value();
  count_chapters(writer, work, authority, made);
  put_on_line(writer, work.authority_id, made);
  return made;
}

bool any_of_year(const std::vector<Account>& all, int year, State state) {
  return std::ranges::any_of(
      all, [&](const Account& each) { return each.year == year && each.state == state; });
}

}  // namespace

base::Result<Account> begin_account(store::Writer& writer, const record::Work& work,
                                    const record::Authority& authority, int year) {
  const auto years = years_to_report(writer, work.authority_id, work.today());
  const auto all = accounts(writer, work.authority_id);
  if (std::ranges::find(years, year) == years.end()) {
    return base::refuse({{"year", "Choose a year"}});
  }
  if (any_of_year(all, year, State::draft)) {
    return base::refuse({{"year", "There is a draft for this year already. Go on with that one"}});
  }
  if (any_of_year(all, year, State::published)) {
    return base::refuse(
        {{"year", "This year’s is published. Open it, and begin a correction there"}});
  }
  Account wanted;
  wanted.year = year;
  auto made = make_draft(writer, work, authority, wanted, {});
  record::append_event(writer, work, made.ref, "begun", {{"year", year_name(year)}});
  return made;
}

base::Result<Account> begin_correction(store::Writer& writer, const record::Work& work,
                                       const record::Authority& authority, const std::string& ref,
                                       const std::string& what_changed) {
  const auto before = find_account(writer, work.authority_id, ref);
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no such Local Account");
  if (before->state != State::published) {
    return base::refuse(base::ErrorKind::conflict,
                        "Only the version that the public sees can be corrected");
  }
  if (any_of_year(accounts(writer, work.authority_id), before->year, State::draft)) {
    return base::refuse(base::ErrorKind::conflict,
                        "There is a draft for this year already. Go on with that one");
  }
  auto problems = reason_problems("what_changed", "what the new version corrects", what_changed);
  hear::check_travel(writer, work.authority_id, {}, "what_changed", what_changed, problems);
  if (!problems.empty()) return base::refuse(std::move(problems));
  Account wanted;
  wanted.year = before->year;
  wanted.corrects = before->ref;
  wanted.what_changed = without_returns(what_changed);
  wanted.group_ref = before->group_ref;
  auto made =
      make_draft(writer, work, authority, wanted, chapters_of(writer, work.authority_id, ref));
  record::append_event(writer, work, made.ref, "correction begun", {{"corrects", ref}});
  return made;
}

base::Result<void> count_again(store::Writer& writer, const record::Work& work,
                               const record::Authority& authority, const std::string& ref) {
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  const auto changed = count_chapters(writer, work, authority, *draft);
  record::Details details{{"as at", base::to_text(work.today())}};
  if (!changed.empty()) {
    note_change(writer, work, ref);
    std::string names;
    for (const auto& each : changed) names += (names.empty() ? "" : ", ") + each;
    details.emplace_back("changed", names);
  }
  put_on_line(writer, work.authority_id, find_account(writer, work.authority_id, ref).value());
  record::append_event(writer, work, ref, "counted again", details);
  return {};
}

base::Result<void> write_chapter(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, Chapter chapter, std::int64_t version,
                                 const ChapterForm& form) {
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  if (auto problems = problems_of(writer, work, form); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const std::string key(to_text(chapter));
  const auto before = find_chapter(writer, work.authority_id, ref, chapter).value();
  if (before.version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        before.saved_by +
                            " saved this chapter while you had it open. Nothing of "
                            "yours is lost: both stand below. Put them together, "
                            "then save");
  }
  const auto note = without_returns(form.note);
  const auto why = form.left_out ? without_returns(form.why_left_out) : std::string();
  writer.execute(
      "update local_account_chapters set note = $4, left_out = $5, why_left_out = $6, version = "
      "version + 1, saved_at = $7, saved_by = $8 where authority_id = $1 and account_ref = $2 and "
      "chapter = $3",
      {work.authority_id, ref, key, note, std::int64_t{form.left_out ? 1 : 0}, why,
       base::to_text(work.now), work.actor.name});
  writer.execute(
      "insert into local_account_notes (authority_id, account_ref, chapter, version, note, "
      "left_out, why_left_out, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {work.authority_id, ref, key, version + 1, note, std::int64_t{form.left_out ? 1 : 0}, why,
       base::to_text(work.now), work.actor.name});
  if (before.text.note != note || before.text.left_out != form.left_out ||
      before.text.why_left_out != why) {
    note_change(writer, work, ref);
  }
  record::append_event(
      writer, work, ref, form.left_out ? "chapter left out" : "chapter written",
      {{"chapter", std::string(title_of(chapter))}, {"version", std::to_string(version + 1)}});
  return {};
}

base::Result<void> choose_board(store::Writer& writer, const record::Work& work,
                                const std::string& ref, const std::string& group_ref) {
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  if (!hear::coproduction::find_group(writer, work.authority_id, group_ref)) {
    return base::refuse({{"group", "Choose the group that signs"}});
  }
  if (draft->group_ref == group_ref) return {};
  writer.execute("update local_accounts set group_ref = $3 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref, group_ref});
  record::append_event(writer, work, ref, "board chosen", {{"group", group_ref}});
  return {};
}

base::Result<void> give_up(store::Writer& writer, const record::Work& work, const std::string& ref,
                           const std::string& reason) {
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  if (auto problems = reason_problems("reason", "why it is given up", reason); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  writer.execute(
      "update local_accounts set state = 'given_up', ended_at = $3, ended_by = $4, ended_because = "
      "$5 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, base::to_text(work.now), work.actor.name, without_returns(reason)});
  put_on_line(writer, work.authority_id, find_account(writer, work.authority_id, ref).value());
  record::append_event(writer, work, ref, "given up", {}, without_returns(reason));
  return {};
}

}  // namespace throughline::publish::local_account
