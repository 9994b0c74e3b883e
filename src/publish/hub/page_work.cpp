#include "base/digits.hpp"
#include "base/random.hpp"
#include "publish/hub/page_problems.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

namespace throughline::publish::hub {
namespace {

tl::unexpected<base::Error> no_page() {
  return base::refuse(base::ErrorKind::not_found, "There is no such page");
}
tl::unexpected<base::Error> changed_since() {
  return base::refuse(base::ErrorKind::conflict,
                      "Someone changed this page while you had it open. Copy your text, then open "
                      "the page again");
}

std::string free_slug(store::Reader& reader, const std::string& authority_id,
                      const std::string& title) {
  const auto wanted = slug_from(title);
  auto slug = wanted;
  for (int number = 2; any_page(reader, authority_id, slug); ++number) {
    slug = wanted + "-" + std::to_string(number);
  }
  return slug;
}

void add_version(store::Writer& writer, const record::Work& work, const std::string& page_ref,
                 std::int64_t number, const PageForm& form) {
  writer.execute(
      "insert into information_versions (authority_id, page_ref, number, title, summary, body, "
      "audience, topic, owner_ref, check_months, why, written_at, by_name) values ($1, $2, $3, $4, "
      "$5, $6, $7, $8, $9, $10, $11, $12, $13)",
      {work.authority_id, page_ref, number, text::tidied(form.title), text::tidied(form.summary),
       form.body, form.audience, form.topic, form.owner_ref,
       std::int64_t{base::digits(form.check_months).value()}, std::string(text::trimmed(form.why)),
       base::to_text(work.now), work.actor.name});
}

void set_state(store::Writer& writer, const record::Work& work, const Page& page, State state,
               std::int64_t published) {
  writer.execute(
      "update information_pages set state = $3, published_version = $4 where authority_id = $1 and "
      "ref = $2",
      {work.authority_id, page.ref, std::string(to_text(state)), published});
}

void begin_next_check(store::Writer& writer, const record::Work& work, const std::string& ref,
                      int months) {
  const auto today = work.today();
  writer.execute(
      "update information_pages set checked_on = $3, review_by = $4 where authority_id = $1 and "
      "ref = $2",
      {work.authority_id, ref, base::to_text(today),
       base::to_text(base::add_months(today, months))});
}

// A version beside those that are there; readers see it once it is published.
void add_latest(store::Writer& writer, const record::Work& work, const Page& page,
                const PageForm& form) {
  add_version(writer, work, page.ref, page.latest_version + 1, form);
  writer.execute(
      "update information_pages set latest_version = $3 where authority_id = $1 and ref = $2",
      {work.authority_id, page.ref, page.latest_version + 1});
  if (page.state != State::published) put_on_line(writer, work, page.slug);
}

}  // namespace

base::Result<std::string> write_page(store::Writer& writer, const record::Work& work,
                                     const PageForm& form) {
  if (auto problems = problems_of(form, owners(writer, work.authority_id), true);
      !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto key = form.submission_key.empty() ? base::new_token(work.random)
                                               : base::sha256_hex(form.submission_key);
  if (const auto row = writer.row(
          "select slug from information_pages where authority_id = $1 and submission_key = $2",
          {work.authority_id, key})) {
    return row->text(0);
  }
  const auto ref = record::next_ref(writer, work, record::NodeKind::publication);
  const auto slug = free_slug(writer, work.authority_id, form.title);
  const auto months = base::digits(form.check_months).value();
  writer.execute(
      "insert into information_pages (authority_id, ref, number, slug, state, published_version, "
      "latest_version, review_by, checked_on, created_at, submission_key) values ($1, $2, $3, $4, "
      "'draft', 0, 1, $5, '', $6, $7)",
      {work.authority_id, ref, std::stoll(ref.substr(ref.find('-') + 1)), slug,
       base::to_text(base::add_months(work.today(), months)), base::to_text(work.now), key});
  auto first = form;
  first.why.clear();
  add_version(writer, work, ref, 1, first);
  put_on_line(writer, work, slug);
  record::append_event(writer, work, ref, "page begun",
                       {{"for", std::string(label(*audience_from_text(form.audience)))},
                        {"topic", topic_name(form.topic)}});
  return slug;
}

base::Result<void> change_page(store::Writer& writer, const record::Work& work,
                               const std::string& slug, std::int64_t version,
                               const PageForm& form) {
  const auto page = any_page(writer, work.authority_id, slug);
  if (!page) return no_page();
  if (auto problems = problems_of(form, owners(writer, work.authority_id), false);
      !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (page->latest_version != version) return changed_since();
  add_latest(writer, work, *page, form);
  record::append_event(writer, work, page->ref, "page changed",
                       {{"version", std::to_string(version + 1)}}, form.why);
  return {};
}

base::Result<void> publish_page(store::Writer& writer, const record::Work& work,
                                const std::string& slug, std::int64_t version) {
  const auto page = any_page(writer, work.authority_id, slug);
  if (!page) return no_page();
  if (page->latest_version != version) return changed_since();
  if (page->state == State::published && page->published_version == version) {
    return base::refuse(base::ErrorKind::conflict, "This version is published already");
  }
  const auto latest = find_version(writer, work.authority_id, page->ref, version).value();
  set_state(writer, work, *page, State::published, version);
  begin_next_check(writer, work, page->ref, base::digits(latest.form.check_months).value());
  put_on_line(writer, work, slug);
  record::append_event(
      writer, work, page->ref, "page published",
      {{"version", std::to_string(version)},
       {"for", std::string(label(audience_from_text(latest.form.audience).value()))}});
  return {};
}

base::Result<void> withdraw_page(store::Writer& writer, const record::Work& work,
                                 const std::string& slug, const std::string& reason) {
  const auto page = any_page(writer, work.authority_id, slug);
  if (!page) return no_page();
  if (page->state != State::published) {
    return base::refuse(base::ErrorKind::conflict, "This page is not published");
  }
  if (text::trimmed(reason).empty()) {
    return base::refuse({{"reason", "Enter why the page is withdrawn"}});
  }
  if (reason.size() > 4 * most_why_characters) {
    return base::refuse({{"reason", "The reason must be 300 characters or fewer"}});
  }
  set_state(writer, work, *page, State::withdrawn, page->published_version);
  put_on_line(writer, work, slug);
  record::append_event(writer, work, page->ref, "page withdrawn", {}, reason);
  return {};
}

base::Result<void> check_page(store::Writer& writer, const record::Work& work,
                              const std::string& slug) {
  const auto page = any_page(writer, work.authority_id, slug);
  if (!page) return no_page();
  if (page->state != State::published) {
    return base::refuse(base::ErrorKind::conflict, "This page is not published");
  }
  begin_next_check(writer, work, page->ref, page->check_months);
  put_on_line(writer, work, slug);
  record::append_event(
      writer, work, page->ref, "page checked, nothing to change",
      {{"next check by", base::to_text(base::add_months(work.today(), page->check_months))}});
  return {};
}

base::Result<void> restore_version(store::Writer& writer, const record::Work& work,
                                   const std::string& slug, std::int64_t number) {
  const auto page = any_page(writer, work.authority_id, slug);
  if (!page) return no_page();
  auto version = find_version(writer, work.authority_id, page->ref, number);
  if (!version) return base::refuse(base::ErrorKind::not_found, "There is no such version");
  if (number == page->latest_version) {
    return base::refuse(base::ErrorKind::conflict, "This is the latest version already");
  }
  version->form.why = "Version " + std::to_string(number) + " restored";
  add_latest(writer, work, *page, version->form);
  record::append_event(
      writer, work, page->ref, "older version of the page restored",
      {{"version", std::to_string(number) + " as " + std::to_string(page->latest_version + 1)}});
  return {};
}

}  // namespace throughline::publish::hub
