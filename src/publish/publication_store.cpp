#include "base/random.hpp"
#include "publish/publish.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <stdexcept>

namespace throughline::publish {
namespace {

constexpr std::string_view summary_key = "summary";

bool may_publish(record::Role role) {
  return role == record::Role::lead || role == record::Role::leader ||
         role == record::Role::administrator;
}

void insert_page(store::Writer& writer, const std::string& authority_id, const std::string& ref,
                 std::string_view page, const std::string& content) {
  writer.execute(
      "insert into publication_pages (authority_id, publication_ref, page, content, content_hash) "
      "values ($1, $2, $3, $4, $5)",
      {authority_id, ref, std::string(page), content, base::sha256_hex(content)});
}

std::optional<std::string> content_of(store::Reader& reader, const std::string& authority_id,
                                      const std::string& ref, std::string_view page) {
  const auto row = reader.row(
      "select content, content_hash from publication_pages where authority_id = $1 and "
      "publication_ref = $2 and page = $3",
      {authority_id, ref, std::string(page)});
  if (!row) return std::nullopt;
  if (base::sha256_hex(row->text(0)) != row->text(1)) {
    throw std::runtime_error(ref + " in the database is not what was published");
  }
  return row->text(0);
}

Publication from_row(const store::Row& row) {
  Publication publication;
  publication.ref = row.text(0);
  publication.number = static_cast<int>(row.integer(1));
  publication.title = row.text(2);
  publication.cautions = row.text(3);
  publication.published_at = row.text(4);
  publication.by_ref = row.text(5);
  publication.by_name = row.text(6);
  publication.content_hash = row.text(7);
  publication.withdrawn_at = row.text(8);
  publication.withdrawn_by = row.text(9);
  publication.withdrawn_because = row.text(10);
  return publication;
}

std::string joined_cautions(const judge::Framework& framework, const PublicationCheck& check) {
  std::string text;
  for (const CheckItem& item : check.of(Severity::caution)) {
    if (!text.empty()) text += '\n';
    if (const judge::Statement* statement = framework.find(item.statement)) {
      text += statement->name + ": ";
    }
    text += item.what;
  }
  return text;
}

base::Result<PublicationCheck> ready_to_publish(store::Reader& reader, const record::Work& work,
                                                const record::Authority& authority,
                                                const judge::Rules& rules,
                                                const PublicationDraft& draft) {
  if (!may_publish(work.actor.role)) {
    return base::refuse(base::ErrorKind::forbidden,
                        "Only a quality lead, a leader or an administrator may publish");
  }
  PublicationCheck check = check_publication(reader, authority, rules, work.today());
  std::vector<base::Problem> problems;
  for (const CheckItem& item : check.of(Severity::stops)) {
    problems.push_back({"", item.what + ". " + item.next});
  }
  if (!check.of(Severity::caution).empty() && !draft.accepts_cautions) {
    problems.push_back(
        {"accepts_cautions", "Confirm that you publish with what is listed as missing"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (check.hash != draft.hash) {
    return base::refuse(
        base::ErrorKind::conflict,
        "The assessment changed after you checked it. Check it again, then publish");
  }
  return check;
}

// The publication that stands before this one is replaced by it.
void replace_standing(store::Writer& writer, const record::Work& work) {
  const auto standing = standing_publication(writer, work.authority_id);
  if (!standing) return;
  if (auto node = record::find_node(writer, work.authority_id, standing->ref)) {
    node->state = "replaced";
    record::put_node(writer, work.authority_id, *node);
  }
}

}  // namespace

base::Result<Publication> publish_assessment(store::Writer& writer, const record::Work& work,
                                             const record::Authority& authority,
                                             const judge::Rules& rules,
                                             const PublicationDraft& draft) {
  const auto check = ready_to_publish(writer, work, authority, rules, draft);
  if (!check) return tl::make_unexpected(check.error());
  replace_standing(writer, work);
  const std::string today = base::to_text(work.today());
  Publication made;
  made.ref = record::next_ref(writer, work, record::NodeKind::publication);
  made.number = 1 + static_cast<int>(writer.number(
                        "select coalesce(max(number), 0) from publications where authority_id = $1",
                        {work.authority_id}));
  made.title = "Self-assessment, version " + std::to_string(made.number);
  made.cautions = joined_cautions(rules.framework, *check);
  made.published_at = base::to_text(work.now);
  made.by_ref = work.actor.user_ref;
  made.by_name = work.actor.name;
  made.content_hash = check->hash;
  made.standing = true;
  writer.execute(
      "insert into publications (authority_id, ref, number, framework, title, cautions, "
      "published_at, by_ref, by_name, content_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
      "$10)",
      {work.authority_id, made.ref, std::int64_t{made.number}, rules.framework.id, made.title,
       made.cautions, made.published_at, made.by_ref, made.by_name, made.content_hash});
  record::put_node(writer, work.authority_id, {made.ref, made.title, today, "published"});

  SummaryPage summary = preview_summary(writer, authority, rules);
  summary.published = today;
  insert_page(writer, work.authority_id, made.ref, summary_key, to_json(summary));
  for (const judge::Statement& statement : rules.framework.statements) {
    auto page = preview_statement(writer, authority, rules, statement.key);
    if (!page) continue;
    page->published = today;
    insert_page(writer, work.authority_id, made.ref, statement.key, to_json(*page));
    const auto scores = judge::scores_of(writer, work.authority_id, rules.framework, statement.key);
    record::add_link(writer, work, {scores.front().ref, record::Relation::published_in, made.ref});
  }
  record::append_event(writer, work, made.ref, "published",
                       {{"statements", std::to_string(check->ready)},
                        {"hash", made.content_hash},
                        {"cautions", std::to_string(check->of(Severity::caution).size())}});
  return made;
}

base::Result<Publication> withdraw_publication(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, const std::string& reason) {
  if (!may_publish(work.actor.role)) {
    return base::refuse(base::ErrorKind::forbidden,
                        "Only a quality lead, a leader or an administrator may withdraw it");
  }
  auto found = find_publication(writer, work.authority_id, ref);
  if (!found) return found;
  if (!found->withdrawn_at.empty()) {
    return base::refuse(base::ErrorKind::conflict, ref + " has already been withdrawn");
  }
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    return base::refuse({{"reason", "Enter why it is withdrawn"}});
  }
  found->withdrawn_at = base::to_text(work.now);
  found->withdrawn_by = work.actor.name;
  found->withdrawn_because = reason;
  found->standing = false;
  writer.execute(
      "update publications set withdrawn_at = $3, withdrawn_by = $4, withdrawn_because = $5 where "
      "authority_id = $1 and ref = $2",
      {work.authority_id, ref, found->withdrawn_at, found->withdrawn_by, found->withdrawn_because});
  if (auto node = record::find_node(writer, work.authority_id, ref)) {
    node->state = "withdrawn";
    record::put_node(writer, work.authority_id, *node);
  }
  record::append_event(writer, work, ref, "withdrawn", {}, reason);
  return found;
}

std::vector<Publication> publications(store::Reader& reader, const std::string& authority_id) {
  std::vector<Publication> all;
  reader.for_each(
      "select ref, number, title, cautions, published_at, by_ref, by_name, content_hash, "
      "withdrawn_at, withdrawn_by, withdrawn_because from publications where authority_id = $1 "
      "order by number desc",
      {authority_id}, [&](const store::Row& row) { all.push_back(from_row(row)); });
  if (!all.empty()) all.front().standing = all.front().withdrawn_at.empty();
  return all;
}

base::Result<Publication> find_publication(store::Reader& reader, const std::string& authority_id,
                                           const std::string& ref) {
  for (Publication& publication : publications(reader, authority_id)) {
    if (publication.ref == ref) return std::move(publication);
  }
  return base::refuse(base::ErrorKind::not_found, "There is no publication " + ref);
}

std::optional<Publication> standing_publication(store::Reader& reader,
                                                const std::string& authority_id) {
  auto all = publications(reader, authority_id);
  if (all.empty() || !all.front().standing) return std::nullopt;
  return std::move(all.front());
}

SummaryPage published_summary(store::Reader& reader, const std::string& authority_id,
                              const std::string& ref) {
  const auto content = content_of(reader, authority_id, ref, summary_key);
  if (!content) throw std::runtime_error(ref + " has no summary page");
  return summary_page_from_json(*content);
}

std::optional<StatementPage> published_statement(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const std::string& ref,
                                                 const std::string& statement) {
  if (statement == summary_key) return std::nullopt;
  const auto content = content_of(reader, authority_id, ref, statement);
  if (!content) return std::nullopt;
  return statement_page_from_json(*content);
}

void rebuild_publications(store::Writer& writer, const std::string& authority_id) {
  std::vector<record::Node> nodes;
  for (const Publication& each : publications(writer, authority_id)) {
    const auto day = base::london_date(base::instant_from_text(each.published_at).value());
    nodes.push_back({each.ref, each.title, base::to_text(day),
                     !each.withdrawn_at.empty() ? "withdrawn"
                     : each.standing            ? "published"
                                                : "replaced"});
  }
  record::put_nodes(writer, authority_id, nodes);
}

}  // namespace throughline::publish
