#include "judge/elsewhere/library.hpp"
#include "judge/elsewhere/library_rows.hpp"
#include "record/event.hpp"
#include "store/search_index.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::judge::elsewhere {
namespace {

// The condition of a filter, as SQL over s (statements) and p (pages), with its parameters.
struct Condition {
  std::string sql = "s.authority_id = $1";
  store::Values parameters;
  bool nothing = false;  // words were typed that nothing can match

  void add(const std::string& before, store::Value value, const std::string& after = "") {
    parameters.push_back(std::move(value));
    sql += " and " + before + "$" + std::to_string(parameters.size()) + after;
  }

  void add_label(const std::string& kind, const std::string& label) {
    parameters.push_back(kind);
    const std::string kind_at = "$" + std::to_string(parameters.size());
    parameters.push_back(label);
    sql +=
        " and exists (select 1 from elsewhere_labels l where l.authority_id = s.authority_id "
        "and l.statement_ref = s.ref and l.kind = " +
        kind_at + " and l.label = $" + std::to_string(parameters.size()) + ")";
  }
};

Condition condition_of(store::Dialect dialect, const std::string& authority_id,
                       const StatementFilter& filter) {
  Condition condition;
  condition.parameters = {authority_id};
  if (!filter.page_ref.empty()) condition.add("s.page_ref = ", filter.page_ref);
  if (!filter.council.empty()) condition.add("p.council = ", filter.council);
  if (!filter.statement.empty()) condition.add("p.statement = ", filter.statement);
  if (filter.score) condition.add("p.score = ", std::int64_t{*filter.score});
  if (filter.polarity) condition.add("s.polarity = ", std::string(to_text(*filter.polarity)));
  if (filter.voice) condition.add_label("voice", std::string(to_text(*filter.voice)));
  if (!filter.topic.empty()) condition.add_label("topic", filter.topic);
  if (!text::trimmed(filter.search).empty()) {
    if (const auto sought =
            store::search_parameter(dialect, authority_id, "elsewhere", filter.search)) {
      condition.parameters.push_back(*sought);
      condition.sql +=
          " and " + store::search_condition(dialect, "s.ref", condition.parameters.size());
    } else {
      condition.nothing = true;
    }
  }
  return condition;
}

constexpr const char* from_statements =
    " from elsewhere_statements s join published_pages p on p.authority_id = s.authority_id and "
    "p.ref = s.page_ref where ";

void add_figures(store::Reader& reader, const std::string& authority_id,
                 LibraryStatement& statement) {
  reader.for_each(
      "select value, unit, what, period, written from elsewhere_figures where authority_id = $1 "
      "and statement_ref = $2 order by position",
      {authority_id, statement.ref}, [&](const store::Row& row) {
        statement.figures.push_back(
            {row.real(0), row.text(1), row.text(2), row.text(3), row.text(4)});
      });
}

std::vector<std::string> texts(store::Reader& reader, const std::string& sql,
                               const std::string& authority_id) {
  std::vector<std::string> all;
  reader.for_each(sql, {authority_id}, [&](const store::Row& row) { all.push_back(row.text(0)); });
  return all;
}

tl::unexpected<base::Error> changed_meanwhile() {
  return base::refuse(base::ErrorKind::conflict,
                      "Someone else changed this while you were. Look at their change and make "
                      "yours again");
}

}  // namespace

std::vector<LibraryPage> library_pages(store::Reader& reader, const std::string& authority_id) {
  std::vector<LibraryPage> pages;
  reader.for_each("select " + std::string(page_columns) +
                      " from published_pages p where p.authority_id = $1 "
                      "order by p.council, p.kind desc, p.statement, p.ref",
                  {authority_id}, [&](const store::Row& row) { pages.push_back(page_of(row)); });
  return pages;
}

base::Result<LibraryPage> find_library_page(store::Reader& reader, const std::string& authority_id,
                                            const std::string& ref) {
  const auto row = reader.row("select " + std::string(page_columns) +
                                  " from published_pages p where p.authority_id = $1 and "
                                  "p.ref = $2",
                              {authority_id, ref});
  if (!row) return base::refuse(base::ErrorKind::not_found, "There is no page " + ref);
  return page_of(*row);
}

std::vector<LibraryLine> library_lines(store::Reader& reader, const std::string& authority_id,
                                       const std::string& page_ref) {
  std::vector<LibraryLine> lines;
  reader.for_each(
      "select kind, name, words, year from published_lines where authority_id = $1 and "
      "page_ref = $2 order by position",
      {authority_id, page_ref}, [&](const store::Row& row) {
        lines.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
      });
  return lines;
}

std::vector<LibraryStatement> library_statements(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const StatementFilter& filter, int limit,
                                                 int after) {
  Condition condition = condition_of(reader.dialect(), authority_id, filter);
  std::vector<LibraryStatement> statements;
  if (condition.nothing) return statements;
  condition.parameters.push_back(std::int64_t{limit});
  condition.parameters.push_back(std::int64_t{after});
  const std::size_t count = condition.parameters.size();
  reader.for_each("select " + std::string(statement_columns) + from_statements + condition.sql +
                      " order by p.council, p.statement, s.page_ref, s.position limit $" +
                      std::to_string(count - 1) + " offset $" + std::to_string(count),
                  condition.parameters,
                  [&](const store::Row& row) { statements.push_back(statement_of(row)); });
  for (LibraryStatement& statement : statements) add_figures(reader, authority_id, statement);
  return statements;
}

std::int64_t count_statements(store::Reader& reader, const std::string& authority_id,
                              const StatementFilter& filter) {
  const Condition condition = condition_of(reader.dialect(), authority_id, filter);
  if (condition.nothing) return 0;
  return reader.number("select count(*)" + std::string(from_statements) + condition.sql,
                       condition.parameters);
}

base::Result<LibraryStatement> find_library_statement(store::Reader& reader,
                                                      const std::string& authority_id,
                                                      const std::string& ref) {
  const auto row = reader.row("select " + std::string(statement_columns) + from_statements +
                                  "s.authority_id = $1 and s.ref = $2",
                              {authority_id, ref});
  if (!row) return base::refuse(base::ErrorKind::not_found, "There is no statement " + ref);
  LibraryStatement statement = statement_of(*row);
  add_figures(reader, authority_id, statement);
  return statement;
}

std::vector<std::string> library_councils(store::Reader& reader, const std::string& authority_id) {
  return texts(reader,
               "select distinct council from published_pages where authority_id = $1 and "
               "council <> '' order by council",
               authority_id);
}

std::vector<std::string> library_topics(store::Reader& reader, const std::string& authority_id) {
  return texts(reader,
               "select distinct label from elsewhere_labels where authority_id = $1 and "
               "kind = 'topic' order by label",
               authority_id);
}

base::Result<LibraryPage> name_council(store::Writer& writer, const record::Work& work,
                                       const std::string& ref, std::int64_t version,
                                       const std::string& council) {
  auto page = find_library_page(writer, work.authority_id, ref);
  if (!page) return page;
  const std::string name = text::tidied(council);
  if (name.empty()) return base::refuse({{"council", "Enter the name of the council"}});
  if (name.size() > 200) {
    return base::refuse({{"council", "The name of the council must be 200 characters or fewer"}});
  }
  if (page->version != version) return changed_meanwhile();
  const std::string before = page->council.empty() ? "not named" : page->council;
  page->council = name;
  ++page->version;
  writer.execute(
      "update published_pages set council = $3, version = $4 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, name, page->version});
  StatementFilter of_page;
  of_page.page_ref = ref;
  for (const auto& each : library_statements(writer, work.authority_id, of_page, 100'000, 0)) {
    put_statement_node(writer, work.authority_id, *page, each.ref, each.position, each.polarity);
  }
  record::append_event(writer, work, ref, "named", {{"council", before + " to " + name}});
  return page;
}

base::Result<LibraryStatement> correct_statement(store::Writer& writer, const record::Work& work,
                                                 const std::string& ref, std::int64_t version,
                                                 const Correction& correction) {
  auto statement = find_library_statement(writer, work.authority_id, ref);
  if (!statement) return statement;
  std::vector<base::Problem> problems;
  const std::vector<Voice> voices = voices_of(correction.voices);
  if (voices.empty()) problems.push_back({"voices", "Choose who said it"});
  const auto polarity = polarity_from_text(correction.polarity);
  if (!polarity) problems.push_back({"polarity", "Choose what it says about the council"});
  std::vector<std::string> topics;
  for (const std::string& topic : correction.topics) {
    const std::string tidy =
        text::folded(text::tidied(topic)) == "sars" ? "SARs" : text::tidied(topic);
    if (!tidy.empty() && tidy.find('|') == tidy.npos && tidy.size() <= 60) topics.push_back(tidy);
  }
  if (topics.empty()) problems.push_back({"topics", "Choose at least one topic"});
  if (!problems.empty()) return base::refuse(std::move(problems));
  if (statement->version != version) return changed_meanwhile();
  const auto page = find_library_page(writer, work.authority_id, statement->page_ref);
  if (!page) return tl::make_unexpected(page.error());

  record::Details details;
  const auto note = [&](const std::string& field, const std::string& from, const std::string& to) {
    if (from != to) details.emplace_back(field, from + " to " + to);
  };
  note("voices", joined(labels_of(statement->voices)), joined(labels_of(voices)));
  note("polarity", std::string(to_text(statement->polarity)), std::string(to_text(*polarity)));
  note("topics", joined(statement->topics), joined(topics));
  if (details.empty()) return statement;

  statement->voices = voices;
  statement->polarity = *polarity;
  statement->topics = topics;
  statement->corrected = statement->voices != statement->read_voices ||
                         statement->polarity != statement->read_polarity ||
                         statement->topics != statement->read_topics;
  ++statement->version;
  writer.execute(
      "update elsewhere_statements set voices = $3, polarity = $4, topics = $5, corrected = $6, "
      "version = $7 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, joined(labels_of(voices)), std::string(to_text(*polarity)),
       joined(topics), std::int64_t{statement->corrected}, statement->version});
  put_labels(writer, work.authority_id, ref, labels_of(voices), topics);
  put_statement_node(writer, work.authority_id, *page, ref, statement->position, *polarity);
  record::append_event(writer, work, ref, "corrected", details);
  return statement;
}

CorrectedShare corrected_share(store::Reader& reader, const std::string& authority_id) {
  const auto row = reader.row(
      "select count(*), coalesce(sum(corrected), 0) from elsewhere_statements where "
      "authority_id = $1",
      {authority_id});
  return {row->integer(0), row->integer(1)};
}

}  // namespace throughline::judge::elsewhere
