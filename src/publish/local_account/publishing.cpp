#include "publish/local_account/publishing.hpp"

#include "base/random.hpp"
#include "hear/redaction/travel.hpp"
#include "publish/local_account/account_row.hpp"
#include "publish/report/period.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <set>

namespace throughline::publish::local_account {
namespace {

std::string page_of_chapter(const Account& account, std::string_view chapter) {
  return record::page_of(account.ref) + "/chapters/" + std::string(chapter);
}

void check_chapters(const Account& account, const Content& content, PublishingCheck& check) {
  for (const auto& each : content.chapters) {
    if (each.left_out || !each.note.empty()) continue;
    const bool is_foreword = each.chapter == to_text(Chapter::foreword);
    if (!is_foreword && !each.found.empty()) continue;
    const auto* chapter = chapter_from_text(each.chapter);
    check.obstacles.push_back({is_foreword
                                   ? "The foreword is not written yet"
                                   : "“" + std::string(title_of(*chapter)) +
                                         "” is empty. Write something, or leave it out and say why",
                               page_of_chapter(account, each.chapter)});
  }
}

// What staff called an action is printed; it may not quote what somebody told us.
void check_titles(store::Reader& reader, const record::Authority& authority, const Content& content,
                  PublishingCheck& check) {
  std::set<std::string> seen;
  for (const auto& chapter : content.chapters) {
    if (chapter.left_out) continue;
    for (const auto& group : chapter.found.groups) {
      for (const auto& story : group.stories) {
        if (record::kind_of(story.source) != record::NodeKind::action || story.title.empty() ||
            !seen.insert(story.source).second) {
          continue;
        }
        std::vector<std::string> cases;
        for (const auto& link : record::links_to(reader, authority.id, story.source)) {
          if (record::kind_of(link.from) == record::NodeKind::case_) cases.push_back(link.from);
        }
        for (const auto& problem :
             hear::problems_with_travel(reader, authority.id, cases, story.title)) {
          check.obstacles.push_back({"The name of " + story.source + " is printed. " + problem +
                                         ". Change its name, then count again",
                                     record::page_of(story.source)});
        }
      }
    }
  }
}

void check_signatures(store::Reader& reader, const record::Authority& authority,
                      const Account& account, PublishingCheck& check) {
  const auto page = record::page_of(account.ref) + "/signatures";
  const auto all = signatures(reader, authority, account);
  check.needed = signatures_needed(reader, authority.id);
  check.standing = std::ranges::count_if(all, [](const Signature& each) { return each.stands; });
  if (account.group_ref.empty()) {
    check.obstacles.push_back({"Nobody said yet which group signs it", page});
  } else if (check.standing < check.needed) {
    std::string what =
        "Too few members of the board have signed: " + std::to_string(check.standing) + " of the " +
        std::to_string(check.needed) + " that are needed";
    const auto old = static_cast<std::int64_t>(all.size()) - check.standing;
    if (old > 0) {
      what += ". " + std::to_string(old) + (old == 1 ? " signature is" : " signatures are") +
              " on an earlier text and must be asked for again";
    }
    check.obstacles.push_back({std::move(what), page});
  }
}

bool may_publish(record::Role role) {
  return role == record::Role::lead || role == record::Role::leader ||
         role == record::Role::administrator;
}

base::Error changed_since() {
  return {base::ErrorKind::conflict,
          "The text or its figures changed since you opened this page. Read it again",
          {}};
}

std::vector<PrintedSignature> printed(const std::vector<Signature>& all) {
  std::vector<PrintedSignature> found;
  for (const auto& each : all) {
    if (!each.stands) continue;
    found.push_back(
        {each.number, each.role, base::to_text(each.signed_on), each.disagrees, each.statement});
  }
  return found;
}

void join_sources(store::Writer& writer, const record::Work& work, const Account& account,
                  const Content& content) {
  std::set<std::string> refs;
  for (const auto& chapter : content.chapters) {
    if (chapter.left_out) continue;
    refs.insert(chapter.found.sources.begin(), chapter.found.sources.end());
  }
  std::vector<record::Link> links;
  for (const auto& ref : refs) {
    if (!record::find_node(writer, work.authority_id, ref)) continue;
    links.push_back({ref, record::Relation::published_in, account.ref});
  }
  if (!links.empty()) record::add_links(writer, work, links);
}

std::int64_t next_version(const std::vector<Account>& all, int year) {
  std::int64_t latest = 0;
  for (const auto& each : all) {
    if (each.year == year) latest = std::max(latest, each.version);
  }
  return latest + 1;
}

void replace_earlier(store::Writer& writer, const record::Work& work,
                     const std::vector<Account>& all, const Account& made) {
  for (const auto& each : all) {
    if (each.year != made.year || each.state != State::published) continue;
    writer.execute(
        "update local_accounts set state = 'replaced', replaced_by = $3 where authority_id = $1 "
        "and ref = $2",
        {work.authority_id, each.ref, made.ref});
    put_on_line(writer, work.authority_id,
                find_account(writer, work.authority_id, each.ref).value());
    record::append_event(writer, work, each.ref, "replaced", {{"by", made.ref}});
  }
}

}  // namespace

Content content_of(store::Reader& reader, const record::Authority& authority,
                   const Account& account) {
  const auto kept = reader.row(
      "select content, content_hash from local_accounts where authority_id = $1 and ref = $2 and "
      "content <> ''",
      {authority.id, account.ref});
  if (kept) {
    if (base::sha256_hex(kept->text(0)) != kept->text(1)) {
      throw std::runtime_error(account.ref + " in the database is not what was published");
    }
    return content_from_json(kept->text(0));
  }
  Content content;
  content.council = authority.name;
  content.year = account.year;
  content.counted_on = base::to_text(account.counted_on);
  content.what_changed = account.what_changed;
  content.board = account.group_name;
  for (auto& each : chapters_of(reader, authority.id, account.ref)) {
    content.chapters.push_back(std::move(each.text));
  }
  return content;
}

PublishingCheck check_publishing(store::Reader& reader, const record::Authority& authority,
                                 const Account& account, base::Date today) {
  PublishingCheck check;
  const auto content = content_of(reader, authority, account);
  check.text = text_hash(content);
  const auto ends = report::Period{account.year, 0}.last();
  if (today <= ends) {
    check.obstacles.push_back({"The year is not over. It can be published after " +
                                   base::to_long_text(ends) + ", once it is counted again",
                               ""});
  } else if (account.counted_on <= ends) {
    check.obstacles.push_back(
        {"It was counted before the year was over. Count it again", record::page_of(account.ref)});
  }
  check_chapters(account, content, check);
  check_titles(reader, authority, content, check);
  check_signatures(reader, authority, account, check);
  check.approved = account.approved_text == check.text;
  if (!check.approved) {
    check.obstacles.push_back(
        {account.approved_text.empty()
             ? "No leader has approved it yet"
             : "The text or its figures changed after a leader approved it. It must be approved "
               "again",
         record::page_of(account.ref) + "/publication"});
  }
  return check;
}

base::Result<void> approve(store::Writer& writer, const record::Work& work,
                           const record::Authority& authority, const std::string& ref,
                           const std::string& text) {
  if (work.actor.role != record::Role::leader) {
    return base::refuse(base::ErrorKind::forbidden, "Only a leader can approve it");
  }
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  if (text_hash(content_of(writer, authority, *draft)) != text) {
    return tl::make_unexpected(changed_since());
  }
  writer.execute(
      "update local_accounts set approved_text = $3, approved_at = $4, approved_by = $5 where "
      "authority_id = $1 and ref = $2",
      {work.authority_id, ref, text, base::to_text(work.now), work.actor.name});
  record::append_event(writer, work, ref, "approved", {{"text", text}});
  return {};
}

base::Result<void> publish_account(store::Writer& writer, const record::Work& work,
                                   const record::Authority& authority, const std::string& ref,
                                   const std::string& text) {
  if (!may_publish(work.actor.role)) {
    return base::refuse(base::ErrorKind::forbidden, "Only a lead or a leader can publish it");
  }
  const auto draft = draft_named(writer, work.authority_id, ref);
  if (!draft) return tl::make_unexpected(draft.error());
  const auto check = check_publishing(writer, authority, *draft, work.today());
  if (check.text != text) return tl::make_unexpected(changed_since());
  std::vector<base::Problem> problems;
  for (const auto& each : check.obstacles) problems.push_back({"publish", each.what});
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto all = accounts(writer, work.authority_id);
  auto content = content_of(writer, authority, *draft);
  content.version = next_version(all, draft->year);
  content.published = base::to_text(work.today());
  content.signatures = printed(signatures(writer, authority, *draft));
  const auto json = to_json(content);
  const auto hash = base::sha256_hex(json);
  writer.execute(
      "update local_accounts set state = 'published', version = $3, content = $4, content_hash = "
      "$5, published_at = $6, published_by = $7 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, content.version, json, hash, base::to_text(work.now),
       work.actor.name});
  const auto made = find_account(writer, work.authority_id, ref).value();
  put_on_line(writer, work.authority_id, made);
  join_sources(writer, work, made, content);
  replace_earlier(writer, work, all, made);
  record::append_event(writer, work, ref, "published",
                       {{"year", year_name(made.year)},
                        {"version", std::to_string(made.version)},
                        {"signatures", std::to_string(check.standing)},
                        {"hash", hash}});
  return {};
}

base::Result<void> withdraw(store::Writer& writer, const record::Work& work, const std::string& ref,
                            const std::string& reason) {
  const auto found = find_account(writer, work.authority_id, ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such Local Account");
  if (found->state != State::published && found->state != State::replaced) {
    return base::refuse(base::ErrorKind::conflict, "The public does not see this version");
  }
  auto problems = reason_problems("reason", "why it is withdrawn", reason);
  hear::check_travel(writer, work.authority_id, {}, "reason", reason, problems);
  if (!problems.empty()) return base::refuse(std::move(problems));
  const std::string why(text::trimmed(reason));
  writer.execute(
      "update local_accounts set state = 'withdrawn', ended_at = $3, ended_by = $4, ended_because "
      "= $5 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, base::to_text(work.now), work.actor.name, why});
  put_on_line(writer, work.authority_id, find_account(writer, work.authority_id, ref).value());
  record::append_event(writer, work, ref, "withdrawn", {}, why);
  return {};
}

std::vector<Account> public_accounts(store::Reader& reader, const std::string& authority_id) {
  auto all = accounts(reader, authority_id);
  std::erase_if(all, [](const Account& each) { return each.version == 0; });
  return all;
}

std::optional<Account> public_account(store::Reader& reader, const std::string& authority_id,
                                      int year, std::int64_t version) {
  std::optional<Account> latest;
  for (auto& each : public_accounts(reader, authority_id)) {
    if (each.year != year) continue;
    if (version != 0 ? each.version == version : each.state == State::published) {
      return std::move(each);
    }
    // Newest first: what the address of the year says when nothing stands.
    if (version == 0 && !latest) latest = std::move(each);
  }
  return latest;
}

}  // namespace throughline::publish::local_account
