#include "web/judge/elsewhere/library_page.hpp"

#include "web/judge/elsewhere/views.hpp"
#include "web/judge/rules.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

using namespace elsewhere;

struct PageLinkView {
  std::string ref;
  std::string href;
  std::string name;  // of the quality statement, "Summary" or "About the council"
  std::string score;
  std::string score_label;
  std::string statements;
  std::string name_href;  // of the form to name its council; empty when it is named
};
BOOST_DESCRIBE_STRUCT(PageLinkView, (),
                      (ref, href, name, score, score_label, statements, name_href))

struct CouncilView {
  std::string name;
  std::string rating;
  std::string published;
  std::vector<PageLinkView> pages;
};
BOOST_DESCRIBE_STRUCT(CouncilView, (), (name, rating, published, pages))

struct LibraryView {
  std::vector<CouncilView> councils;
  std::string count;
  std::string share;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(LibraryView, (), (councils, count, share, may_add))

struct LineView {
  std::string name;
  std::string words;
  std::string year;
};
BOOST_DESCRIBE_STRUCT(LineView, (), (name, words, year))

struct PublishedPageView {
  std::string ref;
  std::string council;
  bool named = false;
  std::string name_href;
  bool may_name = false;
  bool may_correct = false;
  std::string name;
  std::string kind;
  std::string score;
  std::string score_label;
  bool indicative = false;
  std::string rating;
  std::string percent;
  std::string published;
  std::string commitment;
  std::vector<std::string> expectations;
  std::vector<LineView> scores;
  std::vector<LineView> facts;
  std::vector<LineView> paragraphs;
  std::vector<std::string> problems;
  std::vector<StatementView> statements;
  std::string file_name;
  std::string added;
};
BOOST_DESCRIBE_STRUCT(PublishedPageView, (),
                      (ref, council, named, name_href, may_name, may_correct, name, kind, score,
                       score_label, indicative, rating, percent, published, commitment,
                       expectations, scores, facts, paragraphs, problems, statements, file_name,
                       added))

std::string name_of(const library::LibraryPage& page) {
  if (page.kind == "summary") return "Summary";
  if (page.kind == "about") return "About the council";
  const std::string name = statement_name(page.statement);
  return name.empty() ? "A section without a name" : name;
}

std::string label_of(const library::LibraryPage& page) {
  return page.score ? judging_rules().framework.score_label(*page.score) : std::string();
}

PageLinkView link_to(Call& call, const library::LibraryPage& page) {
  const bool may_name = page.council.empty() && call.may("POST", "/elsewhere/pages/{ref}/council");
  return {page.ref,
          page_href(page.ref),
          name_of(page),
          page.score ? std::to_string(*page.score) : "",
          label_of(page),
          std::to_string(page.statements),
          may_name ? page_href(page.ref) + "/council" : ""};
}

std::string rating_text(const library::LibraryPage& page) {
  if (page.rating.empty() && !page.percent) return {};
  return page.rating + (page.percent ? ", " + std::to_string(*page.percent) + "%" : "");
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

void add_line(PublishedPageView& view, const library::LibraryLine& line) {
  if (line.kind == "score") view.scores.push_back({statement_name(line.name), line.words, ""});
  if (line.kind == "fact") view.facts.push_back({line.name, line.words, line.year});
  if (line.kind == "problem") view.problems.push_back(line.words);
  if (line.kind == "paragraph") view.paragraphs.push_back({line.name, line.words, ""});
}

PublishedPageView view_of(Call& call, const library::LibraryPage& page) {
  PublishedPageView view;
  view.ref = page.ref;
  view.council = council_name(page.council);
  view.named = !page.council.empty();
  view.name_href = page_href(page.ref) + "/council";
  view.may_name = call.may("POST", "/elsewhere/pages/{ref}/council");
  view.may_correct = call.may("POST", "/elsewhere/{ref}/corrections");
  view.name = name_of(page);
  view.kind = page.kind;
  view.score = page.score ? std::to_string(*page.score) : "";
  view.score_label = label_of(page);
  view.indicative = page.indicative;
  view.rating = page.rating;
  view.percent = page.percent ? std::to_string(*page.percent) + "%" : "";
  view.published = judging::long_date(page.published);
  view.commitment = page.commitment;
  view.expectations = lines_of(page.expectation);
  view.file_name = page.file_name;
  view.added = judging::in_london(page.added);
  return view;
}

}  // namespace

http::Response library_list_page(Call& call) {
  LibraryView view;
  view.may_add = call.may("POST", "/elsewhere");
  call.database.read([&](store::Reader& reader) {
    const auto pages = library::library_pages(reader, call.authority.id);
    for (const library::LibraryPage& page : pages) {
      const std::string name = council_name(page.council);
      if (view.councils.empty() || view.councils.back().name != name) {
        view.councils.push_back({name, "", "", {}});
      }
      CouncilView& council = view.councils.back();
      if (page.kind == "summary") council.rating = rating_text(page);
      if (council.published.empty()) council.published = judging::long_date(page.published);
      council.pages.push_back(link_to(call, page));
    }
    view.count = std::to_string(pages.size()) + (pages.size() == 1 ? " page" : " pages");
    view.share = share_text(library::corrected_share(reader, call.authority.id));
  });
  return page(call, "judge/elsewhere/library.html", templates::to_value(view));
}

http::Response published_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return library::find_library_page(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, found.error());
  PublishedPageView view = view_of(call, *found);
  call.database.read([&](store::Reader& reader) {
    for (const auto& line : library::library_lines(reader, call.authority.id, found->ref)) {
      add_line(view, line);
    }
    library::StatementFilter filter;
    filter.page_ref = found->ref;
    for (const auto& each :
         library::library_statements(reader, call.authority.id, filter, 2'000, 0)) {
      view.statements.push_back(statement_view(each));
    }
  });
  // The paragraphs of a section are its statements over again.
  if (view.kind == "section") view.paragraphs.clear();
  return page(call, "judge/elsewhere/published_page.html", templates::to_value(view));
}

}  // namespace throughline::web
