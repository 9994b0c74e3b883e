#include "judge/elsewhere/page_lines.hpp"

#include "base/date.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

struct Fixed {
  std::string_view text;
  LineKind kind;
};

// Lines that are known whole, without the colon at their end.
constexpr std::array fixed_lines = {
    Fixed{"what people expect"sv, LineKind::expectation},
    Fixed{"the local authority commitment"sv, LineKind::commitment},
    Fixed{"local authority commitment"sv, LineKind::commitment},
    Fixed{"the local authority's commitment"sv, LineKind::commitment},
    Fixed{"the local authority commitments"sv, LineKind::commitment},
    Fixed{"our commitment"sv, LineKind::commitment},
    Fixed{"key findings for this quality statement"sv, LineKind::findings},
    Fixed{"key findings for the quality statement"sv, LineKind::findings},
    Fixed{"key findings"sv, LineKind::findings},
    Fixed{"overall summary"sv, LineKind::summary},
    Fixed{"local authority rating and score"sv, LineKind::summary},
    Fixed{"local authority rating"sv, LineKind::summary},
    Fixed{"overall rating"sv, LineKind::summary},
    Fixed{"overall score"sv, LineKind::summary},
    Fixed{"overall rating and score"sv, LineKind::summary},
    Fixed{"indicative rating"sv, LineKind::summary},
    Fixed{"local authority indicative rating and score"sv, LineKind::summary},
    Fixed{"quality statement scores"sv, LineKind::summary},
    Fixed{"quality statement indicative scores"sv, LineKind::summary},
    Fixed{"indicative quality statement scores"sv, LineKind::summary},
    Fixed{"summary of people's experiences"sv, LineKind::summary},
    Fixed{"summary of strengths, areas for development and next steps"sv, LineKind::summary},
    Fixed{"summary of strengths"sv, LineKind::summary},
    Fixed{"areas for development"sv, LineKind::summary},
    Fixed{"next steps"sv, LineKind::summary},
    Fixed{"how we assess local authorities"sv, LineKind::about},
    Fixed{"demographics"sv, LineKind::about},
    Fixed{"financial facts"sv, LineKind::about},
    Fixed{"downloads"sv, LineKind::downloads},
    Fixed{"download"sv, LineKind::downloads},
    Fixed{"quality statement"sv, LineKind::noise},
    Fixed{"on this page"sv, LineKind::noise},
    Fixed{"contents"sv, LineKind::noise},
    Fixed{"print this page"sv, LineKind::noise},
    Fixed{"print"sv, LineKind::noise},
    Fixed{"menu"sv, LineKind::noise},
    Fixed{"search"sv, LineKind::noise},
    Fixed{"home"sv, LineKind::noise},
    Fixed{"skip to main content"sv, LineKind::noise},
    Fixed{"care quality commission"sv, LineKind::noise},
    Fixed{"cqc"sv, LineKind::noise},
    Fixed{"back to top"sv, LineKind::end},
    Fixed{"share this page"sv, LineKind::end},
    Fixed{"previous"sv, LineKind::end},
    Fixed{"next"sv, LineKind::end},
    Fixed{"is this page useful?"sv, LineKind::end},
    Fixed{"was this page useful?"sv, LineKind::end},
    Fixed{"help us improve this page"sv, LineKind::end},
};

// Lines that are known by how they begin.
constexpr std::array beginnings = {
    Fixed{"© care quality commission"sv, LineKind::end},
    Fixed{"©"sv, LineKind::end},
    Fixed{"(c) care quality"sv, LineKind::end},
    Fixed{"copyright care quality"sv, LineKind::end},
    Fixed{"published: "sv, LineKind::published},
    Fixed{"published on "sv, LineKind::published},
    Fixed{"assessment published"sv, LineKind::published},
    Fixed{"report published"sv, LineKind::published},
    Fixed{"page last updated"sv, LineKind::noise},
    Fixed{"last updated"sv, LineKind::noise},
    Fixed{"skip to "sv, LineKind::noise},
    Fixed{"previous page"sv, LineKind::end},
    Fixed{"next page"sv, LineKind::end},
    Fixed{"previous:"sv, LineKind::end},
    Fixed{"next:"sv, LineKind::end},
    Fixed{"snippets to help"sv, LineKind::end},
    Fixed{"financial facts"sv, LineKind::about},
    Fixed{"demographics of"sv, LineKind::about},
};

constexpr std::array title_words = {
    "local authority assessment"sv,       "pilot local authority assessment"sv,
    "local authority pilot assessment"sv, "local authority assessment report"sv,
    "local authority assessment pilot"sv, "local authority self-assessment"sv};

std::string_view without_end(std::string_view text, std::string_view marks) {
  while (!text.empty() && marks.find(text.back()) != marks.npos) text.remove_suffix(1);
  return text;
}

// Takes a number 1 to 4 off the end of a folded line: "score: 2", "score 2 out of 4".
std::optional<int> take_score(std::string& folded) {
  for (const auto ending : {" out of 4"sv, "/4"sv, " out of four"sv}) {
    if (folded.ends_with(ending)) folded.resize(folded.size() - ending.size());
  }
  if (folded.empty() || folded.back() < '1' || folded.back() > '4') return std::nullopt;
  const int score = folded.back() - '0';
  folded.pop_back();
  if (!folded.empty() && (std::isalnum(static_cast<unsigned char>(folded.back())) ||
                          folded.back() == '.' || folded.back() == '/')) {
    return std::nullopt;
  }
  folded = std::string(without_end(folded, " :-\t"));
  return score;
}

bool take_ending(std::string& folded, std::string_view ending) {
  if (!folded.ends_with(ending)) return false;
  folded.resize(folded.size() - ending.size());
  folded = std::string(without_end(folded, " :-\t,("));
  return true;
}

// "Quality statement 3: Equity ..." and "3. Equity ..." name the statement after the mark.
const Statement* named_statement(const Framework& framework, std::string_view text) {
  if (const Statement* found = framework.find_named(text)) return found;
  const std::size_t mark = text.find_first_of(":.)-");
  if (mark == text.npos || mark > 40) return nullptr;
  const std::string before = text::folded(text.substr(0, mark));
  const bool numbering =
      before.find("quality statement") != before.npos || before.find("theme") != before.npos ||
      std::ranges::all_of(before,
                          [](unsigned char c) { return std::isdigit(c) || std::isspace(c); });
  return numbering ? framework.find_named(text.substr(mark + 1)) : nullptr;
}

bool recognise_level(const Framework& framework, const std::string& folded, Line& line) {
  for (const Level& level : framework.levels) {
    const std::string label = text::folded(level.label);
    if (without_end(folded, ". ") == label) line.score = level.score;
    if (folded.size() > 2 && folded[0] == '0' + level.score) {
      const std::string_view rest = std::string_view(folded).substr(1);
      const std::size_t start = rest.find_first_not_of(" -:.");
      if (start != rest.npos && start > 0 && rest.substr(start).starts_with("evidence shows")) {
        line.score = level.score;
      }
    }
  }
  if (line.score) line.kind = LineKind::level;
  return line.score.has_value();
}

bool recognise_score(const Framework& framework, std::string folded, Line& line) {
  const std::optional<int> score = take_score(folded);
  if (!score) return false;
  const bool scored = take_ending(folded, "score");
  line.indicative = scored && take_ending(folded, "indicative");
  if (scored) take_ending(folded, "overall");
  if (folded.empty() || (scored && folded == "quality statement")) {
    if (!scored) return false;
    line.kind = LineKind::score;
    line.score = score;
    return true;
  }
  line.statement = named_statement(framework, folded);
  if (!line.statement) return false;
  line.kind = LineKind::scored;
  line.score = score;
  return true;
}

Line recognise_line(const Framework& framework, const formats::Block& block) {
  Line line;
  line.block = block.kind;
  line.text = block.text;
  if (block.text.size() > 200) return line;
  const std::string whole = text::folded(text::tidied(block.text));
  const std::string folded(without_end(whole, ": "));
  for (const Fixed& fixed : fixed_lines) {
    if (folded == fixed.text) {
      line.kind = fixed.kind;
      return line;
    }
  }
  for (const Fixed& fixed : beginnings) {
    if (whole.starts_with(fixed.text)) {
      line.kind = fixed.kind;
      return line;
    }
  }
  if (!authority_in_title(block.text).empty()) {
    line.kind = LineKind::title;
  } else if (recognise_level(framework, folded, line) || recognise_score(framework, folded, line)) {
    return line;
  } else if (const Statement* statement = named_statement(framework, block.text)) {
    line.kind = LineKind::statement;
    line.statement = statement;
  } else if (folded.starts_with("theme ") && folded.size() > 6 && std::isdigit(folded[6]) &&
             folded.size() < 80) {
    line.kind = LineKind::theme;
  } else if (folded.starts_with("about ") && is_authority_name(block.text.substr(6))) {
    line.kind = LineKind::about;
  }
  return line;
}

// "Score:" with its number on the next line becomes one line.
std::vector<formats::Block> with_scores_joined(const std::vector<formats::Block>& blocks) {
  std::vector<formats::Block> joined;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    joined.push_back(blocks[i]);
    if (i + 1 == blocks.size() || blocks[i + 1].text.size() != 1) continue;
    const char digit = blocks[i + 1].text.front();
    const std::string folded = text::folded(without_end(blocks[i].text, ": "));
    if (digit >= '1' && digit <= '4' && (folded == "score" || folded == "indicative score")) {
      joined.back().text = folded + ": " + digit;
      ++i;
    }
  }
  return joined;
}

}  // namespace

std::string authority_in_title(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string_view words : title_words) {
    const std::size_t at = lower.find(words);
    if (at == lower.npos || at > 120) continue;
    const std::string_view before = text::trimmed(text.substr(0, at));
    for (const auto separator : {":"sv, "-"sv, "–"sv, "—"sv, "|"sv}) {
      if (!before.ends_with(separator)) continue;
      return text::tidied(before.substr(0, before.size() - separator.size()));
    }
  }
  return {};
}

bool is_authority_name(std::string_view text) {
  const std::string folded = text::folded(text::trimmed(text));
  if (folded.size() < 6 || folded.size() > 80 || folded.find_first_of(".:;?!") != folded.npos) {
    return false;
  }
  return folded.ends_with(" council") || folded.ends_with(" corporation") ||
         folded.ends_with(" borough") || folded.starts_with("london borough of ") ||
         folded.starts_with("royal borough of ") || folded.starts_with("city of ") ||
         folded.starts_with("council of the ");
}

std::string date_in(std::string_view text) {
  // Tries every run of three words: "17 May 2024".
  const std::string tidy = text::tidied(text);
  for (std::size_t at = 0; at < tidy.size(); ++at) {
    if (!std::isdigit(static_cast<unsigned char>(tidy[at])) ||
        (at > 0 && std::isalnum(static_cast<unsigned char>(tidy[at - 1])))) {
      continue;
    }
    std::size_t end = at;
    for (int words = 0; words < 3 && end != tidy.npos; ++words) {
      end = tidy.find(' ', end + (words > 0 ? 1 : 0));
    }
    std::string candidate = tidy.substr(at, end == tidy.npos ? end : end - at);
    candidate = std::string(without_end(candidate, ".,;"));
    if (const auto date = base::date_from_text(candidate)) return base::to_text(*date);
  }
  return {};
}

Lines recognise(const Framework& framework, const std::vector<formats::Block>& blocks) {
  Lines lines;
  for (const formats::Block& block : with_scores_joined(blocks)) {
    lines.push_back(recognise_line(framework, block));
  }
  return lines;
}

}  // namespace throughline::judge::elsewhere
