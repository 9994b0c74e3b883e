#include "judge/elsewhere/page_readers.hpp"

namespace throughline::judge::elsewhere {

AboutPage read_about(std::span<const Line> lines) {
  AboutPage page;
  std::vector<Line> prose;
  bool downloads = false;
  for (const Line& line : lines) {
    if (line.kind == LineKind::title) page.authority = authority_in_title(line.text);
    if (line.kind == LineKind::published && page.published.empty()) {
      page.published = date_in(line.text);
    }
    if (downloads && line.kind == LineKind::prose && line.text.size() < 100) {
      page.downloads.push_back(line.text);
      continue;
    }
    downloads = line.kind == LineKind::downloads;
    if (line.kind == LineKind::end) break;
    if (line.kind == LineKind::about) {
      prose.push_back(line);
      prose.back().block = formats::BlockKind::heading;
    } else if (line.kind == LineKind::prose) {
      prose.push_back(line);
    }
  }
  page.parts = parts_of(prose);
  std::erase_if(page.parts, [](const PagePart& part) { return part.paragraphs.empty(); });
  if (page.published.empty()) page.problems.push_back("The page gives no date of publication");
  return page;
}

}  // namespace throughline::judge::elsewhere
