#include "judge/elsewhere/page_readers.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <cctype>

namespace throughline::judge::elsewhere {
namespace {

// The number that ends just before `at`.
std::optional<int> number_before(const std::string& text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  std::size_t start = at;
  while (start > 0 && std::isdigit(static_cast<unsigned char>(text[start - 1]))) --start;
  if (start == at || at - start > 3) return std::nullopt;
  return std::stoi(text.substr(start, at - start));
}

// "X scored 78 out of 100 overall", "Overall rating for X: 39%", "Overall score: 62%", "62%".
std::optional<int> percent_in(const std::string& folded, bool below_rating) {
  if (folded.size() > 400) return std::nullopt;
  const std::size_t hundred = folded.find(" out of 100");
  if (hundred != folded.npos) return number_before(folded, hundred);
  std::size_t sign = folded.find('%');
  if (sign == folded.npos) sign = folded.find(" per cent");
  if (sign == folded.npos) sign = folded.find(" percent");
  if (sign == folded.npos) return std::nullopt;
  const bool overall = folded.find("overall") != folded.npos ||
                       folded.find("rating") != folded.npos || folded.find("score") != folded.npos;
  const bool alone = below_rating && folded.size() < 40;
  return overall || alone ? number_before(folded, sign) : std::nullopt;
}

// A line that is a rating, perhaps after "Rating:" or "Overall rating:".
std::string rating_in(const Framework& framework, const std::string& folded) {
  for (const RatingBand& band : framework.bands) {
    const std::string name = text::folded(band.name);
    if (!folded.ends_with(name)) continue;
    std::string before = folded.substr(0, folded.size() - name.size());
    if (before.empty()) return band.name;
    if (before.size() < 80 && before.find("rating") != before.npos &&
        before.find('.') == before.npos) {
      return band.name;
    }
  }
  return {};
}

class SummaryReader {
 public:
  SummaryReader(const Framework& framework, SummaryPage& page)
      : framework_(framework), page_(page) {}

  void read(const Line& line) {
    const Statement* named = named_;
    named_ = nullptr;
    switch (line.kind) {
      case LineKind::title:
        page_.authority = authority_in_title(line.text);
        break;
      case LineKind::published:
        if (page_.published.empty()) page_.published = date_in(line.text);
        break;
      case LineKind::statement:
        named_ = line.statement;
        break;
      case LineKind::score:
      case LineKind::level:
        if (named) take_score(*named, line);
        break;
      case LineKind::scored:
        take_score(*line.statement, line);
        break;
      default:
        named_ = line.kind == LineKind::prose || line.kind == LineKind::summary ? nullptr : named;
        read_prose(line);
    }
    if (line.kind == LineKind::summary)
      below_rating_ = line.text.find("ating") != std::string::npos;
  }

 private:
  void take_score(const Statement& statement, const Line& line) {
    page_.indicative = page_.indicative || line.indicative;
    page_.scores.emplace(statement.key, *line.score);
    named_ = &statement;
  }

  void read_prose(const Line& line) {
    std::string folded = text::folded(text::tidied(line.text));
    while (!folded.empty() && (folded.back() == '.' || folded.back() == ' ')) folded.pop_back();
    if (page_.scores.empty() || below_rating_) {
      if (!page_.percent) page_.percent = percent_in(folded, below_rating_);
      if (page_.rating.empty()) page_.rating = rating_in(framework_, folded);
    }
    if (folded.find("indicative") != folded.npos && folded.size() < 120) page_.indicative = true;
    if (page_.authority.empty() && is_authority_name(line.text)) page_.authority = line.text;
  }

  const Framework& framework_;
  SummaryPage& page_;
  const Statement* named_ = nullptr;
  bool below_rating_ = false;
};

void check(const Framework& framework, SummaryPage& page) {
  int sum = 0;
  for (const Statement& statement : framework.statements) {
    const auto found = page.scores.find(statement.key);
    if (found == page.scores.end()) {
      page.problems.push_back("The page gives no score for " + statement.name);
    } else {
      sum += found->second;
    }
  }
  if (!page.percent) page.problems.push_back("The page gives no overall percentage");
  if (page.rating.empty()) page.problems.push_back("The page gives no overall rating");
  if (page.scores.size() != framework.statements.size()) return;
  const int percent = percent_of(framework, sum);
  if (page.percent && *page.percent != percent) {
    page.problems.push_back("The page says " + std::to_string(*page.percent) +
                            "%, but its scores add up to " + std::to_string(sum) + ", which is " +
                            std::to_string(percent) + "%");
  }
  const std::string rating = rating_of(framework, sum);
  if (!page.rating.empty() && page.rating != rating) {
    page.problems.push_back("The page says " + page.rating + ", but its scores add up to " +
                            std::to_string(sum) + ", which is " + rating);
  }
}

// Prose below the scores: people's experiences, strengths, next steps.
std::vector<PagePart> prose_of(std::span<const Line> lines) {
  std::vector<Line> prose;
  for (const Line& line : lines) {
    if (line.kind == LineKind::summary) {
      prose.push_back(line);
      prose.back().block = formats::BlockKind::heading;
    } else if (line.kind == LineKind::prose || line.kind == LineKind::end) {
      prose.push_back(line);
    }
  }
  std::vector<PagePart> parts = parts_of(prose);
  std::erase_if(parts, [](const PagePart& part) { return part.paragraphs.empty(); });
  return parts;
}

}  // namespace

SummaryPage read_summary(const Framework& framework, std::span<const Line> lines) {
  SummaryPage page;
  SummaryReader reader(framework, page);
  for (const Line& line : lines) reader.read(line);
  page.parts = prose_of(lines);
  check(framework, page);
  return page;
}

}  // namespace throughline::judge::elsewhere
