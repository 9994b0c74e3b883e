#include "judge/elsewhere/page_reader.hpp"

#include "judge/elsewhere/page_lines.hpp"
#include "judge/elsewhere/page_readers.hpp"

#include <algorithm>

namespace throughline::judge::elsewhere {
namespace {

constexpr const char* looked_for =
    "This is not a page of a published local authority assessment. Looked for a section (a quality "
    "statement with its score, the local authority commitment and key findings), a summary "
    "(quality statement scores) and a landing page (demographics and financial facts), and found "
    "none";

bool may_stand_above(LineKind kind) {
  return kind == LineKind::title || kind == LineKind::theme || kind == LineKind::downloads ||
         kind == LineKind::noise || kind == LineKind::published;
}

bool is_head(LineKind kind) {
  return kind == LineKind::score || kind == LineKind::level || kind == LineKind::expectation ||
         kind == LineKind::commitment || kind == LineKind::findings;
}

bool begins_body(LineKind kind) {
  return kind == LineKind::commitment || kind == LineKind::findings ||
         kind == LineKind::expectation;
}

class PageFinder {
 public:
  PageFinder(const Framework& framework, const formats::Document& document)
      : framework_(framework), lines_(recognise(framework, document.blocks)) {
    authority_ = authority_in_title(document.title);
  }

  PagesFound find() {
    const std::vector<std::size_t> starts = section_starts();
    const std::size_t first = starts.empty() ? lines_.size() : starts.front();
    read_front(std::span(lines_).first(first));
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : lines_.size();
      read_section_at(std::span(lines_).subspan(starts[i], end - starts[i]));
    }
    if (found_.pages.empty() && found_.errors.empty()) {
      found_.errors.push_back({base::ErrorKind::invalid, looked_for, {}});
    }
    return std::move(found_);
  }

 private:
  // A section starts at the statement that its score, expectation, commitment or findings follow,
  // or at the first of these when no statement is named; and at the title above.
  [[nodiscard]] std::vector<std::size_t> section_starts() const {
    std::vector<std::size_t> starts;
    std::size_t free_from = 0;  // lines before this belong to a section already
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const LineKind kind = lines_[at].kind;
      std::size_t begins = lines_.size();
      if (kind == LineKind::statement || kind == LineKind::scored) {
        if (!leads_to_body(at)) continue;
        begins = at;
      } else if (at >= free_from && is_head(kind) && leads_to_body(at)) {
        begins = at;
      } else {
        continue;
      }
      free_from = body_of(begins);
      while (begins > (starts.empty() ? 0 : starts.back() + 1) &&
             may_stand_above(lines_[begins - 1].kind)) {
        --begins;
      }
      starts.push_back(begins);
      at = free_from > at ? free_from - 1 : at;
    }
    return starts;
  }

  // Does the head that starts here reach a commitment, expectation or the findings, with nothing
  // between but lines of a head? A lone statement with its score at the end is a page cut off.
  [[nodiscard]] bool leads_to_body(std::size_t at) const {
    if (begins_body(lines_[at].kind)) return true;
    std::size_t prose = 0;
    for (std::size_t next = at + 1; next < lines_.size() && next < at + 12; ++next) {
      const LineKind kind = lines_[next].kind;
      if (begins_body(kind)) return true;
      if (kind == LineKind::statement || kind == LineKind::scored || kind == LineKind::summary) {
        return false;
      }
      const bool expectation = lines_[next].text.starts_with("I ");
      if (kind == LineKind::prose && !expectation && ++prose > 2) return false;
    }
    return false;
  }

  // The line after the last line of the head that starts here.
  [[nodiscard]] std::size_t body_of(std::size_t at) const {
    bool committed = false;
    std::size_t head_end = at + 1;
    for (std::size_t next = at; next < lines_.size() && next < at + 40; ++next) {
      const LineKind kind = lines_[next].kind;
      if (kind == LineKind::findings) return next + 1;
      if (is_head(kind)) head_end = next + 1;
      if (next > at && (kind == LineKind::statement || kind == LineKind::scored)) return next;
      if (kind == LineKind::commitment) {
        if (committed) return next;
        committed = true;
      }
    }
    return head_end;
  }

  void read_section_at(std::span<const Line> lines) {
    base::Result<SectionPage> page = read_section(framework_, lines);
    if (!page) {
      found_.errors.push_back(page.error());
      return;
    }
    name_authority(page->authority);
    found_.pages.emplace_back(std::move(*page));
  }

  // What stands before the first section: a landing page, a summary, both, or a section cut off.
  void read_front(std::span<const Line> lines) {
    const auto has = [&](LineKind kind) {
      return std::ranges::any_of(lines, [&](const Line& line) { return line.kind == kind; });
    };
    const auto scored = static_cast<std::size_t>(std::ranges::count_if(lines, [](const Line& line) {
      return line.kind == LineKind::scored || line.kind == LineKind::score;
    }));
    const bool summary = scored >= 2 || (has(LineKind::summary) && has_overall(lines));
    const std::size_t split = summary && has(LineKind::about) ? summary_start(lines) : 0;
    if (has_facts(lines)) {
      AboutPage page = read_about(split > 0 ? lines.first(split) : lines);
      name_authority(page.authority);
      found_.pages.emplace_back(std::move(page));
    }
    if (summary) {
      SummaryPage page = read_summary(framework_, lines.subspan(split));
      name_authority(page.authority);
      found_.pages.emplace_back(std::move(page));
    } else if (scored == 1 && has(LineKind::statement)) {
      const base::Result<SectionPage> page = read_section(framework_, lines);
      if (!page) found_.errors.push_back(page.error());
    }
  }

  [[nodiscard]] static bool has_facts(std::span<const Line> lines) {
    const auto about =
        std::ranges::count_if(lines, [](const Line& line) { return line.kind == LineKind::about; });
    const bool published = std::ranges::any_of(lines, [](const Line& line) {
      return line.kind == LineKind::published && line.text.starts_with("Assessment");
    });
    return about >= 2 || (about == 1 && published);
  }

  [[nodiscard]] bool has_overall(std::span<const Line> lines) const {
    const SummaryPage page = read_summary(framework_, lines);
    return page.percent || !page.rating.empty();
  }

  // Where the summary begins below a landing page: its first fixed heading and the title above.
  [[nodiscard]] static std::size_t summary_start(std::span<const Line> lines) {
    std::size_t start = 0;
    while (start < lines.size() && lines[start].kind != LineKind::summary) ++start;
    const auto last_about =
        std::ranges::find_if(lines.rbegin(), lines.rend(),
                             [](const Line& line) { return line.kind == LineKind::about; });
    if (start < static_cast<std::size_t>(lines.rend() - last_about)) return 0;
    while (start > 0 && may_stand_above(lines[start - 1].kind)) --start;
    return start;
  }

  // A page without a title is of the council that the file has named before.
  void name_authority(std::string& authority) {
    if (authority.empty()) authority = authority_;
    authority_ = authority;
  }

  const Framework& framework_;
  Lines lines_;
  std::string authority_;
  PagesFound found_;
};

}  // namespace

PagesFound find_pages(const Framework& framework, const formats::Document& document) {
  return PageFinder(framework, document).find();
}

}  // namespace throughline::judge::elsewhere
