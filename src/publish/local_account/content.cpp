#include "publish/local_account/content.hpp"

#include "base/digits.hpp"

#include <algorithm>

namespace throughline::publish::local_account {
namespace {

struct ChapterWords {
  Chapter chapter;
  std::string_view text;
  std::string_view title;
};

constexpr std::array chapters = {
    ChapterWords{Chapter::foreword, "foreword", "Foreword"},
    ChapterWords{Chapter::heard, "heard", "What people told us"},
    ChapterWords{Chapter::did, "did", "What we did, and whether it worked"},
    ChapterWords{Chapter::you_said, "you-said", "You said, we did"},
    ChapterWords{Chapter::complaints, "complaints", "Complaints"},
    ChapterWords{Chapter::praise, "praise", "What was done well"},
    ChapterWords{Chapter::surveys, "surveys", "What surveys found"},
    ChapterWords{Chapter::together, "together", "What we made together"},
    ChapterWords{Chapter::voices, "voices", "Who we heard from, and who is missing"},
    ChapterWords{Chapter::scores, "scores", "How we score ourselves"},
    ChapterWords{Chapter::next, "next", "What we will do next"},
};

const ChapterWords& words_of(Chapter chapter) {
  return *std::ranges::find(chapters, chapter, &ChapterWords::chapter);
}

constexpr int first_year = 2000;
constexpr int last_year = 2098;

}  // namespace

std::string_view to_text(Chapter chapter) {
  return words_of(chapter).text;
}
std::string_view title_of(Chapter chapter) {
  return words_of(chapter).title;
}

const Chapter* chapter_from_text(std::string_view text) {
  const auto found = std::ranges::find(chapters, text, &ChapterWords::text);
  return found == chapters.end() ? nullptr : &found->chapter;
}

std::string year_name(int year) {
  const int ends = (year + 1) % 100;
  return std::to_string(year) + (ends < 10 ? "-0" : "-") + std::to_string(ends);
}

int year_from_name(std::string_view name) {
  const auto year = base::digits(name.substr(0, name.find('-')));
  if (!year || *year < first_year || *year > last_year || year_name(*year) != name) return 0;
  return *year;
}

}  // namespace throughline::publish::local_account
