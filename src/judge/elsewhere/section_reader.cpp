#include "judge/elsewhere/page_readers.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::judge::elsewhere {
namespace {

// The statement whose commitment begins as these words do.
const Statement* statement_committed_to(const Framework& framework, const std::string& words) {
  constexpr std::size_t enough = 25;
  const std::string folded = text::folded(words);
  for (const Statement& statement : framework.statements) {
    const std::string known = text::folded(statement.commitment);
    if (folded.size() >= enough && known.starts_with(folded.substr(0, enough))) return &statement;
  }
  return nullptr;
}

bool is_commitment(const Line& line) {
  return line.kind == LineKind::prose && line.text.starts_with("We ");
}

void join(std::string& text, const std::string& more, char between) {
  if (!text.empty()) text += between;
  text += more;
}

// Reads the lines above the key findings; gives how many lines it took.
class HeadReader {
 public:
  HeadReader(const Framework& framework, SectionPage& page) : framework_(framework), page_(page) {}

  // False once a line belongs to the findings although nothing has said so.
  bool read(const Line& line) {
    switch (line.kind) {
      case LineKind::title:
        page_.authority = authority_in_title(line.text);
        break;
      case LineKind::statement:
      case LineKind::scored:
        take_statement(*line.statement);
        if (line.score) take_score(line);
        break;
      case LineKind::score:
        take_score(line);
        break;
      case LineKind::level:
        take_level(line);
        break;
      case LineKind::expectation:
      case LineKind::commitment:
        below_ = line.kind;
        break;
      case LineKind::prose:
        return read_prose(line);
      default:
        break;
    }
    return true;
  }

  void finish() {
    if (page_.statement.empty()) {
      if (const Statement* found = statement_committed_to(framework_, page_.commitment)) {
        take_statement(*found);
        page_.problems.push_back(
            "The page does not name its quality statement; its commitment is "
            "that of " +
            found->name);
      }
    }
    if (!page_.score) page_.score = level_;
    if (!page_.score) page_.problems.push_back("The page gives no score");
    if (page_.score && level_ && *page_.score != *level_) {
      page_.problems.push_back("The page gives the score as " + std::to_string(*page_.score) +
                               " and as \"" + label_ + "\"");
    }
    if (page_.score) page_.label = framework_.level(*page_.score)->label;
    if (page_.commitment.empty()) {
      page_.problems.push_back("The page lacks the local authority commitment");
    }
  }

 private:
  void take_statement(const Statement& statement) {
    page_.statement = statement.key;
    page_.statement_name = statement.name;
  }

  void take_score(const Line& line) {
    page_.score = line.score;
    page_.indicative = line.indicative;
  }

  void take_level(const Line& line) {
    level_ = line.score;
    label_ = line.text;
  }

  bool read_prose(const Line& line) {
    if (below_ == LineKind::expectation) {
      join(page_.expectation, line.text, '\n');
    } else if (below_ == LineKind::commitment) {
      if (!page_.commitment.empty() && !is_commitment(line)) return false;
      join(page_.commitment, line.text, ' ');
    } else if (line.text.starts_with("I ")) {
      // Some pages leave out the heading of what people expect.
      join(page_.expectation, line.text, '\n');
    } else if (page_.authority.empty() && is_authority_name(line.text)) {
      page_.authority = line.text;
    }
    return true;
  }

  const Framework& framework_;
  SectionPage& page_;
  LineKind below_ = LineKind::prose;
  std::optional<int> level_;
  std::string label_;
};

}  // namespace

base::Result<SectionPage> read_section(const Framework& framework, std::span<const Line> lines) {
  SectionPage page;
  HeadReader head(framework, page);
  std::size_t at = 0;
  bool marked = false;
  for (; at < lines.size() && !marked; ++at) {
    marked = lines[at].kind == LineKind::findings;
    if (!marked && !head.read(lines[at])) break;
  }
  head.finish();
  page.parts = parts_of(lines.subspan(at));
  const bool any = std::ranges::any_of(
      page.parts, [](const PagePart& part) { return !part.paragraphs.empty(); });
  if (!any) {
    const std::string name = page.statement_name.empty() ? "a section" : page.statement_name;
    return base::refuse(base::ErrorKind::invalid,
                        "The section on " + name +
                            " has no key findings: the file may be cut off. Save the whole page");
  }
  if (!marked) page.problems.push_back("The page lacks the heading of the key findings");
  if (page.statement.empty()) {
    page.problems.push_back("The page does not name its quality statement");
  }
  if (std::string problem = cut_off(page.parts); !problem.empty()) {
    page.problems.push_back(std::move(problem));
  }
  return page;
}

}  // namespace throughline::judge::elsewhere
