#include "publish/hub/page_problems.hpp"
#include "record/line.hpp"
#include "record/user.hpp"
#include "store/search_index.hpp"
#include "text/characters.hpp"

namespace throughline::publish::hub {
namespace {

constexpr const char* search_kind = "information";

// Each page with the version that is shown.
constexpr const char* pages_sql =
    "select p.ref, p.slug, p.state, p.published_version, p.latest_version, p.review_by, "
    "p.checked_on, v.number, v.title, v.summary, v.audience, v.topic, v.owner_ref, "
    "coalesce(u.name, ''), v.check_months, v.written_at, v.body "
    "from information_pages p join information_versions v on v.authority_id = p.authority_id and "
    "v.page_ref = p.ref and v.number = case when p.state = 'published' then p.published_version "
    "else p.latest_version end left join users u on u.authority_id = p.authority_id and u.ref = "
    "v.owner_ref where p.authority_id = $1";

State state_from(std::string_view text) {
  if (text == "draft") return State::draft;
  return text == "published" ? State::published : State::withdrawn;
}

Page page_from(const store::Row& row) {
  Page page;
  page.ref = row.text(0);
  page.slug = row.text(1);
  page.state = state_from(row.text(2));
  page.published_version = row.integer(3);
  page.latest_version = row.integer(4);
  page.review_by = base::date_from_text(row.text(5)).value();
  if (const auto checked = base::date_from_text(row.text(6))) page.checked = *checked;
  page.version = row.integer(7);
  page.title = row.text(8);
  page.summary = row.text(9);
  page.audience = audience_from_text(row.text(10)).value();
  page.topic = row.text(11);
  page.owner_ref = row.text(12);
  page.owner_name = row.text(13);
  page.check_months = static_cast<int>(row.integer(14));
  page.written_at = row.text(15);
  page.body = row.text(16);
  return page;
}

std::string condition(const store::Reader& reader, const record::Work& work, const Reach& reach,
                      const Filter& filter, store::Values& values) {
  const auto bind = [&](const std::string& value) {
    values.emplace_back(value);
    return "$" + std::to_string(values.size());
  };
  std::string sql = " and v.audience in (";
  for (std::size_t at = 0; at < reach.audiences.size(); ++at) {
    sql += (at == 0 ? "" : ", ") + bind(std::string(to_text(reach.audiences[at])));
  }
  sql += ")";
  if (!reach.writes) sql += " and p.state = 'published'";
  if (!filter.topic.empty()) sql += " and v.topic = " + bind(filter.topic);
  if (filter.audience) sql += " and v.audience = " + bind(std::string(to_text(*filter.audience)));
  if (filter.overdue) {
    sql += " and p.state = 'published' and p.review_by < " + bind(base::to_text(work.today()));
  }
  if (filter.unpublished) {
    sql += " and (p.state <> 'published' or p.latest_version <> p.published_version)";
  }
  if (!filter.owner_ref.empty()) sql += " and v.owner_ref = " + bind(filter.owner_ref);
  if (text::trimmed(filter.search).empty()) return sql;
  const auto sought =
      store::search_parameter(reader.dialect(), work.authority_id, search_kind, filter.search);
  if (!sought) return sql + " and 1 = 0";  // marks only: nothing can hold them
  const auto place = bind(*sought);
  return sql + " and " +
         store::search_condition(reader.dialect(), "p.ref",
                                 static_cast<std::size_t>(std::stoul(place.substr(1))));
}

Version version_from(const store::Row& row) {
  Version version;
  version.number = row.integer(0);
  version.form.title = row.text(1);
  version.form.summary = row.text(2);
  version.form.audience = row.text(3);
  version.form.topic = row.text(4);
  version.form.owner_ref = row.text(5);
  version.form.check_months = std::to_string(row.integer(6));
  version.form.why = row.text(7);
  version.written_at = row.text(8);
  version.by_name = row.text(9);
  return version;
}

constexpr const char* version_columns =
    "select number, title, summary, audience, topic, owner_ref, check_months, why, written_at, "
    "by_name";

std::string searched_words(const Page& page) {
  const auto read = formats::read_markdown(page.body);
  return page.title + "\n" + page.summary + "\n" + (read ? read->plain : page.body);
}

record::Node node_of(const Page& page) {
  const auto written = base::instant_from_text(page.written_at);
  const auto day = page.checked ? *page.checked : base::london_date(written.value());
  return {page.ref, page.title, base::to_text(day), std::string(to_text(page.state))};
}

}  // namespace

std::vector<Found> list_pages(store::Reader& reader, const record::Work& work, const Reach& reach,
                              const Filter& filter, int offset, int most) {
  store::Values values{work.authority_id};
  auto sql = pages_sql + condition(reader, work, reach, filter, values);
  values.emplace_back(std::int64_t{most});
  values.emplace_back(std::int64_t{offset});
  sql += " order by lower(v.title), p.number limit $" + std::to_string(values.size() - 1) +
         " offset $" + std::to_string(values.size());
  std::vector<Found> found;
  std::vector<std::string> refs;
  reader.for_each(sql, values, [&](const store::Row& row) {
    found.push_back({page_from(row), {}});
    found.back().page.body.clear();
    refs.push_back(found.back().page.ref);
  });
  auto matched = store::highlights(reader, work.authority_id, search_kind, refs, filter.search);
  for (auto& each : found) each.matched = std::move(matched[each.page.ref]);
  return found;
}

std::int64_t count_pages(store::Reader& reader, const record::Work& work, const Reach& reach,
                         const Filter& filter) {
  store::Values values{work.authority_id};
  const auto where = condition(reader, work, reach, filter, values);
  return reader.number("select count(*) from (" + (pages_sql + where) + ") counted", values);
}

std::optional<Page> any_page(store::Reader& reader, const std::string& authority_id,
                             const std::string& slug) {
  const auto row = reader.row(std::string(pages_sql) + " and p.slug = $2", {authority_id, slug});
  if (!row) return std::nullopt;
  return page_from(*row);
}

std::optional<Page> find_page(store::Reader& reader, const std::string& authority_id,
                              const Reach& reach, const std::string& slug) {
  auto page = any_page(reader, authority_id, slug);
  if (!page) return std::nullopt;
  if (page->state != State::published && !reach.writes) return std::nullopt;
  for (const auto audience : reach.audiences) {
    if (audience == page->audience) return page;
  }
  return std::nullopt;
}

std::string slug_of(store::Reader& reader, const std::string& authority_id,
                    const std::string& ref) {
  const auto row =
      reader.row("select slug from information_pages where authority_id = $1 and ref = $2",
                 {authority_id, ref});
  return row ? row->text(0) : "";
}

std::vector<Version> versions(store::Reader& reader, const std::string& authority_id,
                              const std::string& page_ref) {
  std::vector<Version> all;
  reader.for_each(std::string(version_columns) +
                      " from information_versions where authority_id = $1 and page_ref = $2 "
                      "order by number desc",
                  {authority_id, page_ref},
                  [&](const store::Row& row) { all.push_back(version_from(row)); });
  return all;
}

std::optional<Version> find_version(store::Reader& reader, const std::string& authority_id,
                                    const std::string& page_ref, std::int64_t number) {
  const auto row = reader.row(std::string(version_columns) +
                                  ", body from information_versions where authority_id = $1 and "
                                  "page_ref = $2 and number = $3",
                              {authority_id, page_ref, number});
  if (!row) return std::nullopt;
  auto version = version_from(*row);
  version.form.body = row->text(10);
  return version;
}

std::vector<Owner> owners(store::Reader& reader, const std::string& authority_id) {
  std::vector<Owner> all;
  for (const auto& user : record::users(reader, authority_id)) {
    if (!user.active || user.role == record::Role::member || user.role == record::Role::partner ||
        user.role == record::Role::assessor) {
      continue;
    }
    all.push_back({user.ref, user.name});
  }
  return all;
}

void put_on_line(store::Writer& writer, const record::Work& work, const std::string& slug) {
  const auto page = any_page(writer, work.authority_id, slug).value();
  record::put_node(writer, work.authority_id, node_of(page));
  store::put_text(writer, work.authority_id, search_kind, page.ref, searched_words(page));
  for (const auto& link : record::links_to(writer, work.authority_id, page.ref)) {
    if (link.relation == record::Relation::published_in) record::remove_link(writer, work, link);
  }
  // Only what everyone may read is published; a link from a page for staff would show the public
  // its title, in what became of a case.
  if (page.state != State::published || page.audience != Audience::everyone) return;
  const auto read = formats::read_markdown(page.body);
  if (!read) return;
  for (const auto& ref : read->references) {
    const auto kind = record::kind_of(ref);
    const bool joined = kind == record::NodeKind::action || kind == record::NodeKind::theme ||
                        kind == record::NodeKind::measure || kind == record::NodeKind::report;
    if (joined && record::find_node(writer, work.authority_id, ref)) {
      record::add_link(writer, work, {ref, record::Relation::published_in, page.ref});
    }
  }
}

void rebuild_pages(store::Writer& writer, const std::string& authority_id) {
  std::vector<record::Node> nodes;
  std::vector<std::pair<std::string, std::string>> texts;
  writer.for_each(pages_sql, {authority_id}, [&](const store::Row& row) {
    const auto page = page_from(row);
    nodes.push_back(node_of(page));
    texts.emplace_back(page.ref, searched_words(page));
  });
  record::put_nodes(writer, authority_id, nodes);
  store::put_texts(writer, authority_id, search_kind, texts);
}

}  // namespace throughline::publish::hub
