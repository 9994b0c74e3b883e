#include "judge/findings.hpp"

#include "judge/checks.hpp"

namespace throughline::judge {

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  std::string paragraph;
  const auto end_paragraph = [&] {
    if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
    paragraph.clear();
  };
  const std::string tidy = trimmed(text);
  for (std::size_t start = 0; start <= tidy.size();) {
    const std::size_t end = std::min(tidy.find('\n', start), tidy.size());
    const std::string line = trimmed(std::string_view(tidy).substr(start, end - start));
    if (line.empty()) {
      end_paragraph();
    } else {
      if (!paragraph.empty()) paragraph += ' ';
      paragraph += line;
    }
    start = end + 1;
  }
  end_paragraph();
  return paragraphs;
}

std::string text_of(const FindingSection& section) {
  std::string text;
  for (const FindingParagraph& paragraph : section.paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph.words;
  }
  return text;
}

}  // namespace throughline::judge
