#include "base/random.hpp"
#include "judge/elsewhere/library.hpp"
#include "judge/elsewhere/library_rows.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "store/search_index.hpp"

namespace throughline::judge::elsewhere {
namespace {

// Makes one page out of any kind: what the tables hold of it.
struct PageRow {
  LibraryPage page;
  std::vector<LibraryLine> lines;
  std::vector<EvidenceStatement> statements;
};

void add_parts(PageRow& row, const std::vector<PagePart>& parts) {
  for (const PagePart& part : parts) {
    for (const std::string& paragraph : part.paragraphs) {
      row.lines.push_back({"paragraph", part.heading, paragraph, ""});
    }
  }
}

PageRow row_of(const SectionPage& section) {
  PageRow row;
  row.page.statement = section.statement;
  row.page.score = section.score;
  row.page.indicative = section.indicative;
  row.page.commitment = section.commitment;
  row.page.expectation = section.expectation;
  row.statements = section.evidence;
  add_parts(row, section.parts);
  return row;
}

PageRow row_of(const SummaryPage& summary) {
  PageRow row;
  row.page.percent = summary.percent;
  row.page.rating = summary.rating;
  row.page.published = summary.published;
  row.page.indicative = summary.indicative;
  for (const auto& [key, score] : summary.scores) {
    row.lines.push_back({"score", key, std::to_string(score), ""});
  }
  add_parts(row, summary.parts);
  return row;
}

PageRow row_of(const AboutPage& about) {
  PageRow row;
  row.page.published = about.published;
  for (const Fact& fact : about.facts) {
    row.lines.push_back({"fact", fact.name, fact.value, fact.year});
  }
  add_parts(row, about.parts);
  return row;
}

// The same for the same page, whatever file it came in and however it was saved.
std::string hash_of(const PublishedPage& published, const PageRow& row) {
  std::string content = std::string(kind_of(published)) + '\n' + authority_of(published) + '\n' +
                        row.page.statement + '\n' + row.page.published;
  for (const LibraryLine& line : row.lines) {
    if (line.kind != "fact") content += '\n' + line.name + '\n' + line.words;
  }
  return base::sha256_hex(content);
}

class PageKeeper {
 public:
  PageKeeper(store::Writer& writer, const record::Work& work, const std::string& file_name)
      : writer_(writer), work_(work), file_name_(file_name) {}

  // The ref of the page, or nothing when it is here already.
  std::optional<std::string> keep(const PublishedPage& published) {
    PageRow row = std::visit([](const auto& each) { return row_of(each); }, published);
    for (const std::string& problem : problems_of(published)) {
      row.lines.push_back({"problem", "", problem, ""});
    }
    const std::string hash = hash_of(published, row);
    if (writer_.number("select count(*) from published_pages where authority_id = $1 and "
                       "content_hash = $2",
                       {work_.authority_id, hash}) > 0) {
      return std::nullopt;
    }
    LibraryPage& page = row.page;
    page.ref = record::next_ref(writer_, work_.authority_id, "PAGE");
    page.kind = std::string(kind_of(published));
    page.council = authority_of(published);
    page.added = base::to_text(work_.now);
    put_page(page, hash);
    put_lines(row);
    put_statements(row);
    record::append_event(
        writer_, work_, page.ref, "added",
        {{"kind", page.kind}, {"statements", std::to_string(row.statements.size())}});
    return page.ref;
  }

 private:
  void put_page(const LibraryPage& page, const std::string& hash) {
    writer_.execute(
        "insert into published_pages (authority_id, ref, kind, council, statement, score, percent, "
        "rating, published, indicative, commitment, expectation, file_name, content_hash, added, "
        "added_by, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
        "$15, $16, 1)",
        {work_.authority_id, page.ref, page.kind, page.council, page.statement,
         store::nullable(as_integer(page.score)), store::nullable(as_integer(page.percent)),
         page.rating, page.published, std::int64_t{page.indicative}, page.commitment,
         page.expectation, file_name_, hash, page.added, work_.actor.name});
  }

  void put_lines(const PageRow& row) {
    std::int64_t position = 0;
    for (const LibraryLine& line : row.lines) {
      writer_.execute(
          "insert into published_lines (authority_id, page_ref, position, kind, name, words, year) "
          "values ($1, $2, $3, $4, $5, $6, $7)",
          {work_.authority_id, row.page.ref, ++position, line.kind, line.name, line.words,
           line.year});
    }
  }

  void put_statements(const PageRow& row) {
    if (row.statements.empty()) return;
    std::int64_t number =
        record::next_numbers(writer_, work_.authority_id, prefix(record::NodeKind::elsewhere),
                             static_cast<std::int64_t>(row.statements.size()));
    int position = 0;
    for (const EvidenceStatement& statement : row.statements) {
      const std::string ref =
          std::string(prefix(record::NodeKind::elsewhere)) + "-" + std::to_string(number++);
      put_statement(row.page, ref, ++position, statement);
    }
  }

  void put_statement(const LibraryPage& page, const std::string& ref, int position,
                     const EvidenceStatement& statement) {
    const std::vector<std::string> voices = labels_of(statement.voices);
    const std::string polarity(to_text(statement.polarity));
    writer_.execute(
        "insert into elsewhere_statements (authority_id, ref, page_ref, position, heading, words, "
        "polarity, voices, topics, read_polarity, read_voices, read_topics, programmes, "
        "confidence, cues, corrected, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7, $8, "
        "$9, $10, $11, $12, 0, 1)",
        {work_.authority_id, ref, page.ref, std::int64_t{position}, statement.heading,
         statement.text, polarity, joined(voices), joined(statement.topics),
         joined(statement.programmes), statement.confidence, joined(statement.cues)});
    put_labels(writer_, work_.authority_id, ref, voices, statement.topics);
    put_figures(ref, statement.figures);
    put_statement_node(writer_, work_.authority_id, page, ref, position, statement.polarity);
    store::put_text(writer_, work_.authority_id, "elsewhere", ref, statement.text);
  }

  void put_figures(const std::string& ref, const std::vector<Figure>& figures) {
    std::int64_t position = 0;
    for (const Figure& figure : figures) {
      writer_.execute(
          "insert into elsewhere_figures (authority_id, statement_ref, position, value, unit, "
          "what, period, written) values ($1, $2, $3, $4, $5, $6, $7, $8)",
          {work_.authority_id, ref, ++position, figure.value, figure.unit, figure.what,
           figure.period, figure.text});
    }
  }

  [[nodiscard]] static std::optional<std::int64_t> as_integer(const std::optional<int>& value) {
    return value ? std::optional<std::int64_t>(*value) : std::nullopt;
  }

  store::Writer& writer_;
  const record::Work& work_;
  const std::string& file_name_;
};

}  // namespace

base::Result<LibraryImport> import_file(store::Writer& writer, const record::Work& work,
                                        const Reader& reader, const std::string& file_name,
                                        std::string_view bytes) {
  const PagesFound found = reader.read(bytes);
  if (found.pages.empty()) return tl::make_unexpected(found.errors.front());
  LibraryImport outcome;
  outcome.errors = found.errors;
  PageKeeper keeper(writer, work, file_name);
  for (const PublishedPage& page : found.pages) {
    if (auto ref = keeper.keep(page)) {
      outcome.added.push_back(std::move(*ref));
    } else {
      ++outcome.already_here;
    }
  }
  return outcome;
}

}  // namespace throughline::judge::elsewhere
